import type { Agreement, EditionPiece, JournalPrint } from './edition-parts.ts'
import type { AssessmentResult } from './result.ts'

export const editionFormat = 'assessment-edition/1'

/** 封存: the whole result of a period as it was settled, with what it was counted from. Its fingerprint is taken of its canonical JSON. */
export interface EditionBody {
  readonly format: typeof editionFormat
  /** "2026-10" or "2025". */
  readonly period: string
  /** 1 = the first; each restatement (核定后更正) is one more. */
  readonly edition: number
  /** Why it was settled anew; empty for the first. */
  readonly reason: string
  readonly software: string
  /** D and K are the result's own `day` and `knownAt`. */
  readonly result: AssessmentResult
  /** By unit: how each piece of the year stood. */
  readonly pieces: Readonly<Record<string, readonly EditionPiece[]>>
  /** The last word of each unit on its proposed score. */
  readonly agreements: readonly Agreement[]
  /** Of everything recorded up to K. */
  readonly journal: JournalPrint
}

/** The first line of a freeze file (封存文件); the journal's entries up to K follow, one canonical line each. */
export interface EditionFileHead {
  readonly file: 'assessment-edition-file/1'
  readonly sha256: string
  readonly body: EditionBody
}

/** "2026-10.1": an edition's name in addresses. */
export function editionName({ period, edition }: { readonly period: string; readonly edition: number }): string {
  return `${period}.${edition}`
}

/** Reads "2026-10.1"; a bare number names an edition of the whole year. Undefined for anything else, or a period of another year form. */
export function readEditionName(name: string, year: number): { readonly period: string; readonly edition: number } | undefined {
  const found = /^(?:(\d{4}(?:-(?:0[1-9]|1[0-2]))?)\.)?([1-9]\d{0,3})$/.exec(name)
  if (!found) return undefined
  return { period: found[1] ?? String(year), edition: Number(found[2]) }
}

/** A fingerprint in groups of eight, for reading aloud and comparing with paper. */
export function spokenPrint(sha256: string): readonly string[] {
  return sha256.match(/.{1,8}/g) ?? []
}
