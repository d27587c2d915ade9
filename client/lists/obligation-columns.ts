import type { ObligationRow } from '../../shared/wire/answers.ts'
import type { Day } from '../../shared/time/day.ts'
import { breachWords, deskWords, proofWords } from '../desk-words.ts'
import { periodicText, periodText } from '../figure-text.ts'
import { flagWords, originWords, statusWords } from '../words.ts'

/** Columns of the list, by the names the download takes, in the order of the whole table. */
export const columnNames = [
  'unit', 'title', 'item', 'category', 'docNumber', 'period', 'status', 'lateWorkdays', 'dueDay', 'publishedDay', 'eventDay', 'originalDue', 'flags', 'origin', 'proof',
  'breach', 'year', 'url', 'id',
] as const
export type ColumnName = (typeof columnNames)[number]

export const firstColumns: readonly ColumnName[] = ['unit', 'title', 'category', 'status', 'lateWorkdays', 'dueDay', 'publishedDay', 'flags']

/** What a row's words need beside the row. */
export interface RowSetting {
  readonly asOf: Day
  readonly categoryShort: ReadonlyMap<string, string>
  readonly workdays: (from: Day, to: Day) => number | null
}

/** Numbers stand at the right. */
export const figureColumns: ReadonlySet<ColumnName> = new Set(['lateWorkdays', 'year'])
/** Relative widths: the title takes what is left. */
export const dayColumns: ReadonlySet<ColumnName> = new Set(['dueDay', 'publishedDay', 'eventDay', 'originalDue'])

/** What a row is called where it has no title of its own: the period and the catalogue's name. */
export function rowTitle(row: ObligationRow): string {
  return row.exemptKind === 'withheld' ? deskWords.piece.untitled : row.title ?? periodicText(row.period, row.itemName)
}

/** 不予公开 and 依申请公开 rest on different articles, a late 情况说明 is no publication: the status in its exact word. */
export function exactStatus(row: Pick<ObligationRow, 'status' | 'exemptKind' | 'lateBy'>): string {
  if (row.status === 'exempt' && row.exemptKind === 'withheld') return deskWords.exact.withheld
  if (row.status === 'exempt' && row.exemptKind === 'onRequest') return deskWords.exact.onRequest
  return row.status === 'late' && row.lateBy === 'declaration' ? deskWords.exact.declaredLate : statusWords[row.status]
}

/** Working days past the due day: up to the publication, or so far; null where there are none or the calendar is not read yet. */
export function lateWorkdays(row: ObligationRow, { asOf, workdays }: RowSetting): number | null {
  if (row.dueDay === null) return null
  if (row.status === 'overdue') return workdays(row.dueDay, asOf)
  return row.status === 'late' && row.publishedDay !== null ? workdays(row.dueDay, row.publishedDay) : null
}

/** The text of one cell; empty where there is nothing to say. Days are written in full, so that they sort and copy. */
export function cellText(row: ObligationRow, column: ColumnName, setting: RowSetting): string {
  switch (column) {
    case 'unit': return row.unitName
    case 'title': return rowTitle(row)
    case 'item': return row.itemName
    case 'category': return setting.categoryShort.get(row.category) ?? ''
    case 'docNumber': return row.docNumber ?? ''
    case 'period': return row.period === null ? '' : periodText(row.period)
    case 'status': return exactStatus(row)
    case 'lateWorkdays': return String(lateWorkdays(row, setting) ?? '')
    case 'flags': return row.flags.map((flag) => flagWords[flag]).join('、')
    case 'origin': return originWords[row.origin]
    case 'eventDay': return row.eventDay ?? ''
    case 'dueDay': return row.dueDay ?? ''
    case 'originalDue': return row.originalDue !== row.dueDay ? row.originalDue ?? '' : ''
    case 'publishedDay': return row.publishedDay ?? ''
    case 'proof': return row.hangsOnFormation ? proofWords[row.proof] : ''
    case 'breach': return row.breach === null ? '' : breachWords[row.breach]
    case 'year': return String(row.year)
    case 'url': return row.url ?? ''
    case 'id': return row.id
  }
}

/** The columns a person chose, in the table's order; an unreadable choice is the first one. */
export function readColumns(kept: string | null): readonly ColumnName[] {
  const names = (kept ?? '').split(',')
  const chosen = columnNames.filter((name) => names.includes(name))
  return chosen.length === 0 ? firstColumns : chosen
}
