import type { Day } from '../time/day.ts'
import type { DeadlineRule } from '../catalogue/deadline-rule.ts'
import type { StatutoryRule } from '../catalogue/item.ts'
import { daysAfter, dueDayOf, GENERAL_LIMIT_WORKDAYS, type Reckoning } from './due-day.ts'
import type { DueLayer } from './obligation.ts'

/** What limits one event's publication. */
export interface EventClock {
  /** A document formed or changed (or a standing item opened, or taken down), or a policy published (解读). */
  readonly event: 'formed' | 'policyPublished'
  readonly day: Day
  readonly printed: readonly DeadlineRule[]
  /** The cell as printed. */
  readonly phrase: string
  /** The item's rules of law; those of a slot are left out here. */
  readonly statutory: readonly StatutoryRule[]
  /** Internal limits an administrator entered: they only remind. */
  readonly internal?: readonly { readonly rule: DeadlineRule; readonly words: string }[]
}

/** The due day that scores, and what stands behind it. */
export interface Deadline {
  /** The strictest of printed, law and slot. */
  readonly day: Day
  /** The layer it comes from. */
  readonly layer: DueLayer
  /** No catalogue and no law states it: weighs half. */
  readonly assumed: boolean
  /** As far as a 报备 may move it; null where no law sets a limit. */
  readonly legalDue: Day | null
  /** The gravest limit (law, then printed, then slot) a publication on this day would miss; null when none. */
  breachOf(day: Day): 'printed' | 'law' | 'slot' | null
}

const GENERAL_ARTICLE = '《政府信息公开条例》第二十六条'

/**
 * All limits of a publication an event calls for: printed, law, internal. A document no special law speaks of has the
 * 20 working days of 条例 第26条 as its legal layer; an interpretation (解读) has none. Of several printed
 * `policyPublished` limits (a group's members) only the smallest counts.
 */
export function layersOf(clock: EventClock, by: Reckoning): DueLayer[] {
  const printed = rulesFor(clock).flatMap((rule) => layer('printed', printedWords(rule, clock.phrase, by), { rule, clock, by }))
  const statutory = clock.statutory.filter((each) => each.slot === undefined && isAbout(each.rule, clock.event))
  const law = statutory.flatMap(({ rule, article }) => layer('law', article, { rule, clock, by }))
  const internal = (clock.internal ?? []).flatMap(({ rule, words }) => layer('internal', words, { rule, clock, by }))
  if (clock.event === 'formed' && law.length === 0) {
    const bound = rulesFor(clock).filter((rule) => rule.kind !== 'unstated')
    const isStated = bound.some((rule) => dueDayOf(rule, clock.day, by) !== null)
    const general = daysAfter(clock.day, { n: GENERAL_LIMIT_WORKDAYS, unit: 'workday' }, by.calendar)
    law.push({ layer: 'law', rule: `${GENERAL_ARTICLE}（${GENERAL_LIMIT_WORKDAYS}个工作日）`, ...general, assumed: !isStated })
  }
  return [...printed, ...law, ...internal]
}

/**
 * The stricter of the scoring layers, undefined when there is none. Of layers of one day a stated one stands before an
 * assumed one, and printed before law before slot.
 */
export function strictest(layers: readonly DueLayer[]): Deadline | undefined {
  const scoring = layers.filter((each) => each.layer !== 'internal')
  const first = [...scoring].sort(byStrictness)[0]
  if (!first) return undefined
  return {
    day: first.day, layer: first, assumed: first.assumed, legalDue: earliest(scoring, 'law') ?? null,
    breachOf: (day) => (['law', 'printed', 'slot'] as const).find((kind) => (earliest(scoring, kind) ?? day) < day) ?? null,
  }
}

const ORDER: readonly DueLayer['layer'][] = ['printed', 'law', 'slot', 'internal']

function byStrictness(a: DueLayer, b: DueLayer): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return Number(a.assumed) - Number(b.assumed) || ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer)
}

function earliest(layers: readonly DueLayer[], kind: DueLayer['layer']): Day | undefined {
  let day: Day | undefined
  for (const each of layers) if (each.layer === kind && (day === undefined || each.day < day)) day = each.day
  return day
}

interface RuleAt { readonly rule: DeadlineRule; readonly clock: EventClock; readonly by: Reckoning }

function layer(kind: DueLayer['layer'], words: string, { rule, clock, by }: RuleAt): DueLayer[] {
  const reach = dueDayOf(rule, clock.day, by)
  return reach === null ? [] : [{ layer: kind, rule: words, ...reach }]
}

/** The printed rules that bind this event; where the cell states none, 条例 第26条 is assumed. */
function rulesFor({ event, printed }: EventClock): readonly DeadlineRule[] {
  const about = printed.filter((rule) => isAbout(rule, event))
  if (event === 'formed') return about
  const smallest = about.filter((rule) => rule.kind === 'within').sort((a, b) => a.n - b.n)[0]
  return smallest ? [smallest] : about
}

function isAbout(rule: DeadlineRule, event: EventClock['event']): boolean {
  return rule.kind !== 'within' || (rule.after === 'policyPublished') === (event === 'policyPublished')
}

function printedWords(rule: DeadlineRule, phrase: string, { thresholds }: Reckoning): string {
  switch (rule.kind) {
    case 'realtime': return `${phrase || '实时公开'}（按${thresholds.realtimeWorkdays}个工作日掌握）`
    case 'unstated': {
      const limit = `按${GENERAL_ARTICLE}${GENERAL_LIMIT_WORKDAYS}个工作日掌握`
      return phrase ? `${phrase}（未载明期限，${limit}）` : `未载明时限（${limit}）`
    }
    default: return phrase
  }
}
