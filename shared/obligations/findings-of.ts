import { ofKind, type EffectiveFact } from '../facts/effective-facts.ts'
import type { FoundFact, RectifiedFact, RecheckedFact } from '../facts/act.ts'
import type { Day } from '../time/day.ts'
import type { Finding, FindingState, FindingStep } from './finding.ts'

/**
 * Findings with their rectification, in order of recording, as known on a day: answered in time is an answer not after
 * the limit then in force that a recheck cleared; a limit gone by without one is not in time. `facts` after corrections.
 */
export function findingsOf(facts: readonly EffectiveFact[], knownOn: Day): readonly Finding[] {
  const steps = stepsByFinding(facts)
  const findings: Finding[] = []
  for (const each of ofKind(facts, 'found')) {
    const finding = findingOf(each, { steps: steps.get(nameOf(each.source.feed, each.fact.key)) ?? [], knownOn })
    findings.push({ ...finding, repeats: finding.state === 'revoked' ? null : repeatedBy(finding, findings) })
  }
  return findings
}

function nameOf(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}

function stepsByFinding(facts: readonly EffectiveFact[]): Map<string, FindingStep[]> {
  const steps = new Map<string, FindingStep[]>()
  for (const { seq, recordedAt, source, fact } of facts) {
    if (fact.kind !== 'rectified' && fact.kind !== 'rechecked') continue
    const name = nameOf(fact.of.feed, fact.of.key)
    const step = stepOf(fact, { seq, by: source.account ?? source.feed, at: recordedAt, feed: source.feed })
    steps.set(name, [...(steps.get(name) ?? []), step])
  }
  return steps
}

function stepOf(fact: RectifiedFact | RecheckedFact, said: { readonly seq: number; readonly by: string; readonly at: string; readonly feed: string }): FindingStep {
  const base = { ...said, key: fact.key, day: fact.day, reason: fact.reason, attachments: fact.attachments ?? [] }
  return fact.kind === 'rectified'
    ? { ...base, kind: 'rectified', url: fact.url ?? null, disagrees: fact.disagrees ?? false }
    : { ...base, kind: 'rechecked', outcome: fact.outcome, until: fact.until ?? null }
}

function findingOf(
  { seq, recordedAt, source, fact }: EffectiveFact<FoundFact>, { steps, knownOn }: { readonly steps: readonly FindingStep[]; readonly knownOn: Day },
): Omit<Finding, 'repeats'> {
  let state: FindingState = 'open'
  let { until } = fact
  let answeredInTime = false
  for (const step of steps) {
    if (state === 'cleared' || state === 'revoked') break
    if (step.kind === 'rectified') {
      answeredInTime ||= step.day <= until
      state = 'answered'
    } else {
      state = step.outcome
      if (step.outcome !== 'failed') continue
      // A new limit is a new chance; without one the old limit stands and what was answered has failed it.
      answeredInTime = false
      if (step.until !== null) ({ until } = step as { until: Day })
    }
  }
  const inTime = state === 'cleared' ? answeredInTime : state === 'revoked' || knownOn <= until || (state === 'answered' && answeredInTime) ? null : false
  return {
    seq, by: source.account ?? source.feed, at: recordedAt, feed: source.feed, key: fact.key, unit: fact.unit, item: fact.item, year: fact.year,
    code: fact.code, about: fact.about ?? null, place: fact.place, reason: fact.reason, attachments: fact.attachments ?? [], sample: fact.sample ?? null,
    day: fact.day, until, steps, state, inTime,
  }
}

/** The same kind of fault of the same unit under the same row, found again after the earlier one had been cleared. */
function repeatedBy(finding: Omit<Finding, 'repeats'>, earlier: readonly Finding[]): number | null {
  const before = earlier.findLast((each) =>
    each.unit === finding.unit && each.year === finding.year && each.code === finding.code && each.item === finding.item && each.state === 'cleared'
    && each.steps.some((step) => step.kind === 'rechecked' && step.outcome === 'cleared' && step.seq < finding.seq))
  return before?.seq ?? null
}
