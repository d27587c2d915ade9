import { beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../../../../shared/measures/board.ts'
import { judgementOf } from '../../../../shared/obligations/judge.ts'
import type { JudgedDuty, Obligation } from '../../../../shared/obligations/obligation.ts'
import type { WorkingCalendar } from '../../../../shared/time/working-calendar.ts'
import type { Day } from '../../../../shared/time/day.ts'
import { sampleJournal } from '../../../../server/feeds/sample/sample-journal.ts'
import type { SampleEntry } from '../../../../server/feeds/sample/sample-entry.ts'
import { journalBefore, sourcesFor } from './sample-sources.ts'

const slow = 180_000
const journals = new Map<string, SampleEntry[]>()
/** Journals that start in 2025 and in 2026; a shorter one is the beginning of a longer one (`sample-journal.test`). */
const entriesFor = (today: Day) => journals.get(today < '2027' ? '2025' : '2026')!

beforeAll(() => {
  journals.set('2025', sampleJournal({ ...sourcesFor('2026-12-31'), start: '2025-01-01' }))
  journals.set('2026', sampleJournal({ ...sourcesFor('2027-12-31'), start: '2026-01-01' }))
}, slow)

function judgedOn(today: Day): { duties: JudgedDuty[]; obligations: Obligation[]; calendar: WorkingCalendar } {
  const judged = judgementOf(journalBefore(entriesFor(today), today), { day: today })
  const duties = [...judged.duties.values()].flat()
  return { duties, obligations: duties.flatMap((each) => each.obligations), calendar: judged.world.calendar }
}

describe('the sample district on the day it is started', () => {
  it.each([
    '2026-01-05', '2026-02-05', '2026-02-25', '2026-05-11', '2026-07-15', '2026-10-12', '2026-11-21', '2026-12-31',
    '2027-01-25', '2027-03-01', '2027-08-01', '2027-10-12',
  ])('boardOf() stands within the bands on %s', (today) => {
    const { district } = boardOf(journalBefore(entriesFor(today), today), { day: today })
    // In January hardly anything of the year is due, and what is overdue belongs to the year before.
    const least = today.slice(5, 7) === '01' ? 0.96 : 0.94
    const most = today.slice(5, 7) === '01' ? 1 : 0.97
    expect(district.onTime.share).toBeGreaterThanOrEqual(least)
    expect(district.onTime.share).toBeLessThanOrEqual(most)
    expect(district.overdue).toBeGreaterThanOrEqual(8)
    expect(district.overdue).toBeLessThanOrEqual(20)
    expect(district.overdueUnits).toBeGreaterThanOrEqual(4)
    expect(district.overdueUnits).toBeLessThanOrEqual(8)
    expect(district.longestOverdue).toBeGreaterThanOrEqual(15)
    expect(district.longestOverdue).toBeLessThanOrEqual(40)
    expect(district.verifiable.share).toBeGreaterThan(0.7)
    expect(district.verifiable.share).toBeLessThan(0.9)
    expect(district.coverage.share).toBeGreaterThan(0.95)
    expect(district.coverage.share).toBeLessThan(1)
  }, slow)

  it('the verifiable share of the first year is about a half, of its first half about a quarter', () => {
    const year = boardOf(journalBefore(entriesFor('2026-01-01'), '2026-01-01'), { day: '2025-12-31' }).district
    expect(year.verifiable.share).toBeGreaterThan(0.42)
    expect(year.verifiable.share).toBeLessThan(0.58)
    const half = boardOf(journalBefore(entriesFor('2026-01-01'), '2025-07-01'), { day: '2025-06-30' }).district
    expect(half.verifiable.share!).toBeLessThan(year.verifiable.share! - 0.1)
  }, slow)
})

describe('the sample district\'s characters, on 2026-11-21', () => {
  let duties: JudgedDuty[]
  let obligations: Obligation[]
  let calendar: WorkingCalendar
  const of = (unit: string, item?: string) => obligations.filter((each) => each.unit === unit && (item === undefined || each.item === item))
  const lateUnits = (item: string, period: string) => obligations.filter((each) => each.item === item && each.period === period && each.status === 'late')

  beforeAll(() => {
    ({ duties, obligations, calendar } = judgedOn('2026-11-21'))
  }, slow)

  it('about 1,270 duties are owed, all of them claimed', () => {
    expect(duties.length).toBeGreaterThan(1_250)
    expect(duties.length).toBeLessThan(1_290)
    expect(duties.every((each) => each.standing.state === 'claimed')).toBe(true)
  })

  it('every status but 数据中断 stands on the board, and every flag', () => {
    expect(new Set(obligations.map((each) => each.status))).toEqual(
      new Set(['pending', 'dueSoon', 'overdue', 'onTime', 'late', 'unverified', 'nothing', 'exempt']))
    const flags = new Set(obligations.flatMap((each) => each.flags))
    for (const flag of ['suspect', 'assumed', 'linkDead', 'extended', 'toCheck', 'correctionPending'] as const) expect([...flags]).toContain(flag)
  })

  it('the bureau that registers nothing looks perfect and can hardly be verified', () => {
    const hanging = of('D27').filter((each) => each.hangsOnFormation && each.publishedDay !== null)
    const proved = hanging.filter((each) => each.proof === 'source' || each.proof === 'declared')
    expect(hanging.length).toBeGreaterThan(10)
    expect(proved.length / hanging.length).toBeLessThan(0.25)
    expect(of('D27').filter((each) => each.status === 'overdue' || each.year === 2026 && each.status === 'late')).toEqual([])
  })

  it('the town of good content is always three days late', () => {
    const late = of('T04').filter((each) => each.status === 'late' && each.lateBy === 'publication' && each.origin !== 'standing')
    expect(late.length).toBeGreaterThan(15)
    expect(new Set(late.map((each) => calendar.workdaysBetween(each.dueDay!, each.publishedDay!)))).toEqual(new Set([3]))
  })

  it('the approval bureau is huge and clean', () => {
    const permits = of('D23', 'district-18')
    expect(permits.length).toBeGreaterThan(700)
    expect(permits.filter((each) => each.status === 'late' || each.status === 'overdue')).toEqual([])
  })

  it('three or four units are late with the annual report each year, two or so with the final accounts', () => {
    for (const period of ['2024', '2025']) {
      expect(lateUnits('district-64', period).length).toBeGreaterThanOrEqual(3)
      expect(lateUnits('district-64', period).length).toBeLessThanOrEqual(4)
    }
    for (const period of ['2024/final', '2025/final']) expect(lateUnits('district-20', period).length).toBe(2)
  })

  it('two units fail at the same thing again and again', () => {
    const missed = (unit: string, item: string) => of(unit, item).filter((each) => each.status === 'late' || each.status === 'overdue').length
    expect(missed('D13', 'district-19')).toBeGreaterThanOrEqual(5)
    expect(missed('T06', 'district-23')).toBeGreaterThanOrEqual(4)
  })

  it('the medical-security bureau slips around Spring Festival and hardly ever else', () => {
    const late = of('D26').filter((each) => each.status === 'late')
    const winter = late.filter((each) => each.dueDay!.slice(5) >= '01-20' && each.dueDay!.slice(5) <= '03-20')
    expect(winter.length).toBeGreaterThanOrEqual(4)
    expect(late.length - winter.length).toBeLessThanOrEqual(5)
  })

  it('情况说明 make five to eight in a hundred of the slots that are due, and two are void by contradiction', () => {
    const due = obligations.filter((each) => each.origin === 'periodic' && each.dueDay !== null && each.dueDay < '2026-11-21')
    const share = due.filter((each) => each.status === 'nothing').length / due.length
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.08)
    const void1 = obligations.find((each) => each.id === 'D12|district-27|period:2025-Q3')
    const void2 = obligations.find((each) => each.id === 'D14|district-27|period:2026-Q1')
    expect([void1?.status, void2?.status]).toEqual(['late', 'late'])
  })

  it('seven or so dates in a thousand are doubtful, beside sixty innocent ones of the migration', () => {
    const suspect = obligations.filter((each) => each.flags.includes('suspect'))
    const moved = suspect.filter((each) => each.url?.includes('/zwgk/'))
    expect(moved.length).toBeGreaterThanOrEqual(55)
    expect(moved.length).toBeLessThanOrEqual(60)
    const share = (suspect.length - moved.length) / obligations.length
    expect(share).toBeGreaterThan(0.004)
    expect(share).toBeLessThan(0.01)
  })

  it('divisions of work stay stale for a while after the moves of March and September', () => {
    const late = obligations.filter((each) => each.item === 'district-13' && each.origin === 'formed' && each.status === 'late')
    expect(late.length).toBeGreaterThanOrEqual(6)
    expect(late.every((each) => ['03', '09'].includes(each.eventDay!.slice(5, 7)))).toBe(true)
  })

  it('merged units are listed with what they did, and owe nothing any more', () => {
    for (const unit of ['D28', 'D30']) {
      expect(of(unit).length).toBeGreaterThan(5)
      expect(of(unit).filter((each) => ['overdue', 'pending', 'dueSoon'].includes(each.status))).toEqual([])
    }
  })

  it('while the watcher stood still some pieces were unknown, never red', () => {
    const unknownOn = (day: Day, morning: Day) => {
      const judged = judgementOf(journalBefore(entriesFor('2026-11-21'), morning), { day })
      return [...judged.duties.values()].flat().flatMap((each) => each.obligations).filter((each) => each.status === 'unknown').map((each) => each.id)
    }
    const blind = [...unknownOn('2025-11-13', '2025-11-14'), ...unknownOn('2026-06-11', '2026-06-12')]
    expect(blind.length).toBeGreaterThan(0)
    expect(obligations.filter((each) => blind.includes(each.id)).map((each) => each.status)).not.toContain('overdue')
  }, slow)
})
