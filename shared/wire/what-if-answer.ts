import type { ObligationMove, StatusMove } from '../measures/changes.ts'
import type { WhatIf, WhatIfFigures } from '../measures/what-if.ts'
import type { AnswerStamp } from './answers.ts'

/** What hypothetical entries would do to the units asked about, as of today. Nothing is written. */
export interface WhatIfUnitsAnswer extends AnswerStamp, WhatIf {}

/** The same for one unit. */
export interface WhatIfAnswer extends AnswerStamp {
  readonly unit: string
  /** null where the unit is not there. */
  readonly before: WhatIfFigures | null
  readonly after: WhatIfFigures | null
  /** Duties claimed only after, and only before. */
  readonly gained: number
  readonly lost: number
  readonly counts: readonly StatusMove[]
  /** Obligations that would come, go or have another status. */
  readonly total: number
  /** The gravest first, at most 200. */
  readonly moves: readonly ObligationMove[]
}
