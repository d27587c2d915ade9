import type { Instant } from '../../shared/time/day.ts'
import type { CorrectedFact, RecordedFact, Source } from '../../shared/facts/fact.ts'
import { judgeDuty } from '../../shared/obligations/judge-duty.ts'
import type { Obligation, Status } from '../../shared/obligations/obligation.ts'
import { dutyOf, routesOf } from '../../shared/obligations/routes.ts'
import { isSettled } from '../../shared/obligations/status.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { JudgedDuties } from './judged-duties.ts'

/** Better is lower. */
const order: Readonly<Record<Status, number>> = { onTime: 0, exempt: 1, nothing: 1, pending: 2, dueSoon: 2, unverified: 3, unknown: 3, late: 4, overdue: 5 }

interface Question {
  readonly fact: CorrectedFact
  readonly source: Source
  readonly world: World
  readonly duties: JudgedDuties
  readonly at: { readonly seq: number; readonly recordedAt: Instant }
}

/** Whether a settled or overdue obligation would stand better, or vanish though late or overdue, with the correction. */
export function improves({ fact, source, world, duties, at }: Question): boolean {
  const entry: RecordedFact = { ...at, source, fact }
  return routesOf(fact, world).some((key) => {
    const duty = dutyOf(key, world)
    if (!duty) return false
    const entries = duties.entriesOf(key)
    const judged = (list: readonly RecordedFact[]) => judgeDuty({ world, duty, entries: list, guests: [] }).obligations
    const after = new Map(judged([...entries, entry]).map((each) => [each.id, each]))
    return judged(entries).some((before) => isBetter(before, after.get(before.id)))
  })
}

function isBetter(before: Obligation, after: Obligation | undefined): boolean {
  if (!isSettled(before.status) && before.status !== 'overdue') return false
  return after === undefined ? order[before.status] >= order.late : order[after.status] < order[before.status]
}
