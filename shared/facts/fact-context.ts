import type { Day } from '../time/day.ts'
import type { Refusal } from '../refusal.ts'
import type { Act } from './act.ts'
import type { About, Fact, FactKind } from './fact.ts'

/** The fact a correction is about, found through earlier corrections of it. */
export interface CorrectionTarget {
  readonly feed: string
  /** Never a `corrected` one. */
  readonly fact: Exclude<Fact, { readonly kind: 'corrected' }>
}

/** A unit's appeal or request, or the office's answer to one, as far as it has been read. */
export interface MatterDraft {
  readonly kind: 'disputed' | 'requested' | 'ruled' | 'extended' | 'declined'
  readonly unit: string
  readonly item: string
  readonly about: About
  readonly until?: Day | undefined
  /** Account that says it. */
  readonly account: string | undefined
}

/** 考核记录 as far as it has been read: whole and free of contradictions. */
export type ActDraft = Omit<Act, 'key' | 'day'>

/** What reading a fact needs to know of the world; every answer is as of the moment it is recorded. */
export interface FactContext {
  /** Local day of `recordedAt`: no fact lies after it, and it is the filing day of a declaration. */
  readonly today: Day
  /** Unit id by id, name or alias; several ids where the name is ambiguous. */
  findUnit(text: string): string | readonly string[] | undefined
  /** Item id by id or by the path joined with `/`; several ids where the path is ambiguous. */
  findItem(text: string): string | readonly string[] | undefined
  /** The unit that answers for a row on a day: itself, or after a merger or split its successor. */
  unitOn(unit: string, item: string, day: Day): string
  /** The row's printed subjects, or a decision of the office, give it to the unit. */
  printedFor(unit: string, item: string): boolean
  /** Guides, annual reports, organisation, budgets, plans: 情况说明 is never accepted. */
  alwaysExists(item: string): boolean
  /** Names of the item's slots for the unit (null = a slot without a name); empty when it has none. */
  slotNames(unit: string, item: string): readonly (string | null)[]
  /** Refusal by role or scope; `units` are the unit as named and the one that answers today. */
  refusedBy(fact: { readonly kind: FactKind; readonly units: readonly string[]; readonly item: string }): Refusal | undefined
  /** Refusal of a correction by role or source. */
  refusedCorrection(correction: { readonly target: CorrectionTarget; readonly confirms: boolean }): Refusal | undefined
  /** Unit of an obligation and the items it answers for (folded rows and group members too). */
  findObligation(id: string): { readonly unit: string; readonly items: readonly string[] } | undefined
  findTarget(feed: string, key: string): CorrectionTarget | undefined
  /** Refusal of an appeal, a request or an answer by what its obligation has been through. */
  refusedMatter(draft: Omit<MatterDraft, 'account'>): Refusal | undefined
  /** Refusal of 考核记录 by what stands on record: another mark in between, one's own finding, an unknown leaf. */
  refusedAct(draft: ActDraft): Refusal | undefined
  /** Bytes of a file the unit, or the office for it, has handed in; undefined when there is none. */
  attachmentSize(sha256: string, unit: string): number | undefined
}
