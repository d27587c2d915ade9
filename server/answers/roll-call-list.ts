import type { RollCallEntry } from '../../shared/measures/roll-calls.ts'
import list from '../../data/roll-calls.json' with { type: 'json' }

/** Which publications are called by the roll: names for what the catalogues already say, so it needs no setting. */
export const rollCallList: readonly RollCallEntry[] = list
