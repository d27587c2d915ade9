import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads.ts'

/** Files written at the same time; others wait their turn. */
const AT_ONCE = 2
/** An idle thread is kept this long for the next file. */
const KEPT_IDLE = 20_000

/** Threads that write tables: at most two, started when wanted, ended when idle or when one has failed. */
export class WritingThreads {
  readonly #program: URL
  readonly #idle: { readonly thread: Worker; readonly timer: NodeJS.Timeout }[] = []
  readonly #waiting: (() => void)[] = []
  #free = AT_ONCE

  constructor(program: URL) {
    this.#program = program
  }

  /** The next answer of a thread that `send` has sent its work to. */
  async next<Answer>(send: (thread: Worker) => Promise<void>): Promise<Answer> {
    await this.#turn()
    const thread = this.#taken()
    try {
      const [answer] = await Promise.all([answerOf<Answer>(thread), send(thread)])
      this.#keep(thread)
      return answer
    } catch (error) {
      await thread.terminate()
      throw error
    } finally {
      this.#pass()
    }
  }

  async #turn(): Promise<void> {
    if (this.#free === 0) await new Promise<void>(resolve => this.#waiting.push(resolve))
    else this.#free -= 1
  }

  #pass(): void {
    const first = this.#waiting.shift()
    if (first) first()
    else this.#free += 1
  }

  #taken(): Worker {
    const idle = this.#idle.pop()
    if (idle === undefined) return this.#fresh()
    clearTimeout(idle.timer)
    idle.thread.ref()
    return idle.thread
  }

  #fresh(): Worker {
    const thread = startThread(this.#program, { task: 'tables' })
    // Also while it is idle: an error nobody listens to would end the server.
    thread.on('error', () => this.#forget(thread))
    return thread
  }

  #keep(thread: Worker): void {
    thread.unref()
    const timer = setTimeout(() => {
      this.#forget(thread)
      void thread.terminate()
    }, KEPT_IDLE)
    this.#idle.push({ thread, timer: timer.unref() })
  }

  #forget(thread: Worker): void {
    const place = this.#idle.findIndex(each => each.thread === thread)
    if (place !== -1) this.#idle.splice(place, 1)
  }
}

function answerOf<Answer>(thread: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a thread that writes tables has ended'))
    thread.once('message', (answer: Answer) => {
      thread.off('error', reject).off('exit', ended)
      resolve(answer)
    })
    thread.once('error', reject).once('exit', ended)
  })
}
