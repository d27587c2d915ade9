import type { Day } from '../time/day.ts'
import type { Item } from '../catalogue/item.ts'
import { isAct } from '../facts/act.ts'
import { wholeUnit, type Fact } from '../facts/fact.ts'
import { dutyKey, type Duty } from './duty.ts'
import { proposedDuty } from './duties-of.ts'
import { itemOn, type World } from './world.ts'

/** Where the facts of a folded bureau item go: the district's duty, and its own for slots without a twin. */
interface Fold {
  readonly target: string
  readonly own: Duty | undefined
  /** The fold ended with the district's duty on this day: what is dated from then on is the bureau's own. */
  readonly until: Day | null
}

const folds = new WeakMap<World['duties'], Map<string, Fold>>()

function foldsOf(world: World): Map<string, Fold> {
  let made = folds.get(world.duties)
  if (made) return made
  folds.set(world.duties, made = new Map())
  for (const duty of world.duties.values()) {
    for (const twin of duty.twins) {
      const own = dutyKey(duty.unit.id, twin.id)
      made.set(own, { target: duty.key, own: world.duties.get(own), until: duty.state === 'notApplicable' ? duty.endsBefore : null })
    }
  }
  return made
}

/** The item whose duty an item's facts belong to: a member's are its group's. */
function dutyItem(item: Item): string {
  return item.cadence.kind === 'member' ? item.cadence.of : item.id
}

/** Keys of the duties a fact bears on: none for a word of a whole unit and for 考核记录, else one, but for events many units' clocks hang on and for folded items. */
export function routesOf(fact: Fact, world: World): string[] {
  if (fact.item === wholeUnit || isAct(fact)) return []
  const item = itemOn(world, fact.item, fact.day)
  const itemId = item ? dutyItem(item) : fact.item
  if (fact.kind === 'approved' && fact.units) return fact.units.flatMap((unit) => routesInto(dutyKey(unit, itemId), fact, world))
  return routesInto(dutyKey(fact.unit, itemId), fact, world)
}

function routesInto(key: string, fact: Fact, world: World): string[] {
  const fold = foldsOf(world).get(key)
  if (!fold) return [key]
  if (!fold.own) return [fold.target]
  const made = fact.kind === 'formed' || fact.kind === 'published'
  if (fold.until !== null) return made ? [fact.day < fold.until ? fold.target : key] : [fold.target, key]
  const named = periodNamed(fact)
  if (named !== undefined) {
    const { cadence } = fold.own
    const isOwn = cadence.kind === 'slots' && cadence.slots.some((slot) => slot.name !== null && named.endsWith(`/${slot.name}`))
    return [isOwn ? key : fold.target]
  }
  return made ? [fold.target] : [fold.target, key]
}

function periodNamed(fact: Fact): string | undefined {
  if (fact.kind === 'published') return fact.period
  return 'about' in fact && fact.about !== undefined && 'period' in fact.about ? fact.about.period : undefined
}

/** The duty of a key: the one that stands, or the one its facts propose; undefined when the row is not printed for the unit. */
export function dutyOf(key: string, world: World): Duty | undefined {
  const standing = world.duties.get(key)
  if (standing) return standing
  const at = key.indexOf('|')
  const unit = world.units.get(key.slice(0, at))
  const item = itemOn(world, key.slice(at + 1), world.day)
  return unit && item ? proposedDuty(item, unit, [...world.units.values()]) : undefined
}
