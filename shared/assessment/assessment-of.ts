import type { Unit } from '../catalogue/item.ts'
import type { PartsByUnit } from '../measures/board.ts'
import { eventualOf, onTimeOf } from '../measures/compliance.ts'
import { verifiableOf } from '../measures/coverage.ts'
import { ranksOf } from '../measures/rank.ts'
import { ratio } from '../measures/ratio.ts'
import { yardstickOf } from '../measures/sums.ts'
import { unitAccountOf } from '../measures/unit-account.ts'
import { inYearSet } from '../measures/year-set.ts'
import { unitActs } from '../obligations/assessment-acts.ts'
import { must } from '../must.ts'
import type { World } from '../obligations/world.ts'
import { bandsOf } from './bands.ts'
import { bonusOf, finalScore, negativeOf, vetoOf } from './final-score.ts'
import type { AssessedUnit, AssessmentResult, OpenAppeal, RestsOn } from './result.ts'

/** Everything judged and counted of one day. */
export interface Assessable {
  readonly parts: PartsByUnit
  readonly world: World
  readonly revision: number
}

/** The assessment (年度考核) of the world's year as of its day, as known at its instant: the definition. Pure. */
export function assessmentOf({ parts, world, revision }: Assessable): AssessmentResult {
  const lines = [...world.units.values()].map((unit) => lineOf(unit, { parts, world }))
  const ranks = new Map(ranksOf(lines.map(({ unit, name, peerGroup, final, onTime, judgedDuties }) =>
    ({ id: unit, name, peerGroup, score: final, onTime: onTime.share, judgedDuties })), world.scheme.rankFloor).map((each, place) => [each.id, { rank: each.rank, place }]))
  const ranked = lines.map((line) => ({ ...line, rank: ranks.get(line.unit)?.rank ?? null }))
  const bands = bandsOf(ranked.map(({ unit: id, peerGroup, final, rank, veto }) => ({ id, peerGroup, final, rank, veto: veto !== null })), world.scheme)
  const placeOf = ({ unit }: AssessedUnit) => must(ranks.get(unit), `${unit} is listed`).place
  return {
    year: world.year, day: world.day, knownAt: world.knownAt, revision, district: world.district, sample: world.sample, restsOn: restsOn(world),
    units: ranked.map((line) => ({ ...line, band: bands.get(line.unit) ?? null })).sort((a, b) => placeOf(a) - placeOf(b)),
    openAppeals: openAppealsIn(parts, world),
  }
}

function lineOf(unit: Unit, { parts, world }: Pick<Assessable, 'parts' | 'world'>): AssessedUnit {
  const own = parts.get(unit.id) ?? []
  const { sums, working, judgedDuties } = unitAccountOf(unit, own, { world, yardstick: yardstickOf(world) })
  const acts = unitActs(world.acts, unit.id, world.year)
  const bonus = bonusOf(world.scheme, acts, { score: working.score, longestOverdue: sums.longestOverdue })
  const negative = negativeOf(world.scheme, acts)
  const veto = vetoOf(acts)
  return {
    unit: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind, peerGroup: unit.peerGroup, working, bonus, negative, veto,
    final: finalScore(world.scheme, { score: working.score, bonus: bonus.given, lost: negative.lost, veto: veto !== null }),
    band: null, rank: null, judgedDuties, tally: sums.tally, onTime: onTimeOf(sums), eventual: eventualOf(sums),
    coverage: ratio(sums.covered, sums.applicable), verifiable: verifiableOf(sums), overdue: sums.tally.overdue, longestOverdue: sums.longestOverdue,
  }
}

function openAppealsIn(parts: PartsByUnit, world: World): readonly OpenAppeal[] {
  return [...parts.values()].flatMap((duties) => duties.flatMap(({ obligations }) => obligations
    .filter((each) => each.flags.includes('disputed') && (inYearSet(each, world) || each.year === world.year))
    .map(({ unit, item, id }) => ({ unit, item, obligation: id }))))
}

function restsOn(world: World): RestsOn {
  const { id, name, version } = world.scheme
  const last = new Map(world.versions.map((each) => [each.id, each]))
  return {
    scheme: { id, name, version },
    catalogues: [...last.values()].map((each) => ({ id: each.id, name: each.name, version: each.version, effective: each.effective })),
    calendars: [world.year, world.year + 1].map((year) => {
      const [notice] = world.calendar.noticesOf(year)
      return { year, notice: notice === undefined ? null : notice.number || notice.title }
    }),
  }
}
