import { paperKinds, paperTitles, type PaperForm, type PaperName } from '../../shared/assessment/paper-kinds.ts'
import type { NamedBytes, PaperFormat } from '../documents/paper-file.ts'
import { sha256Of } from '../documents/pack-manifest.ts'
import type { TableFiles } from '../documents/table-files.ts'
import { JobRefused, type JobFile, type Report } from '../jobs.ts'
import type { AsKnown } from '../past/as-known.ts'
import type { Past } from '../past/past.ts'
import type { AttachmentStore } from '../store/attachment.ts'
import { makePack } from './pack/make-pack.ts'
import type { PaperQuestion } from './paper-question.ts'
import type { MadeBy } from './papers/paper-asked.ts'

/** What papers are made with: the past judges and writes the text, other threads write the bytes. */
export interface PaperMaking {
  readonly past: Pick<Past, 'ask'>
  readonly tables: TableFiles
  readonly attachments: Pick<AttachmentStore, 'find' | 'read'>
}

export interface PaperOrder {
  readonly paper: PaperName
  readonly form: PaperForm
  readonly at: AsKnown
  readonly revision: number
  readonly made: MadeBy
  readonly by: string
  /** Asked for by the unit itself: without the office's own work. */
  readonly forUnit: boolean
  /** null = all; papers of one unit are made for each of them. */
  readonly units: readonly string[] | null
  /** Every unit there is, in official order. */
  readonly everyUnit: readonly string[]
  readonly appeals: readonly number[]
  readonly edition: { readonly period: string; readonly edition: number } | null
}

const types: Readonly<Record<PaperForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8', zip: 'application/zip',
}

/** Makes what was ordered, step by step, off the main thread; several papers come as one .zip. Throws `JobRefused` where there is nothing to make one of. */
export async function makePaper(making: PaperMaking, order: PaperOrder, report: Report): Promise<JobFile> {
  if (order.paper === 'evidence') return makePack(making, order, report)
  const format: PaperFormat = order.form === 'zip' ? 'docx' : order.form
  const questions = questionsOf(order)
  if (questions.length === 0) throw new JobRefused(`没有可以生成“${paperTitles[order.paper]}”的内容：所选范围内没有已裁定的申诉。`)
  const files: NamedBytes[] = []
  const isOne = questions.length === 1
  for (const [done, question] of questions.entries()) {
    report({ done, total: questions.length + 1, step: `正在生成（${done + 1}/${questions.length}）` })
    const file = await writtenPaper(making, order, { question, format })
    if (file !== undefined) files.push(file)
  }
  if (files.length === 0) throw new JobRefused(nothingWords(order, isOne))
  report({ done: questions.length, total: questions.length + 1, step: '正在汇总' })
  const [only] = files
  if (only !== undefined && files.length === 1) return { ...only, type: types[order.form], sha256: sha256Of(only.bytes) }
  const bytes = await making.tables.zip(files, order.made.at)
  return { name: `${paperTitles[order.paper]}（${files.length}份，截至${order.at.day}）.zip`, bytes, type: types.zip, sha256: sha256Of(bytes) }
}

/** One paper as a file; undefined where there is nothing to make it of. */
export async function writtenPaper(
  { past, tables }: PaperMaking, { at, revision }: Pick<PaperOrder, 'at' | 'revision'>, { question, format }: { readonly question: PaperQuestion; readonly format: PaperFormat },
): Promise<NamedBytes | undefined> {
  const json = await past.ask(at, question, revision)
  return json === null ? undefined : tables.writePaper(json, format)
}

function nothingWords({ paper, at }: PaperOrder, isOne: boolean): string {
  if (paper === 'notice') return `截至${at.day}${isOne ? '该单位' : '所选单位'}没有逾期未公开信息和未销号的问题，无须督办。`
  return `截至${at.day}没有可以生成“${paperTitles[paper]}”的内容，请核对单位、申诉或版本。`
}

function questionsOf({ paper, units, everyUnit, appeals, edition, made }: PaperOrder): readonly PaperQuestion[] {
  if (paper === 'evidence') return []
  if (paper === 'restatement') return edition === null ? [] : [{ ask: 'restatement', ...edition, made }]
  switch (paperKinds[paper].per) {
    case 'unit': return (units ?? everyUnit).map(unit => ({ ask: 'paper', asked: { paper, units: [unit], made } }))
    case 'appeal': return appeals.map(appeal => ({ ask: 'paper', asked: { paper, units, appeal, made } }))
    default: return [{ ask: 'paper', asked: { paper, units, made } }]
  }
}
