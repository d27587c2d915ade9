import { gapText } from '../../shared/measures/number-series.ts'
import { unitRegisterOf, type UnitRegister } from '../../shared/measures/unit-register.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { RegisterAnswer, RegisterRow, RegistersAnswer } from '../../shared/wire/desk-answers.ts'
import { unitNameOf } from './obligations.ts'
import { stampOf, type View } from './view.ts'

/** 月度关账 and 文号连续性 of one unit in a year; undefined for an unknown unit. */
export function registerAnswer(view: View, { unit, year }: { readonly unit: string; readonly year: number }): RegisterAnswer | undefined {
  const world = view.world()
  if (!world.units.has(unit)) return undefined
  return { ...stampOf(view), ...unitRegisterOf(view.everyFact().filter(({ fact }) => fact.unit === unit), { unit, year, world }) }
}

/** The open questions of every unit in a year, in official order. */
export function registersAnswer(view: View, year: number): RegistersAnswer {
  return { ...stampOf(view), year, rows: registerRows(view, year) }
}

export function registerRows(view: View, year: number): readonly RegisterRow[] {
  const world = view.world()
  const byUnit = new Map<string, RecordedFact[]>([...world.units.keys()].map(unit => [unit, []]))
  for (const each of view.everyFact()) byUnit.get(each.fact.unit)?.push(each)
  const rows: RegisterRow[] = []
  for (const [unit, facts] of byUnit) {
    const register = unitRegisterOf(facts, { unit, year, world })
    if (register.months.length > 0 || register.series.length > 0) rows.push(rowOf(register, unitNameOf(world, unit)))
  }
  return rows
}

function rowOf({ unit, months, series }: UnitRegister, unitName: string): RegisterRow {
  const monthsIn = (keep: (line: UnitRegister['months'][number]) => boolean) => months.filter(keep).map(line => line.month).reverse()
  const gaps = series.flatMap(each => each.gaps)
  return {
    unit, unitName, months: months.length, closed: months.filter(line => line.closing !== null).length,
    missing: monthsIn(line => line.state === 'missing'), late: monthsIn(line => line.state === 'closedLate'), differing: monthsIn(line => line.differences.length > 0),
    numbers: gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0), gaps: gaps.map(gapText), explained: series.reduce((sum, each) => sum + each.explained.length, 0),
  }
}
