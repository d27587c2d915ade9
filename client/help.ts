import entries from '../data/help.json'

/** What one measure means: its formula, what it counts, and the article or paper it rests on. */
export interface HelpEntry {
  readonly name: string
  readonly formula: string
  readonly counts: string
  readonly basis: string
  readonly more?: string
}

/** 口径 by code, in the order of the page; the indicators of the score stand under `leaf:A1` … */
export const help: Readonly<Record<string, HelpEntry>> = entries
