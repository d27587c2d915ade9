import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)

export type Encoding = 'identity' | 'gzip' | 'br'

export type Bytes = Buffer<ArrayBuffer>

/** One answer's bytes, compressed off the main thread, each form at most once and only when somebody asks for it. */
export class AnswerBytes {
  readonly #raw: Bytes
  readonly #made = new Map<Encoding, Promise<Bytes>>()
  readonly #effort: number
  readonly etag: string

  /** `kept` bytes are compressed as well as can be, passing ones quickly; what the build has compressed is taken as it is. */
  constructor(raw: Bytes, etag: string, life: 'kept' | 'passing' | { readonly br: Bytes } = 'passing') {
    this.#raw = raw
    this.#effort = life === 'passing' ? 5 : 10
    this.etag = etag
    if (typeof life === 'object') this.#made.set('br', Promise.resolve(life.br))
  }

  as(encoding: Encoding): Promise<Bytes> {
    const made = this.#made.get(encoding) ?? this.#make(encoding)
    this.#made.set(encoding, made)
    return made
  }

  #make(encoding: Encoding): Promise<Bytes> {
    switch (encoding) {
      case 'identity': return Promise.resolve(this.#raw)
      case 'gzip': return asGzip(this.#raw, { level: 6 })
      case 'br': return asBrotli(this.#raw, { params: { [constants.BROTLI_PARAM_QUALITY]: this.#effort, [constants.BROTLI_PARAM_SIZE_HINT]: this.#raw.length } })
    }
  }
}

const chosen = new Map<string, Encoding>()
/** Browsers send a handful of headers; more different ones than this are somebody's game. */
const REMEMBERED = 100

/** The best form the client takes: brotli, else gzip, else plain. "q=0" refuses a form. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const known = chosen.get(accepted)
  if (known !== undefined) return known
  const takes = (name: string) => new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[\\d.]+)?\\s*(,|$)`, 'i').test(accepted)
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (chosen.size < REMEMBERED) chosen.set(accepted, encoding)
  return encoding
}
