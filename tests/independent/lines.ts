import type { Day, Every, Moment } from './days.ts'
import type { NoticeYear } from './workdays.ts'

/** What the exported journal says, line by line: only the fields a recount reads, each as the journal's contract names it. */
export interface About { readonly ref?: string; readonly period?: string; readonly url?: string; readonly obligation?: string }

export interface Fact {
  readonly kind: string
  readonly key: string
  readonly unit: string
  readonly item: string
  readonly day: Day
  readonly ref?: string
  readonly refs?: readonly string[]
  readonly title?: string
  readonly url?: string
  readonly docNumber?: string
  readonly policy?: boolean
  readonly drafter?: string
  readonly lead?: string
  readonly channel?: string
  readonly period?: string
  readonly formedDay?: Day
  readonly urlDay?: Day
  readonly firstSeenDay?: Day
  readonly interprets?: string
  readonly baseline?: boolean
  readonly about?: About
  readonly reason?: string
  readonly exemptKind?: string
  readonly until?: Day
  readonly units?: readonly string[]
  readonly httpStatus?: number
  readonly verdict?: string
  readonly countsDay?: Day
  readonly of?: { readonly feed: string; readonly key: string }
  readonly set?: Readonly<Record<string, unknown>>
  readonly void?: boolean
  readonly confirm?: boolean
  readonly waits?: boolean
  readonly year?: number
  readonly entry?: string
  readonly points?: number
  readonly takeBack?: boolean
  readonly code?: string
  readonly place?: string
  readonly sample?: string
  readonly outcome?: string
  readonly present?: readonly string[]
  readonly missing?: readonly string[]
  readonly material?: readonly string[]
}

export type Rule =
  | { readonly kind: 'within'; readonly n: number; readonly unit: string; readonly after: string }
  | { readonly kind: 'byDate'; readonly monthDay: string }
  | { readonly kind: 'cycle'; readonly n: number; readonly unit: string }
  | { readonly kind: 'realtime' | 'display' | 'manual' | 'unstated' }

interface YearlyDate { readonly monthDay: string; readonly yearOffset: number }

export interface Slot {
  readonly name: string | null
  readonly every: Every
  readonly anchor: 'start' | 'end'
  readonly due:
    | { readonly kind: 'offset'; readonly n: number; readonly unit: string }
    | ({ readonly kind: 'date' } & YearlyDate)
    | { readonly kind: 'event'; readonly n: number; readonly unit: string; readonly backstop: YearlyDate }
}

export interface Cadence {
  readonly kind: 'standing' | 'asFormed' | 'dynamic' | 'slots' | 'followUp' | 'member'
  readonly origin: string
  readonly reviewMonths?: number | null
  readonly cycleMonths?: number | null
  readonly slots?: readonly Slot[]
  readonly of?: string
}

export interface Item {
  readonly id: string
  readonly catalogue: string
  readonly category: string
  readonly deadline: { readonly printed: string; readonly rules: readonly Rule[] }
  readonly selectors: readonly string[]
  readonly channels: { readonly checked: readonly string[] }
  readonly cadence: Cadence
  readonly cadenceOverrides: readonly { readonly kinds?: readonly string[]; readonly units?: readonly string[]; readonly cadence: Cadence }[]
  readonly appliesTo: { readonly kinds: readonly string[]; readonly traits: readonly string[]; readonly named?: readonly string[] }
  readonly doubts: readonly { readonly repair?: { readonly field: string; readonly value: unknown } }[]
  readonly sameAs?: string
  readonly elements?: readonly string[]
}

export interface Catalogue {
  readonly id: string
  readonly effective: Day
  readonly owner: string | null
  readonly categories: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
  readonly items: readonly Item[]
}

export interface Unit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly peerGroup: string
  readonly traits: readonly string[]
  readonly validFrom?: Day
  readonly validTo?: Day
  readonly successor?: string
  readonly successorByItem?: Readonly<Record<string, string>>
}

export interface Leaf {
  readonly code: string
  readonly points: number
  readonly kind: string
  readonly measure: string
  readonly full?: number
  readonly zero?: number
  readonly few?: { readonly below: number; readonly perPiece: number }
  readonly each?: number
  readonly eachLong?: number
  readonly longWorkdays?: number
  readonly items?: readonly string[]
  readonly slots?: readonly string[]
  readonly codes?: readonly string[]
  readonly every?: number
  readonly emptyMeans: string
  readonly kinds?: readonly string[]
  readonly traits?: readonly string[]
}

export interface Scheme {
  readonly yearStart: string
  readonly leafCap: number
  readonly rankFloor: number
  readonly groups: readonly { readonly code: string; readonly leaves: readonly Leaf[] }[]
  readonly bonus: { readonly cap: number; readonly gateScore: number; readonly gateNoOverdueBeyond: number; readonly entries: readonly { readonly code: string }[] }
  readonly negative: readonly { readonly code: string; readonly points: number }[]
  readonly veto: { readonly cap: number }
  readonly bands: readonly { readonly name: string; readonly from: number; readonly topShare?: number }[]
}

export interface Statute { readonly item: string; readonly slot?: string; readonly rule: Rule }

export type Setting =
  | { readonly kind: 'catalogueVersion'; readonly effective: Day; readonly catalogue: Catalogue }
  | { readonly kind: 'repair'; readonly effective: Day; readonly item: string; readonly doubt: number; readonly accepted: boolean }
  | { readonly kind: 'sameAs'; readonly effective: Day; readonly item: string; readonly with: string | null }
  | {
      readonly kind: 'applicability'; readonly effective: Day; readonly item: string; readonly units?: readonly string[]
      readonly jointLead?: string | null; readonly cadence?: { readonly unit: string; readonly cadence: Cadence }
    }
  | {
      readonly kind: 'dutyState'; readonly effective: Day; readonly state: string
      readonly duties: 'all' | readonly { readonly unit: string; readonly item: string }[]
    }
  | { readonly kind: 'calendarYear'; readonly effective: Day; readonly year: NoticeYear }
  | { readonly kind: 'scheme'; readonly effective: Day; readonly scheme: Scheme }
  | { readonly kind: 'statutory'; readonly effective: Day; readonly rules: readonly Statute[] }
  | { readonly kind: 'unitChange'; readonly effective: Day; readonly unit: Unit }
  | { readonly kind: 'threshold'; readonly effective: Day; readonly thresholds: Readonly<Record<string, number>> }
  | { readonly kind: 'feedScope'; readonly effective: Day; readonly feed: string; readonly units: '*' | readonly string[]; readonly items: '*' | readonly string[] }
  | { readonly kind: 'feedOutage' | 'feedRecovery'; readonly effective: Day; readonly feed: string }
  | { readonly kind: 'supervisedFrom'; readonly effective: Day; readonly day: Day }
  | { readonly kind: 'dayRolled'; readonly effective: Day }

export interface Recorded {
  readonly seq: number
  readonly recordedAt: Moment
  readonly source: { readonly feed: string; readonly ofRecord?: boolean }
}
export type FactLine = Recorded & { readonly fact: Fact }
export type SettingLine = Recorded & { readonly setting: Setting }
export type Line = FactLine | SettingLine

/** Reads the export: one JSON object a line. */
export function readLines(text: string): Line[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}
