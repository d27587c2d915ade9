import { unreachable } from '../../shared/must.ts'
import { dutyRows, type DutyFilter } from './duties.ts'
import { findingColumns, findingNotes } from './finding-columns.ts'
import { findingRow, findingsFound, type FindingFilter } from './findings.ts'
import { obligationColumns } from './obligation-columns.ts'
import { obligationRow, obligationsFound, type WholeFilter } from './obligations.ts'
import { registerRows } from './register.ts'
import { registerColumns } from './register-columns.ts'
import { responsibilityColumns, responsibilityNotes } from './responsibility-columns.ts'
import type { Cell, Column, Table, TableHead, WholeTable } from './table.ts'
import { notesOf } from './table-notes.ts'
import { dutyColumns, unitColumns } from './unit-columns.ts'
import { unitsAnswer } from './units.ts'
import type { View } from './view.ts'

/** Which table, of which rows, in which columns. `made` says when and under which filters, for its notes. */
export type TableAsked = {
  readonly columns: readonly string[]
  readonly made: { readonly at: string; readonly filters: readonly string[] }
} & (
  | { readonly table: 'obligations'; readonly filter: WholeFilter }
  | { readonly table: 'duties' | 'responsibilities'; readonly filter: DutyFilter }
  | { readonly table: 'units'; readonly only: string | null }
  | { readonly table: 'register'; readonly year: number }
  | { readonly table: 'findings'; readonly filter: FindingFilter }
)

export type TableName = TableAsked['table']

const columnsOf = { obligations: obligationColumns, duties: dutyColumns, responsibilities: responsibilityColumns, units: unitColumns, register: registerColumns, findings: findingColumns }

/** Names `columns=` takes for a table, in the order of the whole table. */
export function columnNames(table: TableName): readonly string[] {
  return Object.keys(columnsOf[table])
}

/** A table of a view; its rows are made while they are taken. */
export function tableOf(view: View, asked: TableAsked): Table {
  switch (asked.table) {
    case 'obligations': {
      const found = obligationsFound(view, { ...asked.filter, limit: 0 })
      return made(view, asked, { title: '应公开信息', columns: obligationColumns, rows: found, count: found.length, toRow: o => obligationRow(o, view.world()) })
    }
    case 'duties': {
      const rows = dutyRows(view, asked.filter)
      return made(view, asked, { title: '公开责任', columns: dutyColumns, rows, count: rows.length, toRow: row => row })
    }
    case 'responsibilities': {
      const rows = dutyRows(view, asked.filter).filter(row => !row.ended)
      return made(view, asked, { title: '责任清单（认领确认表）', columns: responsibilityColumns, rows, count: rows.length, toRow: row => row, notes: responsibilityNotes })
    }
    case 'units': {
      const { units } = unitsAnswer(view, asked.only)
      return made(view, asked, { title: '各单位公开情况', columns: unitColumns, rows: units, count: units.length, toRow: row => row })
    }
    case 'register': {
      const rows = registerRows(view, asked.year)
      return made(view, asked, { title: `${asked.year}年月度关账与文号`, columns: registerColumns, rows, count: rows.length, toRow: row => row })
    }
    case 'findings': {
      const rows = findingsFound(view, asked.filter)
      return made(view, asked, { title: '问题整改情况', columns: findingColumns, rows, count: rows.length, toRow: row => findingRow(view, row), notes: findingNotes })
    }
    default: return unreachable(asked)
  }
}

export function wholeTable({ head, rows }: Table): WholeTable {
  return { head, rows: [...rows] }
}

function withOwn(notes: TableHead['notes'], own: TableHead['notes']): TableHead['notes'] {
  const others = notes.filter(([label]) => !own.some(([name]) => name === label))
  return [...others, ...own]
}

interface Source<Found, Row> {
  readonly title: string
  readonly columns: Readonly<Record<string, Column<Row>>>
  readonly rows: Iterable<Found>
  readonly count: number
  toRow(found: Found): Row
  /** In the place of the notes of the same label, or after them. */
  readonly notes?: TableHead['notes']
}

function made<Found, Row>(view: View, asked: TableAsked, { title, columns, rows, count, toRow, notes = [] }: Source<Found, Row>): Table {
  const world = view.world()
  const chosen = asked.columns.flatMap(name => columns[name] ?? [])
  function* cells(): Generator<readonly Cell[]> {
    for (const found of rows) {
      const row = toRow(found)
      yield chosen.map(column => column.cell(row, world))
    }
  }
  return {
    head: { title, notes: withOwn(notesOf(view, { title, count, ...asked.made }), notes), columns: chosen.map(({ head, width, kind }) => ({ head, width, kind })) },
    rows: cells(),
  }
}
