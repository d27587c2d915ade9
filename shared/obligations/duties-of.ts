import { addDays, type Day } from '../time/day.ts'
import type { Cadence, Catalogue, Item, Slot, Unit } from '../catalogue/item.ts'
import { owedBy, printedUnits } from '../catalogue/subjects.ts'
import type { DutyState, Setting } from '../facts/setting.ts'
import { boardCategory, cadenceFor, dutyKey, type Duty } from './duty.ts'

interface DutySources {
  readonly units: readonly Unit[]
  readonly items: readonly Item[]
  readonly versions: readonly Catalogue[]
  /** Settings in force, in the order they take effect. */
  readonly settings: readonly Setting[]
  readonly supervisedFrom: Day
}

interface Decisions {
  readonly units: Map<string, readonly string[]>
  readonly lead: Map<string, string | null>
  readonly cadence: Map<string, Cadence>
  readonly state: Map<string, { state: DutyState; from: Day }>
  readonly sameAs: Map<string, string | null>
  all: { state: DutyState; from: Day } | null
}

function decisionsOf(settings: readonly Setting[]): Decisions {
  const made: Decisions = { units: new Map(), lead: new Map(), cadence: new Map(), state: new Map(), sameAs: new Map(), all: null }
  for (const setting of settings) {
    if (setting.kind === 'applicability') {
      if (setting.units) made.units.set(setting.item, setting.units)
      if (setting.jointLead !== undefined) made.lead.set(setting.item, setting.jointLead)
      if (setting.cadence) made.cadence.set(dutyKey(setting.cadence.unit, setting.item), setting.cadence.cadence)
    } else if (setting.kind === 'dutyState') {
      const decided = { state: setting.state, from: setting.effective }
      if (setting.duties === 'all') {
        made.all = decided
        made.state.clear()
      } else for (const duty of setting.duties) made.state.set(dutyKey(duty.unit, duty.item), decided)
    } else if (setting.kind === 'sameAs') made.sameAs.set(setting.item, setting.with)
  }
  return made
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
 * (one duty under the district's item while the unit owes that one). Joint rows (联合事项) are owed by their lead only.
 */
export function dutiesOf(sources: DutySources): Map<string, Duty> {
  const made = decisionsOf(sources.settings)
  const duties = new Map<string, Duty>()
  const unitById = new Map(sources.units.map((unit) => [unit.id, unit]))
  const effective = new Map<string, Day>()
  for (const version of sources.versions) {
    for (const item of version.items) if (!effective.has(item.id)) effective.set(item.id, version.effective)
  }
  const owners = (item: Item): readonly string[] => {
    const lead = made.lead.get(item.id)
    return lead ? [lead] : made.units.get(item.id) ?? owedBy(item, sources.units)
  }
  const add = (item: Item, unit: Unit, { cadence, from }: { readonly cadence: Cadence; readonly from?: Day }) => {
    const key = dutyKey(unit.id, item.id)
    const decided = made.state.get(key) ?? made.all
    const state = decided?.state ?? 'proposed'
    duties.set(key, {
      key, unit, item, cadence, category: boardCategory(item), state,
      opensFrom: laterOf(effective.get(item.id), unit.validFrom, sources.supervisedFrom, from),
      endsBefore: endOf(state === 'notApplicable' ? decided?.from : undefined, unit.validTo),
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
