import { addDays, addMonths, daysBetween, type Day } from '../../../shared/time/day.ts'
import { nextPeriod, periodEnd, periodOf, periodStart, type Period } from '../../../shared/time/period.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { Proof } from '../../../shared/obligations/obligation.ts'
import type { SampleDistrict } from './district.ts'
import { documentDue } from './due-days.ts'
import { tableOf } from './permit-tables.ts'
import type { Piece } from './piece.ts'
import { hashOf, seededRandom, type Random } from './random.ts'
import { characterOf, sampleWords } from './sample-words.ts'

/** Papers of all as-formed duties from the start to the horizon, each month drawn under a key of its own. */
export function documentPieces(district: SampleDistrict): Piece[] {
  const pieces: Piece[] = []
  for (const duty of district.duties) {
    if (duty.cadence.kind !== 'asFormed') continue
    for (let month = periodOf('month', district.start); periodStart(month) <= district.horizon; month = nextPeriod(month)) {
      pieces.push(...papersOf(district, duty, month))
    }
  }
  return pieces
}

function papersOf(district: SampleDistrict, duty: Duty, month: Period): Piece[] {
  const random = seededRandom(`${district.seed}|papers|${duty.key}|${month}`)
  if (duty.unit.id === 'D23' && sampleWords.items[duty.item.id]?.table) return tableOf(district, duty, month)
  const count = countOf(district, duty, { month, random })
  const pieces: Piece[] = []
  for (let n = 1; n <= count; n += 1) {
    const day = someWorkday(district, month, random)
    const piece = pieceMade(district, duty, { day, id: `${duty.key}|${month}#${n}`, n, random })
    if (piece) pieces.push(piece)
  }
  return pieces
}

/** Papers of the month: the item's rate, the unit's size, the year's rhythm; at least one a year where coverage asks it. */
function countOf(district: SampleDistrict, duty: Duty, { month, random }: { month: Period; random: Random }): number {
  const words = sampleWords.items[duty.item.id]
  const { size } = characterOf(duty.unit.id)
  const index = +month.slice(5) - 1
  const rate = words?.months ? words.months[index]! : (words?.rate?.[duty.unit.kind] ?? 0.12) * rhythm[index]!
  let mean = rate * Math.min(1.6, size) * (busy[`${duty.unit.id}|${duty.item.id}`] ?? 1)
  let count = 0
  for (; mean > 0; mean -= 1) if (random.chance(mean)) count += 1
  const asksCoverage = duty.cadence.kind === 'asFormed' && duty.cadence.cycleMonths !== null && !words?.months
  const isItsMonth = hashOf(`${district.seed}|once|${duty.key}`) % 12 === index
  return neglected(district, duty) ? 0 : asksCoverage && isItsMonth && count === 0 ? 1 : count
}

/** One small duty in twenty stays empty: what the coverage map is for. */
function neglected(district: SampleDistrict, duty: Duty): boolean {
  return duty.item.id !== 'district-6' && busy[`${duty.unit.id}|${duty.item.id}`] === undefined && characterOf(duty.unit.id).weak > 0 && hashOf(`${district.seed}|empty|${duty.key}`) % 20 === 0
}

/** Few papers in the month of Spring Festival, many in March and at the year's end. */
const rhythm = [0.8, 0.6, 1.2, 1.1, 1, 1.05, 1, 0.95, 1.1, 0.9, 1.1, 1.3]

/** Units that make far more of a kind than others do. */
const busy: Readonly<Record<string, number>> = {
  'D24|district-19': 3.2, 'D13|district-19': 2.2, 'D06|district-19': 1.8, 'D37|district-19': 1.5, 'D24|district-18': 1.6,
  'D26|district-6': 1.5, 'D01|district-6': 1.6, 'T06|district-23': 4,
}

export function someWorkday(district: SampleDistrict, month: Period, random: Random): Day {
  const days = daysBetween(periodStart(month), periodEnd(month))
  for (;;) {
    const day = addDays(periodStart(month), random.whole(0, days))
    if (district.calendar.isWorkday(day)) return day
  }
}

interface Making {
  readonly day: Day
  readonly id: string
  readonly n: number
  readonly random: Random
  readonly kind?: 'document' | 'change'
}

/** A paper made on a day: its due day, how its formation becomes known, when it usually comes out. */
export function pieceMade(district: SampleDistrict, duty: Duty, { day, id, n, random, kind = 'document' }: Making): Piece | undefined {
  const due = documentDue(district, duty, day)
  if (due === undefined || !isOwed(duty, day, due)) return undefined
  const { calendar } = district
  const limit = calendar.workdaysBetween(day, due)
  const proof = proofFor(district, duty, { day, random })
  const spread = characterOf(duty.unit.id).pace + (random.next() + random.next() - 1) * 0.45
  const took = Math.round(limit * Math.min(0.97, Math.max(0.03, spread)))
  const onTime = took === 0 ? day : calendar.addWorkdays(day, took)
  const known = proof === 'source' || proof === 'declared'
  const slow = !known && random.chance(0.02) ? calendar.addWorkdays(due, random.whole(1, 6)) : onTime
  const usual = duty.unit.id === 'T04' && proof !== 'none' ? calendar.addWorkdays(due, 3) : slow
  return { id, kind, duty, opens: day, due, usual, proof, canSlip: known, limit, n }
}

/** A merged unit's last weeks bring nothing new that its successor would have to finish. */
function isOwed(duty: Duty, opens: Day, due: Day): boolean {
  return opens >= duty.opensFrom && (duty.endsBefore === null || due < duty.endsBefore)
}

/** How the day of formation becomes known: by a system of record once it is hooked up, else by the clerk, late or never. */
function proofFor(district: SampleDistrict, duty: Duty, { day, random }: { day: Day; random: Random }): Proof {
  const character = characterOf(duty.unit.id)
  const year = district.start.slice(0, 4)
  const draw = random.next()
  const isCredit = duty.item.id === 'district-18' || duty.item.id === 'district-19'
  if (isCredit && character.declared > 0.2) return day < `${year}-04-01` ? (draw < 0.25 ? 'declared' : 'backfilled') : draw < 0.8 ? 'source' : 'backfilled'
  if (character.oaFrom !== null && day >= `${year}-${character.oaFrom}`) return draw < 0.66 ? 'source' : draw < 0.72 ? 'declared' : 'backfilled'
  // Clerks grow used to registering first: twice as many of them in the second year.
  const declared = Math.min(0.9, character.declared * (day >= addMonths(district.start, 12) && character.declared > 0.2 ? 1.2 : 0.6))
  return draw < declared ? 'declared' : draw < declared + character.backfilled ? 'backfilled' : 'none'
}
