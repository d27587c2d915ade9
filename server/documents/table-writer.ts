import { parentPort } from 'node:worker_threads'
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { must, unreachable } from '../../shared/must.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { Cell, TableHead, WholeTable } from '../answers/table.ts'
import { withManifest, type PackHead } from './pack-manifest.ts'
import type { NamedBytes, PackBytes, PaperFile, PaperFormat } from './paper-file.ts'
import { tableCsv } from './write-csv.ts'
import { paperDocx } from './write-docx.ts'
import { paperXlsx } from './write-paper-xlsx.ts'
import { tableXlsx } from './write-xlsx.ts'
import { plainZipOf, zipOf, type ZipMember } from './write-zip.ts'

export type TableFormat = 'xlsx' | 'csv'

/**
 * What the writing thread is sent: of a table, as JSON bytes, a head, rows in slices or all of it, then in what format to
 * end it; a paper in one piece; or files to be put into one.
 */
export type TablePiece =
  | { readonly piece: 'head' | 'rows' | 'whole'; readonly json: Uint8Array }
  | { readonly piece: 'end'; readonly format: TableFormat }
  | { readonly piece: 'paper'; readonly json: Uint8Array; readonly format: PaperFormat }
  | { readonly piece: 'zip'; readonly members: readonly ZipMember[]; readonly at: Instant }
  | { readonly piece: 'pack'; readonly members: readonly ZipMember[]; readonly head: PackHead }

/** Writes one table after the other in a thread of its own and posts each file's bytes. */
export function writeTables(): void {
  const port = must(parentPort, 'tables are written in a thread of their own')
  let head: TableHead | undefined
  let rows: (readonly Cell[])[] = []

  async function finish(format: TableFormat): Promise<void> {
    const table: WholeTable = { head: must(head, 'a table begins with its head'), rows }
    head = undefined
    rows = []
    postBytes(format === 'csv' ? tableCsv(table) : await tableXlsx(table))
  }

  async function writePaper(file: PaperFile, format: PaperFormat): Promise<void> {
    const bytes = await paperBytes(file, format)
    port.postMessage({ name: `${file.name}.${format}`, bytes } satisfies NamedBytes, [bytes.buffer])
  }

  function postBytes(bytes: Uint8Array): void {
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
      case 'paper': return void writePaper(parsed<PaperFile>(piece.json), piece.format)
      case 'zip': return void postBytes(zipOf(piece.members, piece.at))
      case 'pack': {
        const { members, sha256 } = withManifest(piece.members, piece.head)
        const bytes = new Uint8Array(plainZipOf(members, piece.head.madeAt))
        return void port.postMessage({ sha256, bytes } satisfies PackBytes, [bytes.buffer])
      }
    }
  })
}

/** The file of a paper; throws when the paper has no such form. */
export async function paperBytes({ name, paper, table, records }: PaperFile, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx': return new Uint8Array(await paperDocx(must(paper, `${name} is a text`)))
    case 'xlsx': return new Uint8Array(await paperXlsx(must(table, `${name} is a table`)))
    case 'csv': return new Uint8Array(tableCsv(must(table, `${name} is a table`)))
    case 'jsonl': return new TextEncoder().encode(must(records, `${name} has records`).map(each => `${canonicalJson(each)}\n`).join(''))
    default: return unreachable(format)
  }
}

function parsed<T>(json: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(json)) as T
}
