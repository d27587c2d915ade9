import { addDays, type Day } from '../time/day.ts'
import type { Cadence, Catalogue, Item, Slot, Unit } from '../catalogue/item.ts'
import { owedBy, printedUnits } from '../catalogue/subjects.ts'
import type { Setting } from '../facts/setting.ts'
import { boardCategory, cadenceFor, dutyKey, type Duty } from './duty.ts'
import { decisionOf, type DutyDecisions } from './duty-decisions.ts'

interface DutySources {
  readonly units: readonly Unit[]
  readonly items: readonly Item[]
  readonly versions: readonly Catalogue[]
  /** Settings in force, in the order they take effect. */
  readonly settings: readonly Setting[]
  /** What units and the office said of single duties. */
  readonly decisions: DutyDecisions
  readonly supervisedFrom: Day
}

interface Decisions {
  readonly units: Map<string, readonly string[]>
  readonly lead: Map<string, string | null>
  readonly cadence: Map<string, Cadence>
  readonly sameAs: Map<string, string | null>
}

function decisionsOf(settings: readonly Setting[]): Decisions {
  const made: Decisions = { units: new Map(), lead: new Map(), cadence: new Map(), sameAs: new Map() }
  for (const setting of settings) {
    if (setting.kind === 'applicability') {
      if (setting.units) made.units.set(setting.item, setting.units)
      if (setting.jointLead !== undefined) made.lead.set(setting.item, setting.jointLead)
      if (setting.cadence) made.cadence.set(dutyKey(setting.cadence.unit, setting.item), setting.cadence.cadence)
    } else if (setting.kind === 'sameAs') made.sameAs.set(setting.item, setting.with)
  }
  return made
}

/** Units by item that a single duty was proposed to, or that spoke of it: traits no longer leave a printed one out. */
function unitsAsked({ named }: DutyDecisions): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>()
  for (const key of named.keys()) {
    const at = key.indexOf('|')
    const [unit, item] = [key.slice(0, at), key.slice(at + 1)]
    const units = asked.get(item)
    if (units) units.add(unit)
    else asked.set(item, new Set([unit]))
  }
  return asked
}

/** Slots of a bureau's item that have no slot of the same name in the district item it folds into. */
function slotsWithoutTwin(bureau: Cadence, district: Cadence): readonly Slot[] {
  if (bureau.kind !== 'slots' || district.kind !== 'slots') return []
  const names = new Set(district.slots.map((slot) => slot.name))
  return bureau.slots.filter((slot) => !names.has(slot.name))
}

function laterOf(...days: readonly (Day | undefined)[]): Day {
  return days.reduce<Day>((late, day) => (day !== undefined && day > late ? day : late), '0000-01-01')
}

/**
 * Who owes what: the printed subjects narrowed by kinds and traits, by the office's decisions, and by `sameAs` folds
 * (one duty under the district's item while the unit owes that one). Joint rows (联合事项) are owed by their lead only. A duty
 * that a unit was asked about (认领) stands although traits left it out, where its row is printed for the unit.
 */
export function dutiesOf(sources: DutySources): Map<string, Duty> {
  const made = decisionsOf(sources.settings)
  const duties = new Map<string, Duty>()
  const unitById = new Map(sources.units.map((unit) => [unit.id, unit]))
  const effective = new Map<string, Day>()
  for (const version of sources.versions) {
    for (const item of version.items) if (!effective.has(item.id)) effective.set(item.id, version.effective)
  }
  const asked = unitsAsked(sources.decisions)
  const owners = (item: Item): readonly string[] => {
    const lead = made.lead.get(item.id)
    if (lead) return [lead]
    const given = made.units.get(item.id) ?? owedBy(item, sources.units)
    const others = [...(asked.get(item.id) ?? [])].filter((unit) => !given.includes(unit))
    if (others.length === 0) return given
    const printed = printedUnits(item, sources.units)
    return [...given, ...others.filter((unit) => printed.includes(unit))]
  }
  const add = (item: Item, unit: Unit, { cadence, from }: { readonly cadence: Cadence; readonly from?: Day }) => {
    const key = dutyKey(unit.id, item.id)
    const decided = decisionOf(sources.decisions, key)
    const state = decided?.state ?? 'proposed'
    duties.set(key, {
      key, unit, item, cadence, category: boardCategory(item), state,
      opensFrom: laterOf(effective.get(item.id), unit.validFrom, sources.supervisedFrom, from),
      endsBefore: endOf(state === 'notApplicable' ? decided?.since : undefined, unit.validTo),
      opensBefore: null, earlier: null, opensByItself: state === 'claimed' || state === 'notApplicable', twins: [],
    })
  }
  for (const item of sources.items) {
    if (item.cadence.kind === 'member') continue
    const target = made.sameAs.has(item.id) ? made.sameAs.get(item.id) : item.sameAs
    for (const id of owners(item)) {
      const unit = unitById.get(id)
      if (!unit) continue
      const cadence = made.cadence.get(dutyKey(id, item.id)) ?? cadenceFor(item, unit)
      const twin = target ? duties.get(dutyKey(id, target)) : undefined
      if (!twin) {
        add(item, unit, { cadence })
        continue
      }
      duties.set(twin.key, { ...twin, twins: [...twin.twins, item] })
      const own = slotsWithoutTwin(cadence, twin.cadence)
      // A fold holds only while the unit owes the district's row: once that is 不适用 the bureau's stands alone.
      if (twin.state === 'notApplicable' && twin.endsBefore !== null) add(item, unit, { cadence, from: twin.endsBefore })
      else if (own.length > 0) add(item, unit, { cadence: { kind: 'slots', slots: own, origin: cadence.origin } })
    }
  }
  return duties
}

function endOf(notApplicableFrom: Day | undefined, validTo: Day | undefined): Day | null {
  const days = [notApplicableFrom, validTo === undefined ? undefined : addDays(validTo, 1)].filter((day) => day !== undefined)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}

/** A duty a fact proposes: its row is printed for the unit, but traits or 认领 left it out. Undefined where not printed. */
export function proposedDuty(item: Item, unit: Unit, units: readonly Unit[]): Duty | undefined {
  if (item.cadence.kind === 'member' || !printedUnits(item, units).includes(unit.id)) return undefined
  return {
    key: dutyKey(unit.id, item.id), unit, item, cadence: cadenceFor(item, unit), category: boardCategory(item), state: 'proposed',
    opensFrom: '9999-12-31', endsBefore: null, opensBefore: null, earlier: null, opensByItself: false, twins: [],
  }
}
