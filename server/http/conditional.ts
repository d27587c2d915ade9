import type { Context } from 'hono'
import { encodingFor, type AnswerBytes } from './answer-bytes.ts'
import type { HttpEnv } from './parts.ts'

/** JSON in the best form the client takes, or 304 when it has these very bytes already. */
export async function conditional(c: Context<HttpEnv>, bytes: AnswerBytes): Promise<Response> {
  const headers = { etag: bytes.etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
  if (names(c.req.header('if-none-match'), bytes.etag)) return c.body(null, 304, headers)
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const coded = encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }
  return c.body(await bytes.as(encoding), 200, { ...coded, 'content-type': 'application/json; charset=utf-8' })
}

/** Whether an If-None-Match header names the tag; a weak form counts, "*" too. */
function names(header: string | undefined, etag: string): boolean {
  return header !== undefined && (header === etag || header === '*' || header.split(',').some(each => each.trim().replace(/^W\//, '') === etag))
}
