/** One leaf's result with its working: number → formula → inputs → what is behind. */
export interface LeafWorking {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly printed: number
  /** Points it can give after skipped ones were spread. */
  readonly possible: number
  readonly got: number | null
  readonly skipped: boolean
  /** Chinese words: what was put into which rule. */
  readonly formula: string
  readonly inputs: Readonly<Record<string, number | null>>
  /** Query of `/api/obligations` or `/api/duties` that lists what is behind it, if any. */
  readonly behind: string | null
}

/** 实时测算分 with its whole working. `score` is null for units without one (vertical, merged, nothing judged). */
export interface ScoreWorking {
  readonly unit: string
  readonly score: number | null
  readonly got: number
  readonly attainable: number
  readonly leaves: readonly LeafWorking[]
  /** 「暂按92分制折算」, empty when the full 100 are attainable. */
  readonly note: string
}
