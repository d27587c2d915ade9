import type { Day, Instant } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { DutyState, RecordedSetting } from '../facts/setting.ts'
import { dutyKey } from './duty.ts'

/** One step of a duty's way (责任认领): what it became, from which day, who said so and why. */
export interface DutyDecision {
  readonly state: DutyState
  /** First day it holds; of a proposal the day it was sent. */
  readonly since: Day
  readonly recordedAt: Instant
  /** Account, or the feed where no person decided (`clock`: silence). */
  readonly by: string
  readonly reason: string
}

/** What was decided of duties, each way in the order it was recorded. */
export interface DutyDecisions {
  /** Steps of duties named one by one, by `dutyKey`; they follow on those that were made for all. */
  readonly named: ReadonlyMap<string, readonly DutyDecision[]>
  readonly all: readonly DutyDecision[]
}

/** Working days a unit has to accept a proposal or to object; silence is acceptance. */
export const answerWorkdays = 5

/**
 * Folds the settings of duty states in force, in the order they were recorded: what is said last holds, whatever day it
 * takes effect from. A word on all duties sets aside what was said of single ones before.
 */
export function dutyDecisionsOf(settings: readonly RecordedSetting[]): DutyDecisions {
  const named = new Map<string, DutyDecision[]>()
  const all: DutyDecision[] = []
  for (const { setting, source, recordedAt } of settings) {
    if (setting.kind !== 'dutyState') continue
    const decision: DutyDecision = { state: setting.state, since: setting.effective, recordedAt, by: source.account ?? source.feed, reason: setting.reason }
    if (setting.duties === 'all') {
      all.push(decision)
      named.clear()
    } else {
      for (const { unit, item } of setting.duties) {
        const key = dutyKey(unit, item)
        const steps = named.get(key)
        if (steps) steps.push(decision)
        else named.set(key, [decision])
      }
    }
  }
  return { named, all }
}

/** Every step of a duty, oldest first; none where the catalogue alone proposes it and nobody was asked yet. */
export function stepsOf(decisions: DutyDecisions, key: string): readonly DutyDecision[] {
  const named = decisions.named.get(key) ?? []
  return decisions.all.length === 0 ? named : [...decisions.all, ...named]
}

export function decisionOf(decisions: DutyDecisions, key: string): DutyDecision | undefined {
  return decisions.named.get(key)?.at(-1) ?? decisions.all.at(-1)
}

/** The last day a proposal can be answered: the fifth working day after it was sent; null for any other decision. */
export function answerByOf(decision: DutyDecision | undefined, calendar: WorkingCalendar): Day | null {
  return decision?.state === 'proposed' ? calendar.addWorkdays(decision.since, answerWorkdays) : null
}
