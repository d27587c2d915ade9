import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/must.ts'
import type { Cell, TableHead, WholeTable } from '../answers/table.ts'
import { tableCsv } from './write-csv.ts'
import { tableXlsx } from './write-xlsx.ts'

export type TableFormat = 'xlsx' | 'csv'

/** What the writing thread is sent, as JSON bytes: a head, rows in slices or a whole table, then in what format to end it. */
export type TablePiece =
  | { readonly piece: 'head' | 'rows' | 'whole'; readonly json: Uint8Array }
  | { readonly piece: 'end'; readonly format: TableFormat }

/** Writes one table after the other in a thread of its own and posts each file's bytes. */
export function writeTables(): void {
  const port = must(parentPort, 'tables are written in a thread of their own')
  let head: TableHead | undefined
  let rows: (readonly Cell[])[] = []

  async function finish(format: TableFormat): Promise<void> {
    const table: WholeTable = { head: must(head, 'a table begins with its head'), rows }
    head = undefined
    rows = []
    const bytes = format === 'csv' ? tableCsv(table) : await tableXlsx(table)
    port.postMessage(bytes, [bytes.buffer as ArrayBuffer])
  }

  port.on('message', (piece: TablePiece) => {
    switch (piece.piece) {
      case 'head': return void (head = parsed<TableHead>(piece.json))
      case 'rows': return void rows.push(...parsed<(readonly Cell[])[]>(piece.json))
      case 'whole': {
        const whole = parsed<WholeTable>(piece.json)
        head = whole.head
        rows = [...whole.rows]
        return undefined
      }
      case 'end': return void finish(piece.format)
    }
  })
}

function parsed<T>(json: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(json)) as T
}
