import type { DeskRecordsAsked } from './desk-records.ts'
import type { DueAsked } from './due.ts'
import type { DutyFilter, DutyWindow } from './duties.ts'
import type { FindingsAsked } from './findings.ts'
import type { ObligationFilter } from './obligations.ts'
import type { SearchAsked } from './search.ts'
import type { TableAsked } from './tables.ts'

/** Everything that can be asked of a board, live or past. A value, so that it can be sent to the worker of the past. */
export type Question =
  | { readonly ask: 'board' }
  | { readonly ask: 'units'; readonly only: string | null }
  | { readonly ask: 'unit'; readonly unit: string }
  | { readonly ask: 'forecast'; readonly unit: string }
  | { readonly ask: 'gapPlan'; readonly unit: string }
  | { readonly ask: 'todo'; readonly unit: string }
  | { readonly ask: 'unitMoved'; readonly unit: string }
  | { readonly ask: 'fillRows'; readonly unit: string }
  | { readonly ask: 'due'; readonly asked: DueAsked }
  | { readonly ask: 'deskRecords'; readonly asked: DeskRecordsAsked }
  | { readonly ask: 'register'; readonly asked: { readonly unit: string; readonly year: number } }
  | { readonly ask: 'registers'; readonly year: number }
  | { readonly ask: 'obligations'; readonly filter: ObligationFilter }
  | { readonly ask: 'obligation'; readonly id: string; readonly only: string | null }
  | { readonly ask: 'duties'; readonly filter: DutyFilter; readonly within: DutyWindow }
  /** The assessment of the year the day lies in. */
  | { readonly ask: 'assessment' }
  /** Every mark of an assessment year, of one unit or of all. */
  | { readonly ask: 'marks'; readonly year: number; readonly unit: string | null }
  | { readonly ask: 'findings'; readonly asked: FindingsAsked }
  | { readonly ask: 'finding'; readonly id: number }
  | { readonly ask: 'wall' }
  | { readonly ask: 'search'; readonly asked: SearchAsked }
  | { readonly ask: 'table'; readonly asked: TableAsked }
