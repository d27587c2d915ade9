import { describe, expect, it } from 'vitest'
import { readCalendarFile } from '../../../shared/time/read-calendar-file.ts'
import { statutoryHolidays } from '../../../shared/time/statutory-holidays.ts'
import { shippedYears } from './calendar-files.ts'

const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '', published: '2026-11-25' }
const holidays = statutoryHolidays(2027).map(({ day, name }) => ({ day, off: true, name }))
const good = { year: 2027, notices: [notice], days: [{ day: '2026-12-26', off: false, name: '元旦' }, ...holidays] }

function refusalsOf(json: unknown): string[] {
  const read = readCalendarFile(json)
  return Array.isArray(read) ? read.map((each) => `${each.code} ${each.field}`) : []
}

function withDay(day: Record<string, unknown>): unknown {
  return { ...good, days: [...good.days, day] }
}

describe('readCalendarFile()', () => {
  it('reads the shipped years 2018 to 2026, each resting on the notice of its year', () => {
    const years = shippedYears()
    expect(years.map((each) => each.year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    for (const { year, notices } of years) {
      expect(notices[0]?.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`)
      expect(notices[0]?.published.slice(0, 4)).toBe(String(year - 1))
    }
  })

  it('has the make-up days of 2026 as the notice names them', () => {
    const makeups = shippedYears().at(-1)?.days.filter((each) => !each.off).map((each) => each.day)
    expect(makeups).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  it('takes a year with its notice, and one without that lists statutory holidays only', () => {
    expect(readCalendarFile(good)).toEqual(good)
    expect(readCalendarFile({ year: 2027, notices: [], days: holidays })).toEqual({ year: 2027, notices: [], days: holidays })
    expect(readCalendarFile({ year: 2027, notices: [], days: [] })).toEqual({ year: 2027, notices: [], days: [] })
  })

  it.each([
    ['a list', [], ['not-an-object ']],
    ['nothing', null, ['not-an-object ']],
    ['a year in words', { ...good, year: '2027' }, ['bad-year year']],
    ['no lists', { year: 2027 }, ['not-a-list notices', 'not-a-list days']],
    ['a notice without title', { ...good, notices: [{ ...notice, title: ' ' }] }, ['no-title notices[0].title']],
    ['a notice without number', { ...good, notices: [{ title: '通知', published: '2026-11-25' }] }, ['no-number notices[0].number']],
    ['a notice of no real day', { ...good, notices: [{ ...notice, published: '2026-11-31' }] }, ['bad-day notices[0].published']],
    ['a day that is none', withDay({ day: '2027-02-30', off: true, name: '春节' }), ['bad-day days[14].day']],
    ['a day of another year', withDay({ day: '2025-12-31', off: true, name: '元旦' }), ['other-year days[14].day']],
    ['a day without off', withDay({ day: '2027-02-09', name: '春节' }), ['no-off days[14].off']],
    ['a day without name', withDay({ day: '2027-02-09', off: true, name: '' }), ['no-name days[14].name']],
    ['a make-up day on a weekday', withDay({ day: '2027-02-09', off: false, name: '春节' }), ['weekday-makeup days[14].off']],
    ['a notice that is not there', withDay({ day: '2027-02-09', off: true, name: '春节', notice: 1 }), ['no-such-notice days[14].notice']],
    ['a day named twice', withDay({ day: '2027-01-01', off: true, name: '元旦' }), ['day-twice days']],
    ['a statutory holiday left out', { ...good, days: good.days.filter((each) => each.day !== '2027-10-01') }, ['missing-holiday days']],
    ['days off without notice', { year: 2027, notices: [], days: [{ day: '2027-02-09', off: true, name: '春节' }] }, ['no-notice notices']],
  ])('refuses %s', (_what, json, refusals) => {
    expect(refusalsOf(json)).toEqual(refusals)
  })

  it('names everything that is wrong at once, in sentences that say the way out', () => {
    const days = [{ day: '2027-02-30', off: true, name: '春节' }, { day: '2027-03-01', off: false, name: '春节' }]
    const read = readCalendarFile({ ...good, days })
    expect(read).toEqual([
      { code: 'bad-day', field: 'days[0].day', message: '“2027-02-30”不是真实的日期，应写成 2026-02-14 的形式。' },
      { code: 'weekday-makeup', field: 'days[1].off', message: '2027-03-01 是星期一至星期五，本来就上班，不能列为调休上班日。' },
    ])
  })
})
