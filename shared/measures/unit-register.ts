import { effectiveFacts } from '../facts/effective-facts.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { World } from '../obligations/world.ts'
import { monthLinesOf, type MonthLine } from './month-closings.ts'
import { numberSeriesOf, type NumberSeries } from './number-series.ts'

/** 源头登记: what a unit says of all its papers, beside what the store knows of them. */
export interface UnitRegister {
  readonly unit: string
  readonly year: number
  readonly months: readonly MonthLine[]
  readonly series: readonly NumberSeries[]
}

/**
 * 月度关账 and 文号连续性 of a unit in a calendar year, folded from its facts (in order of seq, corrections among them) as of
 * the world's day. Nothing here is a status: a missing month or number is a question to the unit.
 */
export function unitRegisterOf(facts: readonly RecordedFact[], asked: { readonly unit: string; readonly year: number; readonly world: Pick<World, 'day' | 'supervisedFrom' | 'units'> }): UnitRegister {
  const { unit, year, world } = asked
  const effective = effectiveFacts(facts)
  const own = world.units.get(unit)
  const from = laterOf(world.supervisedFrom, own?.validFrom)
  const day = own?.validTo !== undefined && own.validTo < world.day ? own.validTo : world.day
  return {
    unit, year,
    months: monthLinesOf(effective, { year, from, day }),
    series: numberSeriesOf(effective.map(({ fact }) => fact), { unit, year, fromOne: from <= `${year}-01-01` }),
  }
}

function laterOf(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a
}
