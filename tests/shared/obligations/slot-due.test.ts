import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../shared/catalogue/deadline-rule.ts'
import type { Slot } from '../../../shared/catalogue/item.ts'
import { slotLayersOf, slotOpens, type SlotClock } from '../../../shared/obligations/slot-due.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

const calendar = shippedCalendar()
const quarterly: Slot = { name: null, every: 'quarter', anchor: 'end', due: { kind: 'offset', n: 20, unit: 'workday' } }
const report: Slot = { name: null, every: 'year', anchor: 'end', due: { kind: 'date', monthDay: '01-31', yearOffset: 1 } }
const plan: Slot = { name: 'plan', every: 'year', anchor: 'start', due: { kind: 'date', monthDay: '03-31', yearOffset: 0 } }
const final: Slot = {
  name: 'final', every: 'year', anchor: 'end',
  due: { kind: 'event', n: 20, unit: 'calendarDay', backstop: { monthDay: '10-31', yearOffset: 1 } },
}
const halfYearly: Slot = { name: null, every: 'half', anchor: 'start', due: { kind: 'offset', n: 0, unit: 'workday' } }
const afterApproval: DeadlineRule = { kind: 'within', n: 20, unit: 'calendarDay', after: 'approved' }

function clock(slot: Slot, period: string, more: Partial<SlotClock> = {}): SlotClock {
  return { slot, period, origin: 'inferred', printed: [], phrase: '原文', statutory: [], approvedDay: null, ...more }
}

function layers(asked: SlotClock): string[] {
  return slotLayersOf(asked, calendar).layers.map((each) => `${each.layer} ${each.day}${each.assumed ? ' assumed' : ''}`)
}

function law(rule: DeadlineRule, slot?: string): SlotClock['statutory'] {
  return [{ item: 'district-20', rule, article: '《预算法》第十四条', ...(slot === undefined ? {} : { slot }) }]
}

describe('slotLayersOf()', () => {
  it.each<[string, SlotClock, string[]]>([
    ['20 working days after the quarter, its last day excluded', clock(quarterly, '2026-Q1'), ['slot 2026-04-29 assumed']],
    ['20 working days after the year, in a year unannounced', clock({ ...quarterly, every: 'year' }, '2026'), ['slot 2027-01-29 assumed']],
    ['a fixed date of the next year, which does not move', clock(report, '2026', { printed: [{ kind: 'byDate', monthDay: '01-31' }] }),
      ['printed 2027-01-31', 'slot 2027-01-31']],
    ['a date the law states', clock(report, '2025', { statutory: law({ kind: 'byDate', monthDay: '01-31' }) }),
      ['law 2026-01-31', 'slot 2026-01-31']],
    ['a date nobody states', clock(plan, '2026'), ['slot 2026-03-31 assumed']],
    ['a date its cadence states', clock(plan, '2026', { origin: 'stated' }), ['slot 2026-03-31']],
    ['no limit of a "from formation" phrase',
      clock(report, '2025', { printed: [{ kind: 'within', n: 7, unit: 'workday', after: 'formed' }] }),
      ['slot 2026-01-31 assumed']],
    ['no date printed for another slot', clock(plan, '2026', { printed: [{ kind: 'byDate', monthDay: '06-30' }] }),
      ['slot 2026-03-31 assumed']],
    ['no law of another slot', clock(plan, '2026', { statutory: law({ kind: 'byDate', monthDay: '03-31' }, 'summary') }),
      ['slot 2026-03-31 assumed']],
    ['the earlier printed date of an item with one slot',
      clock({ ...plan, name: null }, '2026', { printed: [{ kind: 'byDate', monthDay: '02-28' }] }),
      ['printed 2026-02-28', 'slot 2026-03-31 assumed']],
    ['the backstop, assumed though its cadence is stated', clock(final, '2025', { origin: 'stated', printed: [afterApproval] }),
      ['slot 2026-10-31 assumed']],
    ['20 calendar days after the 批复',
      clock(final, '2025', { printed: [afterApproval], statutory: law(afterApproval, 'final'), approvedDay: '2026-03-01' }),
      ['printed 2026-03-23', 'law 2026-03-23', 'slot 2026-03-23']],
    ['the last day of the period for a printed cycle', clock(halfYearly, '2026-H1', { printed: [{ kind: 'cycle', n: 6, unit: 'month' }] }),
      ['printed 2026-06-30', 'slot 2026-06-30']],
    ['the next period for a cycle of what has to end first',
      clock(quarterly, '2026-Q1', { printed: [{ kind: 'cycle', n: 3, unit: 'month' }] }),
      ['printed 2026-06-30', 'slot 2026-04-29 assumed']],
    ['no cycle of another length', clock(quarterly, '2026-Q1', { printed: [{ kind: 'cycle', n: 1, unit: 'year' }] }),
      ['slot 2026-04-29 assumed']],
    ['no yearly date for what is due more often', clock(quarterly, '2026-Q1', { printed: [{ kind: 'byDate', monthDay: '12-31' }] }),
      ['slot 2026-04-29 assumed']],
    ['calendar days after the month, moved past 国庆',
      clock({ ...quarterly, every: 'month', due: { kind: 'offset', n: 5, unit: 'calendarDay' } }, '2026-09'),
      ['slot 2026-10-08 assumed']],
  ])('has %s', (_what, asked, expected) => {
    expect(layers(asked)).toEqual(expected)
  })

  it('awaits the 批复 until one is entered', () => {
    expect(slotLayersOf(clock(final, '2025'), calendar).awaitsEvent).toBe(true)
    expect(slotLayersOf(clock(final, '2025', { approvedDay: '2026-09-01' }), calendar).awaitsEvent).toBe(false)
    expect(slotLayersOf(clock(plan, '2026'), calendar).awaitsEvent).toBe(false)
  })

  it.each<[Slot, Partial<SlotClock>, string]>([
    [quarterly, {}, '每季度结束后20个工作日内'],
    [halfYearly, {}, '每半年内'],
    [report, {}, '次年1月31日前'],
    [plan, {}, '当年3月31日前'],
    [final, {}, '批复之日起20日内（批复日未录入，暂按次年10月31日前掌握）'],
    [final, { approvedDay: '2026-09-01' }, '批复之日起20日内'],
  ])('says the slot %o in words', (slot, more, words) => {
    const period = slot.every === 'quarter' ? '2026-Q1' : slot.every === 'half' ? '2026-H1' : '2026'
    expect(slotLayersOf(clock(slot, period, more), calendar).layers.at(-1)?.rule).toBe(words)
  })
})

describe('slotOpens()', () => {
  it.each([
    ['start', '2026', '2026-01-01'], ['end', '2026', '2027-01-01'], ['start', '2026-Q2', '2026-04-01'], ['end', '2026-02', '2026-03-01'],
    ['end', '2026-H2', '2027-01-01'],
  ] as const)('a slot anchored at its %s opens for %s on %s', (anchor, period, day) => {
    expect(slotOpens({ anchor }, period)).toBe(day)
  })
})
