import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Context } from 'hono'
import type { Refusal } from '../../shared/refusal.ts'
import { auditName, nobody, type Caller } from './caller.ts'
import { StoreFull } from '../store/store-full.ts'
import type { Log } from '../log.ts'

/** What every failed request answers. `message` is a Chinese sentence for the person who asked. */
export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string; readonly issues?: readonly Refusal[] }
}

/** A request that is answered with a sentence instead of what it asked for. */
export class RequestRefused extends HTTPException {
  readonly code: string
  readonly issues: readonly Refusal[]

  constructor(status: ContentfulStatusCode, code: string, refused: { message: string; issues?: readonly Refusal[] }) {
    super(status, { message: refused.message })
    this.code = code
    this.issues = refused.issues ?? []
  }
}

/** Names the status, the machine word and the sentence of a refused request; the caller throws it. */
export function refused(status: ContentfulStatusCode, code: string, message: string): RequestRefused {
  return new RequestRefused(status, code, { message })
}

export const notFound = (what: string) => refused(404, 'not-found', `没有找到${what}，请核对地址。`)

const plainWords: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['unreadable', '请求内容无法读取：不是合格的 JSON，请检查格式后重发。'],
  413: ['too-large', '请求内容超过 8 MB，请分批提交，或用 application/x-ndjson 逐行提交。'],
  415: ['wrong-type', '请求的内容类型不对，请用 application/json。'],
}

/** Somebody reached for what is not theirs, or sent what is no honest input: worth a line in the log. A page that must sign in again is not. */
function isTrespass({ status, code }: RequestRefused): boolean {
  return status === 403 || status === 413 || status === 415 || code === 'bad-token'
}

/** Refused before anybody was looked up, there is no caller yet. */
function whoAsks(c: Context): string {
  const { caller } = c.var as { readonly caller?: Caller }
  return auditName(caller ?? nobody)
}

/** The one place that turns what was thrown into an answer. What nobody foresaw is logged whole and told in general words. */
export function answerFor(log: Log): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof RequestRefused) {
      if (isTrespass(error)) log.warn({ code: error.code, method: c.req.method, path: c.req.path, who: whoAsks(c) }, 'a request was turned away')
      const issues = error.issues.length > 0 ? { issues: error.issues } : {}
      return c.json<ErrorAnswer>({ error: { code: error.code, message: error.message, ...issues } }, error.status)
    }
    if (error instanceof StoreFull) {
      return c.json<ErrorAnswer>({ error: { code: 'store-full', message: error.message } }, 507)
    }
    if (error instanceof HTTPException) {
      const [code, message] = plainWords[error.status] ?? ['refused', '请求没有被接受。']
      return c.json<ErrorAnswer>({ error: { code, message } }, error.status)
    }
    if ('code' in error && error.code === 'ECONNRESET') {
      log.info({ method: c.req.method, path: c.req.path }, 'the sender went away in the middle of a request')
      return c.json<ErrorAnswer>({ error: { code: 'cut-off', message: '连接中断，请求没有收完；已入账的记录保留，请整体重发。' } }, 400)
    }
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed')
    return c.json<ErrorAnswer>({ error: { code: 'internal', message: '服务器处理时出错，内容没有保存；错误已记入日志，请稍后重试或联系管理员。' } }, 500)
  }
}
