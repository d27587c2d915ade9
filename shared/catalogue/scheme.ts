/** A measure of a unit the score can be read from; each is a function in `score.ts`. */
export type LeafMeasure =
  | 'onTimeMacro' | 'eventualMacro' | 'overdueNow' | 'standingCoverage' | 'periodicCoverage' | 'asFormedCoverage'
  | 'irregularNothing' | 'slotOnTime' | 'interpretedInTime' | 'interpreted' | 'verifiable'
  | 'elementsComplete' | 'findings' | 'rectifiedInTime' | 'recurrence'
  /** Nothing reckons it: a person enters its points with 佐证. */
  | 'none'

/** One leaf of the tree (指标). Points are those printed. */
export interface Leaf {
  readonly code: string
  readonly name: string
  readonly points: number
  readonly kind: 'ratio' | 'perCase' | 'fixed' | 'manual'
  readonly measure: LeafMeasure
  /** ratio: full at `full`, zero at `zero`, linear between. */
  readonly full?: number
  readonly zero?: number
  /** ratio: with fewer settled pieces than this, −`perPiece` points a piece is used if milder. */
  readonly few?: { readonly below: number; readonly perPiece: number }
  /** perCase: points lost for each case, and for each beyond `longWorkdays`. */
  readonly each?: number
  readonly eachLong?: number
  readonly longWorkdays?: number
  /** findings: the kinds (问题类别) it takes points for. */
  readonly codes?: readonly string[]
  /** fixed / slotOnTime: the items (and slots) it looks at; −`each` per `every` working days late. */
  readonly items?: readonly string[]
  readonly slots?: readonly string[]
  readonly every?: number
  /** Without data: full points, or skipped and its points spread. */
  readonly emptyMeans: 'full' | 'skip'
  /** Unit kinds it applies to; absent = all scored kinds. */
  readonly kinds?: readonly string[]
  /** Needs one of these traits (departments, institutions, vertical units). */
  readonly traits?: readonly string[]
  /** Words of the rule, for the working. */
  readonly rule: string
}

export interface LeafGroup {
  readonly code: string
  readonly name: string
  readonly leaves: readonly Leaf[]
}

/** 考核评分细则: groups of leaves summing to 100, a bonus with gate and cap, veto by a person only. */
export interface Scheme {
  readonly id: string
  readonly name: string
  readonly version: string
  /** MM-DD the assessment year begins; "01-01" unless the scheme says otherwise. */
  readonly yearStart: string
  /** No leaf above this multiple of its printed points after skipped points are spread. */
  readonly leafCap: number
  readonly groups: readonly LeafGroup[]
  readonly bonus: { readonly cap: number; readonly gateScore: number; readonly gateNoOverdueBeyond: number; readonly entries: readonly { readonly code: string; readonly name: string; readonly points: number }[] }
  readonly negative: readonly { readonly code: string; readonly name: string; readonly points: number }[]
  readonly veto: { readonly cap: number; readonly entries: readonly string[] }
  readonly bands: readonly { readonly name: string; readonly from: number; readonly topShare?: number }[]
  /** Fewer judged duties than this: listed, not ranked. */
  readonly rankFloor: number
}
