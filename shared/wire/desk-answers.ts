import type { PeriodUnit } from '../time/period.ts'
import type { Day, Instant } from '../time/day.ts'
import type { CorrectionNote } from '../facts/fact-history.ts'
import type { Fact, FactKind } from '../facts/fact.ts'
import type { UnitRegister } from '../measures/unit-register.ts'
import type { DeadlineProof } from '../obligations/deadline-proof.ts'
import type { DueLayer, DutyStanding, Obligation } from '../obligations/obligation.ts'
import type { AnswerStamp } from './answers.ts'

/** A row the unit may report under: what the desk's forms offer. */
export interface FillRow {
  readonly item: string
  readonly name: string
  readonly path: readonly string[]
  readonly category: string
  readonly categoryName: string
  readonly cadence: DutyStanding['cadence'] | 'member'
  /** The unit owes it; other rows are only printed for it. */
  readonly owed: boolean
  /** 情况说明 is never accepted. */
  readonly alwaysExists: boolean
  readonly slots: readonly { readonly name: string | null; readonly every: PeriodUnit }[]
  /** Checked channels; empty where the cell is blank, which the government site satisfies. */
  readonly channels: readonly string[]
  /** 拼音: initials and syllables of the name, as typed without an input method. */
  readonly initials: string
  readonly spelled: string
  /** Of a standing row: when it was last published or looked over, by when it is to be looked over again, and where it stands. */
  readonly review: { readonly lastDay: Day | null; readonly reviewBy: Day | null; readonly url: string | null } | null
}

export interface FillRowsAnswer extends AnswerStamp {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly supervisedFrom: Day
  /** Those the unit owes first, each in document order. */
  readonly rows: readonly FillRow[]
  /** Other units by name, for joint papers. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
}

/** `opens` is false where registering opens no deadline of its own. */
export interface DueRow {
  readonly item: string
  readonly opens: boolean
  readonly due: Day | null
  readonly layers: readonly DueLayer[]
  readonly proof: DeadlineProof | null
}

/** When information formed on a day would be due under the unit's rows. */
export interface DueAnswer extends AnswerStamp {
  readonly unit: string
  readonly day: Day
  readonly rows: readonly DueRow[]
}

/** What an obligation is now that a record bears on it. */
export type TouchedPiece = Pick<Obligation, 'id' | 'title' | 'period' | 'status' | 'lateBy' | 'dueDay' | 'publishedDay' | 'exemptKind' | 'item'>

/** 填报记录: one fact of the unit's desk as it counts now, with what became of it. */
export interface DeskRecord {
  readonly seq: number
  readonly recordedAt: Instant
  readonly feed: string
  readonly account: string | null
  readonly key: string
  readonly kind: FactKind
  readonly item: string
  readonly itemName: string
  /** As it counts after corrections; titles of withheld papers are blank. */
  readonly fact: Fact
  readonly state: 'stands' | 'void' | 'waiting'
  readonly corrections: readonly CorrectionNote[]
  readonly pieces: readonly TouchedPiece[]
}

export interface DeskRecordsAnswer extends AnswerStamp {
  readonly unit: string
  readonly rows: readonly DeskRecord[]
  readonly total: number
}

export interface RegisterAnswer extends AnswerStamp, UnitRegister {}

/** One unit's open questions of a year, for the office. */
export interface RegisterRow {
  readonly unit: string
  readonly unitName: string
  /** Months ended, and closed. */
  readonly months: number
  readonly closed: number
  readonly missing: readonly string[]
  readonly late: readonly string[]
  /** Months whose figures the store knows otherwise. */
  readonly differing: readonly string[]
  /** Numbers nobody knows anything of, and the runs they stand in. */
  readonly numbers: number
  readonly gaps: readonly string[]
  readonly explained: number
}

export interface RegistersAnswer extends AnswerStamp {
  readonly year: number
  readonly rows: readonly RegisterRow[]
}
