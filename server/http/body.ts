import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'
import { refusal } from '../../shared/refusal.ts'
import { jsonPlace } from '../feeds/json-place.ts'
import { refused, RequestRefused } from './errors.ts'

/** The request's JSON body as the schema reads it; every fault is named with its field, in Chinese (zod's zh-CN words). */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(await readJson(c))
  if (read.success) return read.data
  const issues = read.error.issues.map(issue => refusal('bad-field', issue.path.join('.'), wordsOf(issue)))
  const words = issues.map(each => (each.field === '' ? each.message : `${each.field}：${each.message}`)).join('；')
  throw new RequestRefused(400, 'bad-request', { message: `请求内容有误：${words}。`, issues })
}

/** Lengths are said as people count them; the library's words speak of "values". */
function wordsOf(issue: z.core.$ZodIssue): string {
  const { code } = issue
  if (code === 'too_big' && issue.origin === 'string') return `超过 ${issue.maximum} 字，请缩短`
  if (code === 'too_big' && issue.origin === 'array') return `超过 ${issue.maximum} 项，请分几次提交`
  if (code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array')) return +issue.minimum.toString() <= 1 ? '不能为空' : `不足 ${issue.minimum} ${issue.origin === 'string' ? '字' : '项'}`
  return issue.message
}

/** Any JSON value; 415 for another content type (a form from another site is none), 400 with the place for broken JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw refused(415, 'wrong-type', `请求的内容类型应为 application/json，收到的是“${type.slice(0, 60) || '空'}”。`)
  }
  const text = decoded(new Uint8Array(await c.req.arrayBuffer()))
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { line, column } = jsonPlace(text)
    throw refused(400, 'unreadable', `请求内容不是合格的 JSON（第 ${line} 行第 ${column} 个字符处），请检查后重发。`)
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused(400, 'not-utf8', '请求内容不是 UTF-8 编码，请转换编码后重发。')
  }
}
