import { addDays, type Day } from '../../../shared/time/day.ts'
import { nextPeriod, periodEnd, periodOf } from '../../../shared/time/period.ts'
import type { SampleDistrict } from './district.ts'
import { seededRandom } from './random.ts'
import { clerkOf, instantAt, officeMinutes, reviewerDesk, type SampleEntry } from './sample-entry.ts'

/** Working days units have to answer (得分反馈期). */
const ANSWERED_WITHIN = 5

const objections = [
  'A1 按时公开：部分文件为联合发文，成文日期以最后一家签发为准，请复核。',
  'B2 定期类：上月统计数据经上级审定后才可公开，请核对到期日。',
  'E1 可核验率：本单位业务系统上月才接入，此前登记为补录，请酌情考虑。',
]

/** 得分反馈: last year's score and each month's of this year are told to the units, who agree, object, or let the days pass. */
export function proposalEntries(district: SampleDistrict): SampleEntry[] {
  const year = district.start.slice(0, 4)
  const next = String(Number(year) + 1)
  const entries = told(district, { period: year, last: `${year}-12-31`, opened: district.calendar.addWorkdays(`${next}-01-05`, 5), silent: 0.05 })
  for (let month = periodOf('month', `${next}-01-01`); periodEnd(month) < district.horizon; month = nextPeriod(month)) {
    entries.push(...told(district, { period: month, last: periodEnd(month), opened: district.calendar.addWorkdays(periodEnd(month), 2), silent: 0.3 }))
  }
  return entries
}

interface Telling {
  readonly period: string
  readonly last: Day
  readonly opened: Day
  /** Share of units that say nothing. */
  readonly silent: number
}

function told(district: SampleDistrict, { period, last, opened, silent }: Telling): SampleEntry[] {
  const { calendar, seed, world } = district
  const knownAt = instantAt(opened, 9 * 60 + 30)
  const until = calendar.addWorkdays(opened, ANSWERED_WITHIN)
  const entries: SampleEntry[] = [{ recordedAt: knownAt, source: reviewerDesk, setting: { kind: 'scoreProposed', effective: last, proposal: { period, day: last, knownAt, until } } }]
  for (const { id, kind, validTo } of world.units.values()) {
    const random = seededRandom(`${seed}|agreed|${period}|${id}`)
    if (kind === 'vertical' || (validTo !== undefined && validTo < last) || random.chance(silent)) continue
    const day = calendar.nextWorkday(addDays(opened, random.whole(1, 4)))
    const objects = random.chance(0.04)
    entries.push({
      recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(id),
      fact: { kind: 'agreed', key: `desk:agreed:${id}|${period}`, unit: id, item: '*', day, period, ...(objects && { objects, reason: random.pick(objections) }) },
    })
  }
  return entries
}
