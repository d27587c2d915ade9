import type { Context } from 'hono'
import { answer } from '../answers/answer.ts'
import type { Question } from '../answers/question.ts'
import type { AsKnown } from '../past/as-known.ts'
import type { HttpEnv, HttpParts } from './parts.ts'
import type { Bytes } from './answer-bytes.ts'
import { asKnownIn } from './as-known-query.ts'
import { notFound } from './errors.ts'
import { Query } from './query.ts'

/** What a GET asks: the rest of its query is read by the route, `asOf` and `knownAt` always. */
export interface Asked {
  readonly query: Query
  readonly at: AsKnown | null
}

export function askedOf(c: Context<HttpEnv>, parts: Pick<HttpParts, 'live' | 'clock'>): Asked {
  const query = new Query(c.req.queries())
  return { query, at: asKnownIn(query, { today: parts.live.day, now: parts.clock.now() }) }
}

export interface Wanted {
  readonly at: AsKnown | null
  readonly question: Question
  readonly what: string
}

/** JSON bytes from the live board (`at` null) or from the past; `what` names in Chinese what may be missing (404). */
export async function answerBytes(parts: Pick<HttpParts, 'live' | 'past'>, { at, question, what }: Wanted): Promise<Bytes> {
  if (at !== null) {
    const found = await parts.past.ask(at, question, parts.live.revision)
    if (found === null) throw notFound(what)
    return found
  }
  const found = answer(parts.live, question)
  if (found === undefined) throw notFound(what)
  return Buffer.from(JSON.stringify(found))
}

export function jsonBytes(c: Context<HttpEnv>, bytes: Bytes): Response {
  return c.body(bytes, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' })
}
