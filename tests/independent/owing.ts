import { latestOf, plusDays, type Day } from './days.ts'
import { governing, ofKind, unitsOf, versionsOf, type InForce } from './in-force.ts'
import type { Cadence, Item, Setting, Slot, Unit } from './lines.ts'

/** A stretch of days in which a duty is owed in one rhythm; `until` is the first day it no longer is. */
export interface Span { readonly from: Day; readonly until: Day | null; readonly cadence: Cadence }

/** 公开责任: who owes which row. */
export interface Duty {
  readonly key: string
  readonly unit: Unit
  readonly item: Item
  readonly category: string
  readonly state: string
  /** Claimed, or 不适用 later on: the system opens what is owed; else only facts do. */
  readonly opensItself: boolean
  /** Oldest first. */
  readonly spans: readonly Span[]
  /** From this day on nothing is owed: the unit ended, or the row was declared 不适用. */
  readonly endsOn: Day | null
  /** A bureau's rows folded into this one. */
  readonly folded: readonly Item[]
}

const departmental = ['department', 'institution', 'vertical']
const local = ['street', 'town']
const plain = (text: string) => text.replace(/\s/g, '')

function isCalled(unit: Unit, name: string, units: readonly Unit[]): boolean {
  if (units.some(({ id }) => id === plain(name))) return unit.id === plain(name)
  return [unit.name, unit.shortName, ...unit.aliases].some((each) => plain(each) === plain(name))
}

/** Whether the subjects as printed name the unit. */
export function isPrintedFor(item: Item, unit: Unit, units: readonly Unit[]): boolean {
  return item.selectors.some((selector) => selector === 'departments' ? departmental.includes(unit.kind)
    : selector === 'streets' ? local.includes(unit.kind) : isCalled(unit, selector, units))
}

/** Whether a printed unit can reasonably owe it: its kind, then its name, else its traits (streets and towns by kind alone). */
function canOwe({ appliesTo: { kinds, named, traits } }: Item, unit: Unit, units: readonly Unit[]): boolean {
  if (!kinds.includes(unit.kind)) return false
  if (named) return named.some((name) => isCalled(unit, name, units))
  return local.includes(unit.kind) || traits.length === 0 || traits.some((trait) => unit.traits.includes(trait))
}

export function usualCadence(item: Item, unit: Unit): Cadence {
  const byUnit = item.cadenceOverrides.find(({ units }) => units?.includes(unit.id))
  const byKind = item.cadenceOverrides.find(({ units, kinds }) => !units && kinds?.includes(unit.kind))
  return (byUnit ?? byKind ?? item).cadence
}

interface Word { readonly state: string; readonly since: Day }

/** What was said last of a duty, in the order it was recorded; a word on all sets aside what was said of single ones. */
function wordsOf(recorded: readonly Setting[]): { readonly all: Word | undefined; readonly single: ReadonlyMap<string, Word> } {
  let all: Word | undefined
  const single = new Map<string, Word>()
  for (const { duties, state, effective } of ofKind(recorded, 'dutyState')) {
    const word = { state, since: effective }
    if (duties === 'all') {
      all = word
      single.clear()
    } else for (const { unit, item } of duties) single.set(`${unit}|${item}`, word)
  }
  return { all, single }
}

type Owed = Omit<Duty, 'spans'> & { readonly cadence: Cadence; readonly from: Day }

/** Who owes what under the settings in effect by a day. */
function owedOn(rules: InForce, day: Day): Map<string, Owed> {
  const settings = rules.settings.filter(({ effective }) => effective <= day)
  const recorded = rules.recorded.filter(({ effective }) => effective <= day)
  const [units, versions, words] = [unitsOf(recorded), versionsOf(settings), wordsOf(recorded)]
  const decided = ofKind(settings, 'applicability')
  const ownersOf = (item: Item): readonly string[] => {
    const mine = decided.filter((each) => each.item === item.id)
    const lead = mine.filter(({ jointLead }) => jointLead !== undefined).at(-1)?.jointLead
    if (lead) return [lead]
    const given = mine.filter((each) => each.units).at(-1)?.units
    const printed = units.filter((unit) => isPrintedFor(item, unit, units))
    const owing = given ?? printed.filter((unit) => canOwe(item, unit, units)).map(({ id }) => id)
    return [...new Set([...owing, ...printed.filter(({ id }) => words.single.has(`${id}|${item.id}`)).map(({ id }) => id)])]
  }
  const owed = new Map<string, Owed>()
  for (const item of governing(versions)) {
    if (item.cadence.kind === 'member') continue
    const fold = ofKind(settings, 'sameAs').filter((each) => each.item === item.id).at(-1)
    const twin = fold ? fold.with : item.sameAs
    const begins = versions.find(({ items }) => items.some(({ id }) => id === item.id))?.effective
    for (const id of ownersOf(item)) {
      const unit = units.find((each) => each.id === id)
      if (!unit) continue
      const key = `${id}|${item.id}`
      const own = decided.filter(({ item: of, cadence }) => of === item.id && cadence?.unit === id).at(-1)?.cadence?.cadence
      const word = words.single.get(key) ?? words.all
      const cadence = own ?? usualCadence(item, unit)
      const whole = (rhythm: Cadence, after: Day | null): Owed => ({
        key, unit, item, cadence: rhythm, category: item.catalogue === 'district' ? item.category : 'bureau', state: word?.state ?? 'proposed',
        opensItself: word?.state === 'claimed' || word?.state === 'notApplicable', endsOn: endOf(unit, word), folded: [],
        from: latestOf([begins, unit.validFrom, rules.supervisedFrom, after])!,
      })
      const into = twin ? owed.get(`${id}|${twin}`) : undefined
      if (!into) {
        owed.set(key, whole(cadence, null))
        continue
      }
      owed.set(into.key, { ...into, folded: [...into.folded, item] })
      const left = slotsLeft(cadence, into.cadence)
      if (into.state === 'notApplicable' && into.endsOn !== null) owed.set(key, whole(cadence, into.endsOn))
      else if (left.length > 0) owed.set(key, whole({ ...cadence, slots: left }, null))
    }
  }
  return owed
}

/** The bureau's slots that the district's row has none of the same name for. */
function slotsLeft(bureau: Cadence, district: Cadence): Slot[] {
  if (bureau.kind !== 'slots' || district.kind !== 'slots') return []
  return (bureau.slots ?? []).filter(({ name }) => !district.slots?.some((each) => each.name === name))
}

function endOf(unit: Unit, word: Word | undefined): Day | null {
  const days = [word?.state === 'notApplicable' ? word.since : undefined, unit.validTo && plusDays(unit.validTo, 1)].filter((day) => day !== undefined)
  return days.sort()[0] ?? null
}

/** Days on which who owes what, or how often, may turn: a second version, another kind or trait, a decision of the office. */
function turnsOf(rules: InForce): Day[] {
  const turns = rules.settings.flatMap((each, n) => {
    const before = rules.settings.slice(0, n)
    if (each.kind === 'applicability') return [each.effective]
    if (each.kind === 'catalogueVersion') return ofKind(before, 'catalogueVersion').some(({ catalogue }) => catalogue.id === each.catalogue.id) ? [each.effective] : []
    if (each.kind !== 'unitChange') return []
    const was = ofKind(before, 'unitChange').filter(({ unit }) => unit.id === each.unit.id).at(-1)?.unit
    const shape = (unit: Unit) => [unit.kind, ...[...unit.traits].sort()].join()
    return was && shape(was) !== shape(each.unit) ? [each.effective] : []
  })
  return [...new Set(turns)].sort()
}

/** Both open the same things by themselves. */
function opensAlike(a: Cadence, b: Cadence): boolean {
  return a.kind === b.kind && JSON.stringify(a.slots) === JSON.stringify(b.slots)
}

/** Every duty there is or was, with the stretches in which it opened something: what opened under a row, a rhythm or an owner stays theirs. */
export function dutiesOf(rules: InForce): Map<string, Duty> {
  const duties = new Map<string, Duty>()
  const add = (key: string, { cadence, from, ...owed }: Owed, spans: readonly Span[]) => duties.set(key, { ...owed, spans: [...spans, { from, until: null, cadence }] })
  const first = '0000-01-01'
  for (const turn of [first, ...turnsOf(rules)]) {
    // Words on claims and folds are not told by the day they take effect: the last one holds for the whole stretch.
    const next = turnsOf(rules).find((each) => each > turn)
    const now = owedOn(rules, next === undefined ? rules.day : plusDays(next, -1))
    for (const [key, was] of duties) {
      if (now.has(key)) continue
      duties.set(key, { ...was, spans: was.spans.map((span) => ({ ...span, until: span.until ?? turn })) })
    }
    for (const [key, owed] of now) {
      const spans = duties.get(key)?.spans ?? []
      const open = spans.at(-1)
      if (!open) add(key, owed, [])
      else if (open.until === null && opensAlike(open.cadence, owed.cadence)) add(key, { ...owed, from: spans.length > 1 ? open.from : owed.from }, spans.slice(0, -1))
      else add(key, { ...owed, from: latestOf([owed.from, turn])! }, spans.map((span) => ({ ...span, until: span.until ?? turn })))
    }
  }
  return duties
}
