import type { FactSource, Intake, IntakeResult } from '../intake/ports.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { factLines } from './fact-lines.ts'
import { jsonPlace } from './json-place.ts'
import { UnreadableBody } from './unreadable-body.ts'

export interface PushedBody {
  readonly contentType: string
  readonly bytes: AsyncIterable<Uint8Array>
}

const JSON_MEGABYTES = 8
const BATCH = 1000
const LISTED = 1000

export function isNdjson(contentType: string): boolean {
  return /^\s*application\/(x-)?(ndjson|jsonl|jsonlines|json-lines)\s*(;|$)/i.test(contentType)
}

/** JSON by name, or a body that does not say what it is. What a form on another site can send is no list of facts. */
function isJson(contentType: string): boolean {
  return contentType.trim() === '' || /^\s*application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)
}

/**
 * Takes the facts of one request body: one JSON object, an array, or NDJSON line by line. Every good one is taken, every
 * bad one named by its place in the body; throws `UnreadableBody` when the body cannot be read at all. Bodies are
 * taken in transactions of up to 1,000 facts: what was taken before a failure stays, and a retry counts it as duplicate.
 */
export async function takeBody(body: PushedBody, intake: Pick<Intake, 'take'>, source: FactSource): Promise<IntakeResult> {
  if (!isNdjson(body.contentType) && !isJson(body.contentType)) {
    throw new UnreadableBody(415, '请求的内容类型不对，请用 application/json 或 application/x-ndjson。')
  }
  const batches = isNdjson(body.contentType) ? factLines(body.bytes) : jsonBatches(body.bytes)
  const refusals: Refusal[] = []
  const sum = { accepted: 0, duplicates: 0, refused: 0, revision: 0 }
  let offset = 0
  for await (const raws of batches) {
    const part = await intake.take(raws, source).catch((error: unknown) => {
      throw sum.accepted > 0 ? partlyTaken(error, sum.accepted) : error
    })
    sum.accepted += part.accepted
    sum.duplicates += part.duplicates
    sum.refused += part.refused
    sum.revision = part.revision
    for (const each of part.refusals) if (refusals.length < LISTED) refusals.push({ ...each, index: (each.index ?? 0) + offset })
    offset += raws.length
  }
  // A body of blank lines asks for nothing; the answer still tells where the journal stands.
  const { revision } = offset > 0 ? sum : await intake.take([], source)
  return { ...sum, refusals, revision }
}

/** The store's own sentence says that nothing was kept, which is not so after an earlier part of the same body. */
function partlyTaken(error: unknown, accepted: number): unknown {
  if (error instanceof Error && error.name === 'StoreFull') {
    error.message = `数据盘已满或无法写入：本次提交的前 ${accepted} 条已入账，其余没有保存；请管理员清理数据盘后整体重发，已入账的会按重复计。`
  }
  return error
}

async function* jsonBatches(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly unknown[], void> {
  const text = await wholeText(bytes)
  const value = parsed(text)
  const raws: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (raws.length === 0) yield raws
  for (let from = 0; from < raws.length; from += BATCH) yield raws.slice(from, from + BATCH)
}

async function wholeText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > JSON_MEGABYTES * 1024 * 1024) {
      throw new UnreadableBody(413, `请求内容超过 ${JSON_MEGABYTES} MB，请分批提交，或用 application/x-ndjson 逐行提交。`)
    }
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (text.trim() === '') throw new UnreadableBody(400, '请求内容是空的，请提交一条记录、记录数组，或逐行的 JSON。')
    const { line, column } = jsonPlace(text)
    throw new UnreadableBody(400, `请求内容不是合格的 JSON（第 ${line} 行第 ${column} 个字符处），请检查后重发，没有任何一条入账。`)
  }
}
