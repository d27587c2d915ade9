import type { Day, Instant } from '../time/day.ts'
import type { ExemptKind, FactKind, Verdict } from '../facts/fact.ts'

/** 申诉 · 延期申请 · 更正待核 */
export type MatterKind = 'appeal' | 'extension' | 'correction'
export const matterKinds: readonly MatterKind[] = ['appeal', 'extension', 'correction']

/** One thing said in a matter, as it counts after corrections of it. */
export interface MatterLine {
  readonly seq: number
  readonly at: Instant
  readonly kind: FactKind
  readonly feed: string
  /** Its name within the feed: what a correction of it says. */
  readonly key: string
  readonly account: string | null
  readonly reason: string
  /** SHA-256 of files handed in with it. */
  readonly attachments: readonly string[]
  readonly verdict: Verdict | null
  readonly countsDay: Day | null
  readonly exemptKind: ExemptKind | null
  readonly until: Day | null
  /** Taken back by who said it. */
  readonly withdrawn: boolean
}

export type MatterResult = 'ruled' | 'granted' | 'declined' | 'confirmed' | 'withdrawn'

/** What a waiting correction would replace: field by field what counts now and what it says; `void` takes the fact back. */
export interface WaitingChange {
  readonly of: { readonly feed: string; readonly key: string; readonly seq: number; readonly kind: FactKind }
  readonly void: boolean
  readonly fields: readonly { readonly name: string; readonly was: unknown; readonly becomes: unknown }[]
}

/** One appeal, request or waiting correction with everything said about it. */
export interface Matter {
  /** Sequence number of what opened it. */
  readonly id: number
  readonly kind: MatterKind
  readonly unit: string
  readonly item: string
  /** null where nothing of that name is there any more. */
  readonly obligation: string | null
  readonly day: Day
  /** 1, or 2 for a 复核; 1 for everything that is no appeal. */
  readonly round: number
  readonly opened: MatterLine
  readonly answerBy: Day
  readonly outcome: { readonly result: MatterResult; readonly line: MatterLine } | null
  /** Open past its day, or answered after it. */
  readonly isLate: boolean
  /** 批量: many requests of one unit on one day, or more than its share of pieces contested this year. */
  readonly bulk: 'requests' | 'disputed' | null
  /** Everything of its kind said about the obligation, in order. */
  readonly exchange: readonly MatterLine[]
  readonly change: WaitingChange | null
}
