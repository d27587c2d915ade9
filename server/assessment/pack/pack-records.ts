import { obligationColumns } from '../../answers/obligation-columns.ts'
import { obligationRow, obligationsFound } from '../../answers/obligations.ts'
import { clockWords } from '../../answers/table-notes.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { isAct, isOfficeWork } from '../../../shared/facts/act.ts'
import type { Fact, RecordedFact } from '../../../shared/facts/fact.ts'
import type { MadeBy } from '../papers/paper-asked.ts'
import { paperNotes, subtitleOf } from '../papers/paper-notes.ts'

/** Which records of a unit: its pieces of the year, everything recorded of it, or the looks taken at its pages. */
export type PackRecords = 'obligations' | 'facts' | 'looks'

const RULE = '按件计；不予公开的信息只保留件数、事项和理由，标题、文号、编号和网址以“（不予公开，略）”代替'
const MASK = '（不予公开，略）'

const factColumns: readonly PaperColumnHead[] = [
  { head: '流水号', width: 9, kind: 'count' }, { head: '记录时刻', width: 18, kind: 'text' }, { head: '来源', width: 12, kind: 'text' }, { head: '账号', width: 14, kind: 'text' },
  { head: '种类', width: 12, kind: 'text' }, { head: '事项编号', width: 22, kind: 'text' }, { head: '所称日期', width: 12, kind: 'day' }, { head: '内容', width: 80, kind: 'text' },
]

/** A unit's records as JSON lines and as a table, in order. Withheld ones without anything that names them. */
export function packRecords(view: View, { unit, of, forUnit, made }: { readonly unit: string; readonly of: PackRecords; readonly forUnit: boolean; readonly made: MadeBy }): PaperFile | undefined {
  const world = view.world()
  const name = world.units.get(unit)?.name
  if (name === undefined) return undefined
  const withheld = withheldSeqs(view, unit)
  if (of === 'obligations') {
    const rows = obligationsFound(view, { unit: [unit], year: [world.year], limit: 0 }).map(each => ({ ...each, row: obligationRow(each, world) }))
    const columns = Object.values(obligationColumns)
    const masked = rows.map(({ row, facts, exemptKind }) => (exemptKind === 'withheld' ? { ...row, id: MASK, title: null, docNumber: null, url: null, facts } : { ...row, facts }))
    return fileOf(view, { title: `${name}${world.year}年度应公开信息`, made, records: masked, columns: columns.map(({ head, width, kind }) => ({ head, width, kind })), rows: masked.map(row => columns.map(column => column.cell(row, world))) })
  }
  const own = view.everyFact().filter(({ fact }) => fact.unit === unit && (of === 'facts') === (fact.kind !== 'observed') && !(forUnit && isOfficeWork(fact))).map(each => (withheld.has(each.seq) ? { ...each, fact: maskedFact(each.fact) } : each))
  return fileOf(view, { title: `${name}${of === 'facts' ? '记录' : '页面核查记录'}`, made, records: own, columns: factColumns, rows: own.map(factCells) })
}

interface Filed {
  readonly title: string
  readonly made: MadeBy
  readonly records: readonly object[]
  readonly columns: readonly PaperColumnHead[]
  readonly rows: readonly (readonly Cell[])[]
}

function fileOf(view: View, { title, made, records, columns, rows }: Filed): PaperFile {
  return {
    name: title, paper: null, records,
    table: { head: { title, columns, notes: paperNotes(view, { title, count: rows.length, made, counted: RULE }) }, rows, subtitle: subtitleOf(view.world()), wide: true, fixed: 1 },
  }
}

function factCells({ seq, recordedAt, source, fact }: RecordedFact): readonly Cell[] {
  const { key: _key, unit: _unit, kind, item, day, ...rest } = fact
  return [seq, clockWords(recordedAt), source.feed, source.account ?? '', kind, item, day, JSON.stringify(rest)]
}

/** Facts that bear on a paper the unit withholds, and 考核记录 that name it. */
function withheldSeqs(view: View, unit: string): ReadonlySet<number> {
  const seqs = new Set<number>()
  const ids = new Set<string>()
  for (const { obligations } of view.parts().get(unit) ?? []) {
    for (const { id, aliases, exemptKind, facts } of obligations) {
      if (exemptKind !== 'withheld') continue
      for (const seq of facts) seqs.add(seq)
      for (const name of [id, ...aliases]) ids.add(name)
    }
  }
  if (ids.size === 0) return seqs
  for (const { seq, fact } of view.everyFact()) if (isAct(fact) && 'about' in fact && fact.about && 'obligation' in fact.about && ids.has(fact.about.obligation)) seqs.add(seq)
  return seqs
}

const naming = ['key', 'title', 'docNumber', 'ref', 'refs', 'url', 'about', 'set', 'of'] as const

function maskedFact(fact: Fact): Fact {
  const masked: Record<string, unknown> = { ...fact }
  for (const name of naming) if (name in masked) masked[name] = MASK
  return masked as unknown as Fact
}
