import { latestOf, localDay, type Day, type Moment } from './days.ts'
import type { Fact, FactLine, Line, Setting, SettingLine } from './lines.ts'

/** A fact as it counts after what was corrected (更正). */
export interface Said {
  readonly seq: number
  readonly recordedAt: Moment
  readonly feed: string
  readonly ofRecord: boolean
  readonly fact: Fact
  /** The day it gave first, whatever became of it. */
  readonly statedDay: Day
  /** A correction that helps its unit waits for the office's word. */
  readonly waits: boolean
}

/** What was known at a moment about a day. */
export interface Known {
  readonly day: Day
  /** The day of the last entry known, if that is later: findings are pursued until then. */
  readonly lastDay: Day
  readonly settings: readonly (SettingLine & { readonly setting: Setting })[]
  readonly facts: readonly Said[]
}

/** What reviewers, the office and units put on record of an assessment year (考核记录). */
export const actKinds: ReadonlySet<string> = new Set(['marked', 'inspected', 'spotted', 'found', 'rectified', 'rechecked', 'agreed'])

/** Facts that obey the moment alone: rulings, 考核记录, and what corrects another fact. */
const dayless: ReadonlySet<string> = new Set(['corrected', 'ruled', ...actKinds])

/**
 * What counts for a day as known at a moment (null: by now): rules in effect by the day, facts dated by the day. A corrected
 * fact counts by the day it was corrected to.
 */
export function knownOf(lines: readonly Line[], day: Day, knownAt: Moment | null): Known {
  const learned = lines.filter((line) => knownAt === null || line.recordedAt <= knownAt)
  const settings = learned.filter((line): line is SettingLine => 'setting' in line && line.setting.effective <= day)
  const facts = corrected(learned.filter((line): line is FactLine => 'fact' in line))
  const last = learned.at(-1)
  return { day, lastDay: latestOf([day, last && localDay(last.recordedAt)])!, settings, facts: facts.filter(({ fact }) => dayless.has(fact.kind) || fact.day <= day) }
}

interface Changes { set: Record<string, unknown>; isVoid: boolean; waiting: Fact[] }

/** Corrections folded in: named fields replaced, voided facts gone, the last in sequence wins; who and where is never replaced. */
function corrected(lines: readonly FactLine[]): Said[] {
  const named = (feed: string, key: string) => JSON.stringify([feed, key])
  const changes = new Map<string, Changes>()
  // A correction of a correction is one of the fact the first was about.
  const rootOf = new Map<string, string>()
  for (const { fact, source } of lines) {
    if (fact.kind !== 'corrected' || !fact.of) continue
    const about = named(fact.of.feed, fact.of.key)
    const root = rootOf.get(about) ?? about
    rootOf.set(named(source.feed, fact.key), root)
    const change = changes.get(root) ?? { set: {}, isVoid: false, waiting: [] }
    changes.set(root, change)
    if (fact.confirm) {
      for (const each of change.waiting) applied(change, each)
      change.waiting = []
    } else if (fact.waits) change.waiting.push(fact)
    else applied(change, fact)
  }
  return lines.filter(({ fact }) => fact.kind !== 'corrected').flatMap(({ fact, seq, recordedAt, source }) => {
    const change = changes.get(named(source.feed, fact.key))
    if (change?.isVoid) return []
    const { kind, key, unit, item } = fact
    const counts: Fact = change ? { ...fact, ...change.set, kind, key, unit, item } : fact
    const waits = change !== undefined && change.waiting.length > 0
    return [{ seq, recordedAt, feed: source.feed, ofRecord: source.ofRecord === true, fact: counts, statedDay: fact.day, waits }]
  })
}

function applied(change: Changes, fact: Fact): void {
  if (fact.void) change.isVoid = true
  else if (fact.set) {
    change.isVoid = false
    Object.assign(change.set, fact.set)
  }
}

/** By day, source, key: an order that owes nothing to arrival. */
export function inOrder(said: readonly Said[]): Said[] {
  const name = ({ fact, feed }: Said) => [fact.day, feed, fact.key] as const
  return [...said].sort((a, b) => {
    const [left, right] = [name(a), name(b)]
    for (const n of [0, 1, 2] as const) if (left[n] !== right[n]) return left[n] < right[n] ? -1 : 1
    return 0
  })
}
