import { addDays, weekdayOf, type Day } from '../../../shared/time/day.ts'
import { periodEnd, periodStart, type Period } from '../../../shared/time/period.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { SampleDistrict } from './district.ts'
import { documentDue } from './due-days.ts'
import type { Piece } from './piece.ts'
import { seededRandom } from './random.ts'

/**
 * The approval bureau's permits of a month: decided all week, shown every Friday on one page (公示表) that names them
 * all. A week belongs to the month its last working day lies in.
 */
export function tableOf(district: SampleDistrict, duty: Duty, month: Period): Piece[] {
  const pieces: Piece[] = []
  for (const days of weeksOf(district, month)) {
    const random = seededRandom(`${district.seed}|table|${duty.key}|${days[0]}`)
    const closing = days.at(-1)!
    const due = documentDue(district, duty, days[0]!)
    if (due === undefined || days[0]! < district.start) continue
    const usual = [closing, district.calendar.addWorkdays(closing, 1)][random.whole(0, 1)]!
    const isHooked = closing >= `${district.start.slice(0, 4)}-07-01`
    const count = random.whole(9, 13)
    for (let n = 1; n <= count; n += 1) {
      const day = days[Math.min(days.length - 1, Math.floor(((n - 1) * days.length) / count))]!
      const id = `${duty.key}|${closing}#${n}`
      const own = documentDue(district, duty, day) ?? due
      pieces.push({ id, kind: 'document', duty, opens: day, due: own, usual: usual <= due ? usual : due, proof: isHooked ? 'source' : 'backfilled', canSlip: false, limit: 7, batch: `${duty.key}|${closing}`, n })
    }
  }
  return pieces
}

/** Working days of the month grouped by calendar week (Monday first), by the month of the week's last one. */
function weeksOf(district: SampleDistrict, month: Period): Day[][] {
  const weeks: Day[][] = []
  const first = periodStart(month)
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= periodEnd(month); monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).filter((day) => district.calendar.isWorkday(day))
    const last = days.at(-1)
    if (last && last >= periodStart(month) && last <= periodEnd(month)) weeks.push(days)
  }
  return weeks
}
