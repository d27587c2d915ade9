import type { Day } from '../time/day.ts'
import type { Cadence } from '../catalogue/item.ts'
import type { Duty } from './duty.ts'

/** Whether what opens by itself is the same under both: documents and standing items open alike whatever their period. */
function opensAlike(a: Cadence, b: Cadence): boolean {
  return a.kind === b.kind && (a.kind !== 'slots' || b.kind !== 'slots' || JSON.stringify(a.slots) === JSON.stringify(b.slots))
}

function earliest(a: Day | null, b: Day): Day {
  return a !== null && a < b ? a : b
}

/**
 * Duties after settings changed on a day. The day that opens an obligation decides what governs it: a duty that is gone
 * opens nothing more, one with another cadence keeps what its earlier one opened.
 */
export function succeeded(before: ReadonlyMap<string, Duty>, after: ReadonlyMap<string, Duty>, day: Day): Map<string, Duty> {
  const duties = new Map(after)
  for (const [key, was] of before) {
    const is = after.get(key)
    if (!is) duties.set(key, { ...was, opensBefore: earliest(was.opensBefore, day) })
    else if (was.opensBefore !== null || !opensAlike(was.cadence, is.cadence)) {
      duties.set(key, { ...is, opensFrom: is.opensFrom > day ? is.opensFrom : day, earlier: { ...was, opensBefore: earliest(was.opensBefore, day) } })
    } else duties.set(key, { ...is, opensFrom: was.earlier ? was.opensFrom : is.opensFrom, earlier: was.earlier })
  }
  return duties
}
