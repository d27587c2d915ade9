import { agreementsOn } from '../../shared/assessment/edition-parts.ts'
import { scorePeriods, type ScorePeriod } from '../../shared/assessment/score-periods.ts'
import { lastProposal, windowEnd } from '../../shared/assessment/settling-rules.ts'
import { isScored } from '../../shared/measures/scored-unit.ts'
import type { World } from '../../shared/obligations/world.ts'
import { addDays } from '../../shared/time/day.ts'
import type { EditionRow, EditionsAnswer, PeriodRow, PeriodState, UnitPeriodRow } from '../../shared/wire/edition-answers.ts'
import type { AnswerStamp } from '../../shared/wire/answers.ts'

/** Periods of a year that have begun, as they stand. */
export function editionsAnswer(world: World, asked: AnswerStamp & Pick<EditionsAnswer, 'year' | 'years'>): EditionsAnswer {
  return {
    ...asked, periods: begun(asked.year, world).map(period => periodRow(period, world)), windowEnd: windowEnd(world),
    asked: [...world.units.values()].filter(unit => isScored(unit, world)).map(({ id, shortName }) => ({ unit: id, shortName })),
  }
}

function begun(year: number, world: World): readonly ScorePeriod[] {
  return scorePeriods(year, world.scheme).filter(({ first, last }) => first <= world.day && last >= world.supervisedFrom)
}

function periodRow(named: ScorePeriod, world: World): PeriodRow {
  const { period } = named
  const told = lastProposal(period, world)
  const editions = editionsOf(period, world)
  return {
    ...named, state: stateOf(named, world),
    proposal: told ? { day: told.day, knownAt: told.knownAt, until: told.until, seq: told.seq, by: told.by, at: told.at } : null,
    agreements: told ? agreementsOn(period, world) : [], editions: editions.map(editionRow),
  }
}

function editionsOf(period: string, { settlements }: World): World['settlements'] {
  return settlements.filter(each => each.period === period)
}

function editionRow({ scores, period: _period, ...edition }: World['settlements'][number]): EditionRow {
  return { ...edition, units: scores.filter(({ score }) => score !== null).length }
}

export function stateOf({ period, last }: ScorePeriod, world: World): PeriodState {
  if (editionsOf(period, world).length > 0) return 'settled'
  const told = lastProposal(period, world)
  if (told) return world.day <= told.until ? 'open' : 'waiting'
  return last < world.day ? 'ended' : 'running'
}

/** What a unit was told and what was settled of it: this assessment year's periods and the last one's, newest first. */
export function unitPeriodRows(unit: string, world: World): readonly UnitPeriodRow[] {
  return [world.year - 1, world.year].flatMap(year => begun(year, world)).flatMap(named => {
    const told = lastProposal(named.period, world)
    const editions = editionsOf(named.period, world).flatMap(({ scores, edition, at, by, reason, sha256 }) => {
      const own = scores.find(each => each.unit === unit)
      return own ? [{ edition, score: own.score, rank: own.rank, band: own.band, at, by, reason, sha256 }] : []
    })
    if (!told && editions.length === 0) return []
    return [{ ...named, state: stateOf(named, world), until: told?.until ?? null, agreement: agreementsOn(named.period, world).find(each => each.unit === unit) ?? null, editions }]
  }).sort((a, b) => (sortDay(a) > sortDay(b) ? -1 : 1))
}

/** A year stands after its last month. */
function sortDay({ kind, last }: ScorePeriod): string {
  return kind === 'year' ? addDays(last, 1) : last
}
