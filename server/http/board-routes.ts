import type { Context } from 'hono'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { AnswerBytes, encodingFor } from './answer-bytes.ts'
import { answerBytes, askedOf } from './ask.ts'

interface Made {
  readonly revision: number
  readonly bytes: AnswerBytes
}

/**
 * GET /api/board: the live board from bytes made at most once a revision, 304 while it has not moved; with `asOf` or
 * `knownAt` a past board, judged in the worker.
 */
export function boardRoutes(api: Api, parts: HttpParts): void {
  let made: Made | undefined

  function liveBytes(): AnswerBytes {
    const { revision, day } = parts.live
    if (made !== undefined && made.revision === revision) return made.bytes
    const bytes = new AnswerBytes(Buffer.from(JSON.stringify(parts.live.board())), `"${revision}-${day}-${parts.epoch}"`)
    made = { revision, bytes }
    return bytes
  }

  api.get('/api/board', async c => {
    const bytes = c.req.url.includes('?') ? await askedBytes(c) : liveBytes()
    const headers = { etag: bytes.etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
    if (names(c.req.header('if-none-match'), bytes.etag)) return c.body(null, 304, headers)
    const encoding = encodingFor(c.req.header('accept-encoding'))
    const coded = encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }
    return c.body(await bytes.as(encoding), 200, { ...coded, 'content-type': 'application/json; charset=utf-8' })
  })

  async function askedBytes(c: Context<HttpEnv>): Promise<AnswerBytes> {
    const { query, at } = askedOf(c, parts)
    query.done()
    return at === null ? liveBytes() : pastBytes(at)
  }

  async function pastBytes(at: NonNullable<ReturnType<typeof askedOf>['at']>): Promise<AnswerBytes> {
    const raw = await answerBytes(parts, { at, question: { ask: 'board' }, what: '这一天的总览' })
    return new AnswerBytes(raw, `"${parts.live.revision}-${at.day}-${at.knownAt ?? 'now'}-${parts.epoch}"`)
  }
}

/** Whether an If-None-Match header names the tag; a weak form counts, "*" too. */
function names(header: string | undefined, etag: string): boolean {
  return header !== undefined && (header === etag || header === '*' || header.split(',').some(each => each.trim().replace(/^W\//, '') === etag))
}
