import type { Day } from './days.ts'
import { itemOn, type InForce } from './in-force.ts'
import { actKinds, type Said } from './known.ts'
import type { Fact } from './lines.ts'
import type { Duty } from './owing.ts'

/** A bureau's row that is folded into the district's: the district's duty, its own for what has no twin, and until when. */
interface Fold { readonly into: string; readonly own: Duty | undefined; readonly until: Day | null }

function foldsOf(duties: ReadonlyMap<string, Duty>): Map<string, Fold> {
  const folds = new Map<string, Fold>()
  for (const duty of duties.values()) {
    for (const item of duty.folded) {
      const key = `${duty.unit.id}|${item.id}`
      folds.set(key, { into: duty.key, own: duties.get(key), until: duty.state === 'notApplicable' ? duty.endsOn : null })
    }
  }
  return folds
}

/** The facts each duty hears, in the order they were recorded. */
export function factsByDuty(facts: readonly Said[], rules: InForce, duties: ReadonlyMap<string, Duty>): Map<string, Said[]> {
  const folds = foldsOf(duties)
  const heard = new Map<string, Said[]>()
  for (const said of facts) {
    for (const key of keysOf(said.fact, rules).flatMap((each) => folded(each, said.fact, folds.get(each)))) {
      const list = heard.get(key)
      if (list) list.push(said)
      else heard.set(key, [said])
    }
  }
  return heard
}

/** The unit's row the fact names; a form of a group (解读) is the group's; an event may name many units. "*" and 考核记录 concern no row. */
function keysOf(fact: Fact, rules: InForce): string[] {
  if (fact.item === '*' || actKinds.has(fact.kind)) return []
  const item = itemOn(rules, fact.item, fact.day)
  const row = item?.cadence.kind === 'member' ? item.cadence.of ?? item.id : fact.item
  return (fact.kind === 'approved' && fact.units ? fact.units : [fact.unit]).map((unit) => `${unit}|${row}`)
}

/** Where a folded row's fact goes: into the district's duty; a slot without twin is the bureau's own, what is said of papers goes to both. */
function folded(key: string, fact: Fact, fold: Fold | undefined): string[] {
  if (!fold) return [key]
  const { into, own, until } = fold
  if (!own) return [into]
  const isPaper = fact.kind === 'formed' || fact.kind === 'published'
  if (until !== null) return !isPaper ? [into, key] : [fact.day < until ? into : key]
  const period = fact.kind === 'published' ? fact.period : fact.about?.period
  if (period === undefined) return isPaper ? [into] : [into, key]
  const slots = own.spans.at(-1)?.cadence.slots ?? []
  return [slots.some(({ name }) => name !== null && period.endsWith(`/${name}`)) ? key : into]
}
