import { Unreadable } from '../intake/unreadable.ts'
import { jsonPlace } from './json-place.ts'

const LONGEST = 64 * 1024
/** A batch is one transaction: larger ones hardly write faster and hold the thread longer. */
const BATCH = 1000
/** Milliseconds a feed that sends line by line may keep read lines waiting for more. */
const PATIENCE = 25

/**
 * Reads a stream of bytes as one JSON value a line, in batches; a broken or overlong line stands in its place as
 * `Unreadable`, blank lines do not count. No more than a batch and a line is held, and the next bytes are only asked
 * for once a batch was taken.
 */
export async function* factLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly unknown[], void> {
  const source = bytes[Symbol.asyncIterator]()
  const lines = new LineReader()
  try {
    let coming = source.next()
    for (;;) {
      if (lines.waiting > 0 && await isSlow(coming)) yield lines.takeAll()
      const chunk = await coming
      if (chunk.done) break
      lines.read(chunk.value)
      while (lines.waiting >= BATCH) yield lines.takeBatch()
      coming = source.next()
    }
    lines.end()
    while (lines.waiting > 0) yield lines.takeBatch()
  } finally {
    await source.return?.()
  }
}

function isSlow(coming: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, true)
    const arrived = () => {
      clearTimeout(timer)
      resolve(false)
    }
    coming.then(arrived, arrived)
  })
}

class LineReader {
  // A byte that is no UTF-8 becomes U+FFFD, which the reader of facts refuses by field.
  readonly #decoder = new TextDecoder('utf-8')
  #rest = ''
  #isSkipping = false
  #line = 0
  #read: unknown[] = []

  get waiting(): number {
    return this.#read.length
  }

  read(bytes: Uint8Array): void {
    this.#split(this.#decoder.decode(bytes, { stream: true }))
  }

  end(): void {
    this.#split(`${this.#decoder.decode()}\n`)
  }

  takeBatch(): unknown[] {
    return this.#read.splice(0, BATCH)
  }

  takeAll(): unknown[] {
    return this.#read.splice(0)
  }

  #split(text: string): void {
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#take(this.#rest + text.slice(from, end))
      this.#rest = ''
      from = end + 1
    }
    if (this.#isSkipping) return
    this.#rest += text.slice(from)
    if (this.#rest.length > LONGEST) {
      this.#rest = ''
      this.#isSkipping = true
    }
  }

  #take(line: string): void {
    this.#line++
    if (this.#isSkipping || isLong(line)) {
      this.#isSkipping = false
      this.#read.push(new Unreadable('line-too-long', `第 ${this.#line} 行超过 64 KB，请拆分后重报。`))
      return
    }
    try {
      this.#read.push(JSON.parse(line))
    } catch (error) {
      if (line.trim() === '') return
      if (!(error instanceof SyntaxError)) throw error
      const message = `第 ${this.#line} 行不是合格的 JSON（第 ${jsonPlace(line).column} 个字符处），请检查后重报这一行。`
      this.#read.push(new Unreadable('broken-line', message))
    }
  }
}

/** In bytes as sent; counted only where it can matter, a character being at most three bytes a unit. */
function isLong(line: string): boolean {
  return line.length > LONGEST / 3 && Buffer.byteLength(line) > LONGEST
}
