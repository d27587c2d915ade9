import { ofKind, type EffectiveFact } from '../facts/effective-facts.ts'
import type { FoundFact, RectifiedFact, RecheckedFact } from '../facts/act.ts'
import { wholeUnit } from '../facts/fact.ts'
import { dayOf, type Day } from '../time/day.ts'
import type { Finding, FindingState, FindingStep } from './finding.ts'

/** A finding while it is not yet known whether it repeats another. */
type Single = Omit<Finding, 'repeats'>

/** Findings with their rectification, in order of recording, as known at the end of a day. `facts` after corrections. */
export function findingsOf(facts: readonly EffectiveFact[], knownOn: Day): readonly Finding[] {
  const steps = stepsByFinding(facts)
  const lastOfFault = new Map<string, Single>()
  return ofKind(facts, 'found').map((each) => {
    const finding = findingOf(each, { steps: steps.get(nameOf(each.source.feed, each.fact.key)) ?? [], knownOn })
    if (finding.state === 'revoked') return { ...finding, repeats: null }
    const fault = faultOf(finding)
    const before = lastOfFault.get(fault)
    lastOfFault.set(fault, finding)
    return { ...finding, repeats: before && isRepeated(before, finding) ? before.seq : null }
  })
}

function nameOf(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}

function stepsByFinding(facts: readonly EffectiveFact[]): Map<string, FindingStep[]> {
  const steps = new Map<string, FindingStep[]>()
  for (const each of facts) {
    const { fact } = each
    if (fact.kind !== 'rectified' && fact.kind !== 'rechecked') continue
    const name = nameOf(fact.of.feed, fact.of.key)
    const known = steps.get(name) ?? []
    steps.set(name, known)
    known.push(stepOf(fact, each))
  }
  return steps
}

/** The day of a step is the local day it was recorded, never an earlier one stated: an answer cannot be dated back. */
function stepOf(fact: RectifiedFact | RecheckedFact, { seq, recordedAt, source }: EffectiveFact): FindingStep {
  const base = {
    seq, by: source.account ?? source.feed, at: recordedAt, feed: source.feed, key: fact.key, day: dayOf(recordedAt), reason: fact.reason, attachments: fact.attachments ?? [],
  }
  return fact.kind === 'rectified'
    ? { ...base, kind: 'rectified', url: fact.url ?? null, disagrees: fact.disagrees ?? false }
    : { ...base, kind: 'rechecked', outcome: fact.outcome, until: fact.until ?? null }
}

function findingOf(
  { seq, recordedAt, source, fact }: EffectiveFact<FoundFact>, { steps, knownOn }: { readonly steps: readonly FindingStep[]; readonly knownOn: Day },
): Single {
  return {
    seq, by: source.account ?? source.feed, at: recordedAt, feed: source.feed, key: fact.key, unit: fact.unit, item: fact.item, year: fact.year,
    code: fact.code, about: fact.about ?? null, place: fact.place, reason: fact.reason, attachments: fact.attachments ?? [], sample: fact.sample ?? null,
    day: dayOf(recordedAt), steps, ...standingOf(fact.until, steps, knownOn),
  }
}

/**
 * How the exchange stands. Each limit must be kept by an answer not after it; how long the office then takes to look is
 * not the unit's. A failed recheck may give a new limit, which is a new chance for one who kept the old one; a limit that
 * went by without an answer stays missed, whatever is granted afterwards.
 */
function standingOf(firstUntil: Day, steps: readonly FindingStep[], knownOn: Day): Pick<Finding, 'until' | 'state' | 'inTime'> {
  let state: FindingState = 'open'
  let until = firstUntil
  let isKept = false
  let isMissed = false
  for (const step of steps) {
    if (state === 'cleared' || state === 'revoked') break
    if (step.day <= until) isKept ||= step.kind === 'rectified'
    else if (!isKept) isMissed = true
    if (step.kind === 'rectified') state = 'answered'
    else {
      state = step.outcome
      if (step.outcome === 'failed') {
        isKept = false
        until = step.until ?? until
      }
    }
  }
  return { until, state, inTime: inTimeOf(state, isMissed || (state !== 'cleared' && !isKept && knownOn > until)) }
}

function inTimeOf(state: FindingState, isMissed: boolean): boolean | null {
  switch (state) {
    case 'revoked': return null
    case 'cleared': return !isMissed
    case 'open': case 'answered': case 'failed': return isMissed ? false : null
  }
}

/**
 * What makes two findings of one kind the same fault: unit, year, kind and row. Findings under no row of the catalogue
 * (栏目 and the like) are told apart by their place, signs and spaces aside: a stale column does not repeat another one.
 */
function faultOf({ unit, year, code, item, place }: Single): string {
  const where = item === wholeUnit ? place.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase() : ''
  return [unit, year, code, item, where].join('\u0000')
}

/**
 * 重复问题: found again after the last one of the kind had been cleared (销号). While that one is not, it is one fault seen
 * twice; and pieces of one sample, drawn at one moment, do not repeat each other.
 */
function isRepeated(before: Single, finding: Single): boolean {
  if (finding.sample !== null && finding.sample === before.sample) return false
  return before.steps.some((step) => step.kind === 'rechecked' && step.outcome === 'cleared' && step.seq < finding.seq)
}
