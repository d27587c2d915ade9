import { dayOf, laterDay, type Day, type Instant } from '../time/day.ts'
import { actKinds, isAct } from '../facts/act.ts'
import type { RecordedFact } from '../facts/fact.ts'
import { effectiveFacts } from '../facts/effective-facts.ts'
import { isFactEntry, type Journal } from '../facts/journal.ts'
import type { RecordedSetting } from '../facts/setting.ts'
import { actsOf } from './assessment-acts.ts'
import { passedOn, withPassed } from './by-unit.ts'
import type { PolicyDocument } from './document-obligations.ts'
import type { Published } from './documents.ts'
import { dutyFactsOf } from './duty-facts.ts'
import { isFeed } from './feed-health.ts'
import { interpretationsOf } from './follow-ups.ts'
import { guestKeysOf, guestsOf, withSuccessorsWord } from './guests.ts'
import { judgeDuty, type DutyResult } from './judge-duty.ts'
import type { JudgedDuty, Obligation } from './obligation.ts'
import { policyOwner } from './policy-owner.ts'
import { dutyOf, routesOf } from './routes.ts'
import { worldOf } from './world-of.ts'
import type { World } from './world.ts'

export interface Judgement {
  readonly world: World
  /** By unit id, duties in the order of the catalogues. */
  readonly duties: ReadonlyMap<string, readonly JudgedDuty[]>
  /** Newest first, at most 20. */
  readonly recent: readonly RecordedFact[]
  readonly revision: number
  readonly lastEventAt: Instant | null
  /** The last fact a feed delivered. */
  readonly lastSourceAt: Instant | null
}

interface Then {
  readonly day: Day
  readonly knownAt?: Instant | undefined
}

/**
 * Day-filtered, as recorded: facts by their day, but corrections, rulings and 考核记录 only by when they became known;
 * settings by both. An entry for which it is false moves nothing of that day.
 */
export function isKnown(entry: Journal[number], at: Then, day?: Day): boolean {
  if (at.knownAt !== undefined && entry.recordedAt > at.knownAt) return false
  if (!isFactEntry(entry)) return entry.setting.effective <= at.day
  const { fact } = entry
  return fact.kind === 'corrected' || fact.kind === 'ruled' || isAct(fact) || (day ?? fact.day) <= at.day
}

/** What of a journal is known of a day: the same with the days of facts as corrected by then. */
export function knownOf(journal: Iterable<Journal[number]>, at: Then): (entry: Journal[number]) => boolean {
  const days = correctedDays(journal, at)
  return (entry) => isKnown(entry, at, days.get(entry.seq))
}

/** Days of facts a correction gave another one, by seq, as far as corrections are known at the instant. */
function correctedDays(journal: Iterable<Journal[number]>, { knownAt }: Then): ReadonlyMap<number, Day> {
  const targets = new Set<string>()
  const facts: RecordedFact[] = []
  for (const entry of journal) {
    if (!isFactEntry(entry) || entry.fact.kind !== 'corrected' || (knownAt !== undefined && entry.recordedAt > knownAt)) continue
    facts.push(entry)
    targets.add(`${entry.fact.of.feed}\u0000${entry.fact.of.key}`)
  }
  if (!facts.some(({ fact }) => fact.kind === 'corrected' && fact.set?.['day'] !== undefined)) return new Map()
  for (const entry of journal) if (isFactEntry(entry) && entry.fact.kind !== 'corrected' && targets.has(nameOf(entry))) facts.push(entry)
  const days = new Map<number, Day>()
  for (const { seq, fact, recorded } of effectiveFacts(facts.sort((a, b) => a.seq - b.seq))) if (recorded && recorded.day !== fact.day) days.set(seq, fact.day)
  return days
}

function nameOf({ source, fact }: RecordedFact): string {
  return `${source.feed}\u0000${fact.key}`
}

/** Every duty of a journal judged from scratch at the end of `day`, as known at `knownAt` (default: everything). */
export function judgementOf(journal: Journal, at: { readonly day: Day; readonly knownAt?: Instant }): Judgement {
  const isOfThen = knownOf(journal, at)
  const settings: RecordedSetting[] = []
  const facts: RecordedFact[] = []
  let revision = 0
  let lastAt: Instant | undefined
  for (const entry of journal) {
    if (at.knownAt === undefined || entry.recordedAt <= at.knownAt) {
      revision = entry.seq
      lastAt = entry.recordedAt
    }
    if (!isOfThen(entry)) continue
    if (isFactEntry(entry)) facts.push(entry)
    else settings.push(entry)
  }
  const knownOn = lastAt === undefined ? at.day : laterDay(at.day, dayOf(lastAt))
  const world = { ...worldOf(settings, { day: at.day, knownAt: at.knownAt ?? null }), acts: actsOf(facts, knownOn) }
  const results = resultsOf(facts, world)
  return {
    world, duties: dutiesByUnit(results, world), revision,
    recent: recentOf(facts), lastEventAt: facts.at(-1)?.recordedAt ?? null,
    lastSourceAt: facts.findLast((each) => isFeed(each.source.feed))?.recordedAt ?? null,
  }
}

/** What just happened: the last facts that say something of a document or a declaration. */
export function recentOf(facts: readonly RecordedFact[]): RecordedFact[] {
  const recent: RecordedFact[] = []
  for (let n = facts.length - 1; n >= 0 && recent.length < 20; n -= 1) if (isNews(facts[n]!)) recent.push(facts[n]!)
  return recent
}

/** Looks of the watcher, 核对, and what a unit and the office write to each other are no news. */
const quiet: ReadonlySet<RecordedFact['fact']['kind']> = new Set(['observed', 'checked', 'requested', 'declined', 'closed', 'explained', ...actKinds])

export function isNews({ fact }: RecordedFact): boolean {
  return !quiet.has(fact.kind) && !(fact.kind === 'published' && fact.baseline === true)
}

function resultsOf(facts: readonly RecordedFact[], world: World): Map<string, DutyResult> {
  const entries = new Map<string, RecordedFact[]>()
  for (const each of facts) {
    for (const key of routesOf(each.fact, world)) {
      const list = entries.get(key)
      if (list) list.push(each)
      else entries.set(key, [each])
    }
  }
  const entriesOf = (key: string) => entries.get(key) ?? []
  const results = new Map<string, DutyResult>()
  const policies = new Map<string, PolicyDocument[]>()
  const interpretations = new Map<string, Published[]>()
  const groups: string[] = []
  for (const key of new Set([...world.duties.keys(), ...entries.keys()])) {
    const duty = dutyOf(key, world)
    if (!duty) continue
    if (duty.cadence.kind === 'followUp') {
      groups.push(key)
      for (const [policy, found] of interpretationsOf(dutyFactsOf(entriesOf(key)))) {
        interpretations.set(policy, [...(interpretations.get(policy) ?? []), ...found])
      }
      continue
    }
    const own = withSuccessorsWord(duty, entriesOf)
    const result = judgeDuty({ world, duty, entries: own, guests: guestsOf(guestKeysOf(duty, own), entriesOf) })
    results.set(key, result)
    for (const policy of result.policies) {
      const owner = policyOwner(policy, world)
      if (owner) policies.set(owner, [...(policies.get(owner) ?? []), policy])
    }
  }
  for (const key of new Set([...groups, ...policies.keys()])) {
    const duty = dutyOf(key, world)
    if (!duty) continue
    results.set(key, judgeDuty({
      world, duty, entries: entriesOf(key), guests: [], policies: policies.get(key) ?? [],
      interpretations: (policy) => interpretations.get(policy) ?? [],
    }))
  }
  return results
}

function dutiesByUnit(results: ReadonlyMap<string, DutyResult>, world: World): Map<string, JudgedDuty[]> {
  const passed = new Map<string, Obligation[]>()
  for (const [key, result] of results) {
    const duty = dutyOf(key, world)
    const over = duty && passedOn(duty, result, world)
    if (over) passed.set(over.to, [...(passed.get(over.to) ?? []), ...over.obligations])
  }
  const byUnit = new Map<string, JudgedDuty[]>([...world.units.keys()].map((unit) => [unit, []]))
  const keys = [...new Set([...results.keys(), ...passed.keys()])].sort(byItemOrder(world))
  for (const key of keys) {
    const judged = withPassed(key, { result: results.get(key), passed: passed.get(key) ?? [] }, world)
    if (judged) byUnit.get(key.slice(0, key.indexOf('|')))?.push(judged)
  }
  return byUnit
}

/** Duties in the order of the catalogues, items no longer in force last by id. */
export function byItemOrder(world: World): (a: string, b: string) => number {
  const order = new Map([...world.items.keys()].map((id, n) => [id, n]))
  const place = (key: string) => order.get(key.slice(key.indexOf('|') + 1)) ?? Number.MAX_SAFE_INTEGER
  return (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)
}
