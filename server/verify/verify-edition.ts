import { gunzipSync } from 'node:zlib'
import packageJson from '../../package.json' with { type: 'json' }
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { editionFormat, spokenPrint, type EditionBody, type EditionFileHead } from '../../shared/assessment/edition.ts'
import { periodWords } from '../../shared/assessment/settling-rules.ts'
import { must } from '../../shared/must.ts'
import { readDay } from '../../shared/time/day.ts'
import { sha256Of } from '../assessment/journal-print.ts'
import { recount } from './recount.ts'
import type { Verdict, VerifiedKind } from './verdict.ts'
import { readJournalLines } from './read-journal-lines.ts'

/** 封存文件: the body's fingerprint, the journal's, then everything counted again from the journal alone. */
export const editionFile: VerifiedKind = { name: '封存文件（.jsonl.gz）', fits: bytes => isGzip(bytes) || startsAsHead(bytes), verify }

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function startsAsHead(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).startsWith('{"body":')
}

function verify(bytes: Uint8Array): Verdict {
  const text = textOf(bytes)
  if (text === undefined) return wrong(['文件不完整或已损坏，不能解压。'])
  const end = text.indexOf('\n')
  const head = headOf(text.slice(0, end === -1 ? text.length : end))
  if (head === undefined) return wrong(['文件第一行不是封存内容，或已被改动。'])
  const { body, sha256 } = head
  const said = saidOf(head)
  const faults: string[] = []
  const print = sha256Of(canonicalJson(body))
  if (print !== sha256) faults.push(`封存内容与指纹不符：按内容计算为 ${spokenPrint(print).join(' ')}。`)
  const journal = readJournalLines(text.slice(end + 1), body.journal)
  faults.push(...journal.faults)
  const recounted = journal.entries === undefined ? [] : recount(body, journal.entries)
  faults.push(...recounted)
  if (recounted.length > 0 && body.software !== packageJson.version) faults.push(`封存时的软件版本是 ${body.software}，本次核验用的是 ${packageJson.version}：计算规则其间若有修订，请用封存时的版本再核验一次。`)
  return faults.length > 0 ? wrong([...said, ...faults]) : { isSame: true, said: [...said, '一致：内容与指纹相符，流水与封存时相同，按流水重新计算的各单位、各指标、各件结果全部相同。请再与纸面上的指纹核对。'] }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(isGzip(bytes) ? gunzipSync(bytes) : bytes)
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

/** A line that is not written the one way was not written by us. */
function headOf(line: string): EditionFileHead | undefined {
  try {
    const head = JSON.parse(line) as Partial<EditionFileHead> | null
    const isHead = head?.file === 'assessment-edition-file/1' && typeof head.sha256 === 'string' && head.body?.format === editionFormat
    return isHead && isWhole(head.body) && canonicalJson(head) === line ? head as EditionFileHead : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Has what is read of it; what then stands in it is for the recount to say. */
function isWhole({ journal, result, pieces, agreements, period }: Partial<EditionBody>): boolean {
  return Array.isArray(journal?.blocks) && typeof result?.knownAt === 'string' && !Number.isNaN(Date.parse(result.knownAt)) && readDay(result.day) !== undefined
    && Array.isArray(result.units) && typeof result.restsOn === 'object' && typeof pieces === 'object' && Array.isArray(agreements) && typeof period === 'string'
}

function saidOf({ body, sha256 }: EditionFileHead): string[] {
  const { result, period, edition, software, reason } = body
  return [
    `${result.district} ${periodWords(period)}核定封存 第 ${edition} 版${reason === '' ? '' : `（核定后更正：${reason}）`}`,
    `截至 ${result.day}，按北京时间 ${shanghaiTime(must(result.knownAt, 'an edition is known at an instant'))} 掌握；软件版本 ${software}；评分细则 ${result.restsOn.scheme.name} ${result.restsOn.scheme.version}`,
    `指纹 ${spokenPrint(sha256).join(' ')}`,
  ]
}

/** "2026-11-22 11:47:32.119" */
function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '')
}

function wrong(said: readonly string[]): Verdict {
  return { isSame: false, said: [...said, '不一致。'] }
}

