import { printedUnits } from '../../shared/catalogue/subjects.ts'
import type { Item } from '../../shared/catalogue/item.ts'
import { addMonths } from '../../shared/time/day.ts'
import type { DutyPart } from '../../shared/measures/figures.ts'
import { boardCategory, cadenceFor, dutyKey, type Duty } from '../../shared/obligations/duty.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { FillRow, FillRowsAnswer } from '../../shared/wire/desk-answers.ts'
import { itemNameOf } from './obligations.ts'
import { readingOf } from './pinyin.ts'
import { stampOf, type View } from './view.ts'

/** What a unit's desk may report under: the rows it owes, then those printed for it; undefined for an unknown unit. */
export function fillRowsAnswer(view: View, unit: string): FillRowsAnswer | undefined {
  const world = view.world()
  const own = world.units.get(unit)
  if (!own) return undefined
  const parts = new Map((view.parts().get(unit) ?? []).map(part => [part.standing.item, part]))
  const units = [...world.units.values()]
  const rows: FillRow[] = []
  for (const item of world.items.values()) {
    const duty = world.duties.get(dutyKey(unit, item.id))
    const isOwed = duty !== undefined && duty.state !== 'notApplicable'
    if (!isOwed && !isTwin(item, unit, world) && !printedUnits(item, units).includes(unit)) continue
    rows.push(rowOf(item, { world, unit, duty: isOwed ? duty : undefined, part: parts.get(item.id) }))
  }
  const others = units.filter(each => each.id !== unit && each.validTo === undefined).map(({ id, name, shortName }) => ({ id, name, shortName }))
  return {
    ...stampOf(view), unit, name: own.name, shortName: own.shortName, supervisedFrom: world.supervisedFrom,
    rows: [...rows.filter(row => row.owed), ...rows.filter(row => !row.owed)], others,
  }
}

/** As people type it: brackets and points of a name have no key of their own. */
function letters(spelling: string): string {
  return spelling.replace(/[^a-z0-9]/g, '')
}

/** A bureau's row folded into the district's is owed with it. */
function isTwin(item: Item, unit: string, world: World): boolean {
  return item.sameAs !== undefined && world.duties.get(dutyKey(unit, item.sameAs))?.twins.some(twin => twin.id === item.id) === true
}

interface RowAsked {
  readonly world: World
  readonly unit: string
  readonly duty: Duty | undefined
  readonly part: DutyPart | undefined
}

function rowOf(item: Item, { world, unit, duty, part }: RowAsked): FillRow {
  const owner = world.units.get(unit)
  const cadence = duty?.cadence ?? (owner ? cadenceFor(item, owner) : item.cadence)
  const category = boardCategory(item)
  const name = itemNameOf(world, item.id)
  const { initials, full } = readingOf(name)
  return {
    item: item.id, name, path: item.path, category, categoryName: world.categories.find(each => each.id === category)?.name ?? category,
    cadence: cadence.kind, owed: duty !== undefined || isTwin(item, unit, world), alwaysExists: item.alwaysExists === true,
    slots: cadence.kind === 'slots' ? cadence.slots.map(({ name: slot, every }) => ({ name: slot, every })) : [],
    channels: item.channels.checked, initials: letters(initials), spelled: letters(full),
    review: cadence.kind === 'standing' && duty !== undefined ? reviewOf(part, cadence.reviewMonths) : null,
  }
}

function reviewOf(part: DutyPart | undefined, months: number | null): FillRow['review'] {
  const lastDay = part?.standing.lastDay ?? null
  const shown = part?.obligations.filter(({ url }) => url !== null).at(-1)
  return { lastDay, reviewBy: lastDay === null || months === null ? null : addMonths(lastDay, months), url: shown?.url ?? null }
}
