import type { Paper } from './paper.ts'
import type { PaperTable } from './paper-table.ts'

export type PaperFormat = 'docx' | 'xlsx' | 'csv'

/** A paper before it is written: what it is called, and as text or as table what stands in it. */
export interface PaperFile {
  /** File name without its ending. */
  readonly name: string
  readonly paper: Paper | null
  readonly table: PaperTable | null
}

/** A file as it is handed out. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
