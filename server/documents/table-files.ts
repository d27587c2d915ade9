import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Cell, Table } from '../answers/table.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { PackHead } from './pack-manifest.ts'
import type { NamedBytes, PackBytes, PaperFormat } from './paper-file.ts'
import type { TableFormat, TablePiece } from './table-writer.ts'
import type { ZipMember } from './write-zip.ts'
import { WritingThreads } from './writing-threads.ts'

/** Rows made and sent between two looks at what else the main thread has to do: a few milliseconds' work. */
const SLICE = 500

export type FileBytes = Uint8Array<ArrayBuffer>

/** Turns tables into files, off the main thread. */
export interface TableFiles {
  /** From a live table: its rows are made in slices, so that nobody else waits. */
  write(table: Table, format: TableFormat): Promise<FileBytes>
  /** From the JSON of a whole table, as the worker of the past answers it; the bytes are handed over. */
  writeWhole(json: FileBytes, format: TableFormat): Promise<FileBytes>
  /** A paper, from the JSON the worker of the past answers it in. */
  writePaper(json: FileBytes, format: PaperFormat): Promise<NamedBytes>
  /** Several files in one; their bytes are copied. */
  zip(members: readonly ZipMember[], at: Instant): Promise<FileBytes>
  /** The same with a manifest of every file's fingerprint. */
  pack(members: readonly ZipMember[], head: PackHead): Promise<PackBytes>
}

export function openTableFiles(program: URL): TableFiles {
  const threads = new WritingThreads(program)
  return {
    write: (table, format) => threads.next<FileBytes>(async thread => {
      post(thread, 'head', table.head)
      let slice: (readonly Cell[])[] = []
      for (const row of table.rows) {
        slice.push(row)
        if (slice.length < SLICE) continue
        post(thread, 'rows', slice)
        slice = []
        await setImmediate()
      }
      post(thread, 'rows', slice)
      end(thread, format)
    }),
    writeWhole: (json, format) => threads.next<FileBytes>(async thread => {
      thread.postMessage({ piece: 'whole', json } satisfies TablePiece, [json.buffer])
      end(thread, format)
    }),
    writePaper: (json, format) => threads.next<NamedBytes>(async thread => thread.postMessage({ piece: 'paper', json, format } satisfies TablePiece, [json.buffer])),
    zip: (members, at) => threads.next<FileBytes>(async thread => thread.postMessage({ piece: 'zip', members, at } satisfies TablePiece)),
    pack: (members, head) => threads.next<PackBytes>(async thread => thread.postMessage({ piece: 'pack', members, head } satisfies TablePiece)),
  }
}

function post(thread: Worker, piece: 'head' | 'rows', value: object): void {
  const json = new TextEncoder().encode(JSON.stringify(value))
  thread.postMessage({ piece, json } satisfies TablePiece, [json.buffer])
}

function end(thread: Worker, format: TableFormat): void {
  thread.postMessage({ piece: 'end', format } satisfies TablePiece)
}
