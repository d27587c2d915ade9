import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads.ts'
import type { AsKnown } from './as-known.ts'
import { isWorthKeeping, type PastQuestion } from './past-question.ts'

export interface PastRequest {
  readonly id: number
  readonly at: AsKnown
  /** Revision of the live board when asked: what "everything known by now" meant. */
  readonly revision: number
  readonly question: PastQuestion
}

/** Pasts to be judged ahead of any question: the first one asked finds the worker running, the journal read and the program warm. */
export interface PastWarming {
  readonly warm: readonly AsKnown[]
  readonly revision: number
}

export interface PastAnswer {
  readonly id: number
  /** JSON as UTF-8; null when what was asked for does not exist in that past. */
  readonly text: Uint8Array<ArrayBuffer> | null
}

export interface Past {
  /** JSON bytes of the answer, or null; asked again, it comes from memory. */
  ask(at: AsKnown, question: PastQuestion, revision: number): Promise<Buffer<ArrayBuffer> | null>
  /** Starts the worker and has these judged while nobody asks; a question goes before those still to do. */
  warm(pasts: readonly AsKnown[], revision: number): void
  close(): Promise<void>
}

const KEPT_ANSWERS = 64

interface Waiting {
  resolve(answer: Buffer<ArrayBuffer> | null): void
  reject(reason: Error): void
}

/**
 * The board of any day as known at any instant, judged from scratch in a worker thread: the main thread only passes bytes.
 * The worker starts with the first question, or when told to warm, and is started anew should it die.
 */
export function openPast(options: { folder: string; program: URL }): Past {
  const waiting = new Map<number, Waiting>()
  const kept = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()
  let worker: Worker | undefined
  let lastId = 0

  function started(): Worker {
    if (worker) return worker
    const fresh = startThread(options.program, { task: 'past', folder: options.folder })
    fresh.on('message', ({ id, text }: PastAnswer) => {
      waiting.get(id)?.resolve(text === null ? null : Buffer.from(text.buffer))
      waiting.delete(id)
    })
    fresh.on('error', error => end(fresh, error))
    fresh.on('exit', () => end(fresh, new Error('the worker of the past has ended')))
    fresh.unref()
    worker = fresh
    return fresh
  }

  function end(ended: Worker, reason: Error): void {
    if (worker !== ended) return
    worker = undefined
    for (const each of waiting.values()) each.reject(reason)
    waiting.clear()
  }

  function asked(at: AsKnown, question: PastQuestion, revision: number): Promise<Buffer<ArrayBuffer> | null> {
    return new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      const request: PastRequest = { id: lastId, at, revision, question }
      started().postMessage(request)
    })
  }

  return {
    ask(at, question, revision) {
      if (!isWorthKeeping(question)) return asked(at, question, revision)
      const key = `${at.day} ${at.knownAt ?? revision} ${JSON.stringify(question)}`
      const answer = kept.get(key) ?? asked(at, question, revision)
      kept.delete(key)
      kept.set(key, answer)
      answer.catch(() => kept.delete(key))
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT_ANSWERS) break
        kept.delete(oldest)
      }
      return answer
    },
    warm(pasts, revision) {
      const warming: PastWarming = { warm: pasts, revision }
      started().postMessage(warming)
    },
    async close() {
      const open = worker
      worker = undefined
      for (const each of waiting.values()) each.reject(new Error('the server is stopping'))
      waiting.clear()
      await open?.terminate()
    },
  }
}
