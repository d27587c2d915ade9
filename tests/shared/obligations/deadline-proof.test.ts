import { expect, it } from 'vitest'
import type { DeadlineRule } from '../../../shared/catalogue/deadline-rule.ts'
import { deadlineProof, type DeadlineProof, type ProofDay } from '../../../shared/obligations/deadline-proof.ts'
import { dueDayOf, fixedDate } from '../../../shared/obligations/due-day.ts'
import type { ProofOf } from '../../../shared/obligations/deadline-sentence.ts'
import { must } from '../../../shared/must.ts'
import { shippedCalendar } from '../time/calendar-files.ts'
import { underEveryZone } from '../time/time-zones.ts'

/** One day a word: day, mark, count, and what is off or made up. */
function strip(proof: DeadlineProof): string {
  const rest = (each: ProofDay) => (each.kind === 'work' ? '' : `(${each.name ?? each.kind})`)
  return proof.days.map((each) => `${each.day.slice(5)}:${each.mark}${each.n ?? ''}${rest(each)}`).join(' ')
}

underEveryZone('deadlineProof()', () => {
  const calendar = shippedCalendar()
  const by = { calendar, thresholds: { realtimeWorkdays: 3 } }

  function proofOf(rule: DeadlineRule, from: string, more: Partial<ProofOf> = {}): DeadlineProof {
    const layer = { layer: 'printed' as const, rule: '原文', ...must(dueDayOf(rule, from, by), 'a limit') }
    return deadlineProof({ from: layer.from, to: layer.day, calendar, layer, ...more })
  }

  function within(n: number, unit: 'workday' | 'calendarDay' = 'workday'): DeadlineRule {
    return { kind: 'within', n, unit, after: 'formed' }
  }

  it('counts working days over a holiday and its make-up days', () => {
    expect(strip(proofOf(within(3), '2026-09-30', { upTo: '2026-10-13' }))).toBe([
      '09-30:start', '10-01:skipped(国庆节)', '10-02:skipped(国庆节)', '10-03:skipped(国庆节)', '10-04:skipped(国庆节)', '10-05:skipped(国庆节)',
      '10-06:skipped(国庆节)', '10-07:skipped(国庆节)', '10-08:counted1', '10-09:counted2', '10-10:due3(国庆节)', '10-11:overdue(weekend)',
      '10-12:overdue1', '10-13:overdue2',
    ].join(' '))
  })

  it('names the notice behind each holiday and make-up day, and none behind a weekend', () => {
    const proof = proofOf(within(20), '2026-02-03')
    const title = '国务院办公厅关于2026年部分节假日安排的通知'
    const named = proof.days.filter((each) => each.notice !== null).map((each) => each.kind)
    expect(named).toEqual(['makeup', ...Array<string>(9).fill('holiday'), 'makeup'])
    expect(new Set(proof.days.map((each) => each.notice))).toEqual(new Set([null, title]))
    expect(proof.notices).toEqual([{ title, number: '国办发明电〔2025〕7号', published: '2025-11-04' }])
    expect(proof.days.filter((each) => each.kind === 'weekend')).toHaveLength(5)
  })

  it('rests on both notices where a year was amended', () => {
    expect(proofOf(within(3), '2020-01-22').notices.map((each) => each.published)).toEqual(['2019-11-21', '2020-01-27'])
  })

  it('shows calendar days to the day they ended on, and the days they were moved over', () => {
    const proof = proofOf(within(5, 'calendarDay'), '2026-03-16')
    expect(strip(proof)).toBe(
      '03-16:start 03-17:counted1 03-18:counted2 03-19:counted3 03-20:counted4 03-21:counted5(weekend) 03-22:skipped(weekend) 03-23:due')
    expect(proof.unrolled).toBe('2026-03-21')
    expect(proofOf(within(4, 'calendarDay'), '2026-03-16').unrolled).toBeNull()
  })

  it('counts down to a fixed date from its warning', () => {
    const layer = { layer: 'law' as const, rule: '《政府信息公开条例》第四十九条', ...fixedDate('2027-01-31') }
    const proof = deadlineProof({ from: null, to: layer.day, upTo: '2027-02-01', calendar, layer })
    expect(strip(proof)).toBe([
      '01-15:before10', '01-16:before(weekend)', '01-17:before(weekend)', '01-18:before9', '01-19:before8', '01-20:before7',
      '01-21:before6',
      '01-22:before5', '01-23:before(weekend)', '01-24:before(weekend)', '01-25:before4', '01-26:before3', '01-27:before2', '01-28:before1',
      '01-29:before0', '01-30:before(weekend)', '01-31:due(weekend)', '02-01:overdue1',
    ].join(' '))
    expect(proof.provisional).toBe(false)
  })

  it('shows what a 报备 granted after the limit', () => {
    expect(strip(proofOf(within(1), '2026-11-17', { to: '2026-11-20', upTo: '2026-11-23' }))).toBe(
      '11-17:start 11-18:counted1 11-19:extended 11-20:due 11-21:overdue(weekend) 11-22:overdue(weekend) 11-23:overdue1')
  })

  it('numbers the working days of its strip 1 to n, the last on the due day, whatever the start', () => {
    for (const from of ['2024-01-31', '2024-09-10', '2025-01-17', '2026-02-10', '2026-09-11', '2026-12-10']) {
      const numbers = proofOf(within(20), from).days.flatMap((each) => (each.n === null ? [] : [each.n]))
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
      expect(proofOf(within(20), from).days.at(-1)?.mark).toBe('due')
    }
  })

  it.each<[DeadlineRule, string, Partial<ProofOf>, string]>([
    [within(20), '2026-02-03', {}, '2月3日形成，次日起算，第20个工作日为3月9日；春节放假9天、双休日5天不计，2月14日、28日调休上班计入。'],
    [within(20), '2026-09-11', { event: 'changed' },
      '9月11日变更，次日起算，第20个工作日为10月15日；中秋节放假3天、国庆节放假7天、双休日4天不计，9月20日、10月10日调休上班计入。'],
    [within(1), '2026-02-03', {}, '2月3日形成，次日起算，第1个工作日为2月4日。'],
    [within(20), '2026-12-10', {},
      '2026年12月10日形成，次日起算，第20个工作日为2027年1月8日；元旦放假1天、双休日8天不计。2027年放假安排尚未公布，只按法定节假日推算，到期日暂定。'],
    [within(20, 'calendarDay'), '2026-03-03', { event: 'approved' }, '3月3日批复，次日起算，第20日为3月23日。'],
    [within(20, 'calendarDay'), '2026-03-01', { event: 'approved' }, '3月1日批复，次日起算，第20日为3月21日，逢双休日，顺延至3月23日。'],
    [within(20, 'calendarDay'), '2026-09-11', { event: 'approved' }, '9月11日批复，次日起算，第20日为10月1日，逢国庆节放假，顺延至10月8日。'],
    [within(7), '2026-02-03', { to: '2026-03-02', upTo: '2026-03-05' },
      '2月3日形成，次日起算，第7个工作日为2月12日；双休日2天不计。经报备延至3月2日。截至3月5日已逾期3个工作日。'],
    [within(3), '2026-11-17', { upTo: '2026-11-22' }, '11月17日形成，次日起算，第3个工作日为11月20日。截至11月22日已过期限，其间没有工作日。'],
    [within(3), '2026-11-17', { published: '2026-11-24' }, '11月17日形成，次日起算，第3个工作日为11月20日。11月24日公开，晚2个工作日。'],
    [within(3), '2026-11-17', { published: '2026-11-22' }, '11月17日形成，次日起算，第3个工作日为11月20日。11月22日公开，已过期限，其间没有工作日。'],
    [{ kind: 'byDate', monthDay: '01-31' }, '2027-01-01', {}, '期限为固定日期1月31日，逢双休日不顺延，此前最后一个工作日为1月29日。'],
    [{ kind: 'byDate', monthDay: '03-31' }, '2026-01-01', {}, '期限为固定日期3月31日。'],
    [{ kind: 'cycle', n: 6, unit: 'month' }, '2026-02-01', {}, '期限为公开周期最后一日6月30日。'],
  ])('says %o from %s in a sentence', (rule, from, more, sentence) => {
    expect(proofOf(rule, from, more).sentence).toBe(sentence)
  })

  it('ends with a publication that came too late, whatever the day it is looked at', () => {
    const proof = proofOf(within(3), '2026-09-30', { upTo: '2026-11-22', published: '2026-10-13' })
    expect([proof.published, proof.days[proof.days.length - 1]]).toMatchObject(['2026-10-13', { day: '2026-10-13', mark: 'overdue', n: 2 }])
    expect(proofOf(within(3), '2026-11-17', { published: '2026-11-18' })).toMatchObject({ published: null, due: '2026-11-20' })
  })

  it('takes a slot’s start for the end of its period', () => {
    const layer = { layer: 'slot' as const, rule: '每季度结束后3个工作日内', ...must(dueDayOf(within(3), '2026-06-30', by), 'a limit') }
    expect(deadlineProof({ from: layer.from, to: layer.day, calendar, layer }).sentence).toBe('6月30日期末，次日起算，第3个工作日为7月3日。')
  })
})
