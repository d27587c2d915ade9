import type { Day } from '../time/day.ts'
import type { Cadence, Item, Unit } from '../catalogue/item.ts'
import type { DutyState } from '../facts/setting.ts'

/** 公开责任: item × unit. */
export interface Duty {
  readonly key: string
  readonly unit: Unit
  readonly item: Item
  /** The unit's own cadence where one is set, else the kind's, else the item's. */
  readonly cadence: Cadence
  readonly category: string
  readonly state: DutyState
  /** First day the system opens obligations: the later of the catalogue's, the unit's and the supervision's start. */
  readonly opensFrom: Day
  /** 不适用 from this day on: what fell due before stays, nothing else opens. */
  readonly endsBefore: Day | null
  /** The row was dropped, or the unit left out, from this day on: what opened before goes on, nothing else opens. */
  readonly opensBefore: Day | null
  /** The duty as it was before its cadence changed: what opened under it stays. */
  readonly earlier: Duty | null
  /** Opens slots and standing occurrences by itself (claimed); otherwise only facts open obligations. */
  readonly opensByItself: boolean
  /** Bureau items folded into this one (`sameAs`). */
  readonly twins: readonly Item[]
}

export function dutyKey(unit: string, item: string): string {
  return `${unit}|${item}`
}

/** The category of the district matrix: a bureau's own items stand in one column, 部门目录. */
export function boardCategory(item: Item): string {
  return item.catalogue === 'district' ? item.category : 'bureau'
}

/** The cadence a unit owes the item in: an override for the unit wins over one for its kind. */
export function cadenceFor(item: Item, unit: Unit): Cadence {
  const own = item.cadenceOverrides.find((each) => each.units?.includes(unit.id))
  const kind = item.cadenceOverrides.find((each) => !each.units && each.kinds?.includes(unit.kind))
  return (own ?? kind ?? item).cadence
}
