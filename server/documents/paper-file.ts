import type { Paper } from './paper.ts'
import type { PaperTable } from './paper-table.ts'

/** `jsonl`: its records, one JSON value a line. */
export type PaperFormat = 'docx' | 'xlsx' | 'csv' | 'jsonl'

/** A paper before it is written: what it is called, and as text or as table what stands in it. */
export interface PaperFile {
  /** File name without its ending. */
  readonly name: string
  readonly paper: Paper | null
  readonly table: PaperTable | null
  readonly records?: readonly object[]
}

/** A file as it is handed out. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A pack with the fingerprint of all its files together. */
export interface PackBytes {
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
