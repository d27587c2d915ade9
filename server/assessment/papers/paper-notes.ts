import { clockWords, notesOf } from '../../answers/table-notes.ts'
import type { TableHead } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { World } from '../../../shared/obligations/world.ts'
import type { MadeBy } from './paper-asked.ts'

/** Left open for the name of who reads it over. */
export const READ_OVER = '本表由系统生成，经＿＿＿＿＿＿审核'

interface NotedPaper {
  readonly title: string
  readonly count: number
  readonly made: MadeBy
  /** 口径 of this paper, in place of the general one. */
  readonly counted: string
  readonly own?: TableHead['notes']
}

/** What a paper says of itself: how it was counted, day, knowledge, versions of catalogue, scheme, calendar and program, who read it over. */
export function paperNotes(view: View, { title, count, made, counted, own = [] }: NotedPaper): TableHead['notes'] {
  const notes = notesOf(view, { title, count, at: made.at, filters: [] })
    .filter(([label]) => label !== '筛选条件' && label !== '说明')
    .map(([label, text]) => [label, label === '口径' ? counted : text] as const)
  return [...notes.filter(([label]) => label !== '生成时间'), ...own, ['软件版本', made.software], ['生成时间', clockWords(made.at)], ['说明', READ_OVER]]
}

/** The same as lines under a text. */
export function remarksOf(notes: TableHead['notes']): readonly string[] {
  return notes.filter(([label]) => label !== '表名' && label !== '件数').map(([label, text]) => (label === '说明' ? `${text}。` : `${label}：${text}。`))
}

/** The line below the title of a table. */
export function subtitleOf(world: World): string {
  const known = world.knownAt === null ? '按生成时掌握' : `按${clockWords(world.knownAt)}掌握`
  return `考核年度：${world.year}年\u3000\u3000截至日：${world.day}\u3000\u3000${known}${world.sample ? '\u3000\u3000演示数据' : ''}`
}

/** 2026-10-12 → 2026年10月12日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** The office that watches disclosure (政府信息公开工作主管部门, 条例 第3条). */
export function officeOf(world: World): string {
  return `${world.district}人民政府办公室`
}
