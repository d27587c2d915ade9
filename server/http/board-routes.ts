import type { Context } from 'hono'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { AnswerBytes } from './answer-bytes.ts'
import { answerBytes, askedOf } from './ask.ts'
import { conditional } from './conditional.ts'

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
    return conditional(c, bytes)
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
