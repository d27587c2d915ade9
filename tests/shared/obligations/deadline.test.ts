import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../shared/catalogue/deadline-rule.ts'
import { layersOf, strictest, type Deadline, type EventClock } from '../../../shared/obligations/deadline.ts'
import type { DueLayer } from '../../../shared/obligations/obligation.ts'
import { must } from '../../../shared/must.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

const by = { calendar: shippedCalendar(), thresholds: { realtimeWorkdays: 3 } }

function within(n: number, after: 'formed' | 'changed' | 'policyPublished' | 'approved' = 'formed'): DeadlineRule {
  return { kind: 'within', n, unit: 'workday', after }
}

function law(rule: DeadlineRule, slot?: string) {
  return { item: 'district-18', rule, article: '国办发〔2015〕51号', ...(slot === undefined ? {} : { slot }) }
}

function clock(more: Partial<EventClock>): EventClock {
  return { event: 'formed', day: '2026-02-03', printed: [], phrase: '', statutory: [], ...more }
}

function layers(more: Partial<EventClock>): string[] {
  return layersOf(clock(more), by).map((each) => `${each.layer} ${each.day}${each.assumed ? ' assumed' : ''}`)
}

function deadline(more: Partial<EventClock>): Deadline {
  return must(strictest(layersOf(clock(more), by)), 'a scoring layer')
}

describe('layersOf()', () => {
  it.each<[string, Partial<EventClock>, string[]]>([
    ['a printed limit, and 条例 第26条 where no special law speaks', { printed: [within(7)] }, ['printed 2026-02-12', 'law 2026-03-09']],
    ['a special law instead of 条例 第26条', { printed: [within(20)], statutory: [law(within(7))] }, ['printed 2026-03-09', 'law 2026-02-12']],
    ['a change as well as a formation', { printed: [within(5, 'changed')] }, ['printed 2026-02-10', 'law 2026-03-09']],
    ['an assumed limit under 条例 第26条 where none is printed', { printed: [{ kind: 'unstated' }] },
      ['printed 2026-03-09 assumed', 'law 2026-03-09 assumed']],
    ['a display period, which limits nothing', { printed: [{ kind: 'display', n: 5, unit: 'workday' }] }, ['law 2026-03-09 assumed']],
    ['realtime as 3 working days, assumed, the law not', { printed: [{ kind: 'realtime' }] },
      ['printed 2026-02-06 assumed', 'law 2026-03-09']],
    ['no limit that hangs on a policy’s publication', { printed: [within(3, 'policyPublished')] }, ['law 2026-03-09 assumed']],
    ['no law of a slot', { printed: [within(20)], statutory: [law(within(7), 'final')] }, ['printed 2026-03-09', 'law 2026-03-09']],
    ['an internal limit beside the others', { printed: [within(20)], internal: [{ rule: within(5), words: '内部5个工作日' }] },
      ['printed 2026-03-09', 'law 2026-03-09', 'internal 2026-02-10']],
    ['two printed rules', { printed: [within(7), { kind: 'byDate', monthDay: '02-05' }] },
      ['printed 2026-02-12', 'printed 2026-02-05', 'law 2026-03-09']],
  ])('has %s', (_what, more, expected) => {
    expect(layers(more)).toEqual(expected)
  })

  it('has the smallest limit of the group for an interpretation, and no general law', () => {
    const printed = [within(20), within(5, 'policyPublished'), within(3, 'policyPublished'), within(8, 'policyPublished')]
    expect(layers({ event: 'policyPublished', printed })).toEqual(['printed 2026-02-06'])
    expect(layers({ event: 'policyPublished', printed: [within(20)] })).toEqual([])
  })

  it('says each rule in words', () => {
    const words = (more: Partial<EventClock>) => layersOf(clock(more), by).map((each) => each.rule)
    expect(words({ printed: [within(7)], phrase: '信息形成后，7个工作日内公开；' })).toEqual([
      '信息形成后，7个工作日内公开；', '《政府信息公开条例》第二十六条（20个工作日）',
    ])
    expect(words({ printed: [{ kind: 'realtime' }], phrase: '实时公开' })[0]).toBe('实时公开（按3个工作日掌握）')
    expect(words({ printed: [{ kind: 'unstated' }] })[0]).toBe('未载明时限（按《政府信息公开条例》第二十六条20个工作日掌握）')
    expect(words({ printed: [{ kind: 'unstated' }], phrase: '相关信息形成或变化' })[0]).toBe(
      '相关信息形成或变化（未载明期限，按《政府信息公开条例》第二十六条20个工作日掌握）')
    expect(words({ printed: [within(20)], statutory: [law(within(7))] })[1]).toBe('国办发〔2015〕51号')
  })
})

describe('strictest()', () => {
  it.each<[string, Partial<EventClock>, string, DueLayer['layer'], boolean, string | null]>([
    ['the printed limit where it is shorter', { printed: [within(7)] }, '2026-02-12', 'printed', false, '2026-03-09'],
    ['the law where that is shorter', { printed: [within(20)], statutory: [law(within(7))] }, '2026-02-12', 'law', false, '2026-02-12'],
    ['the printed one of two of one day', { printed: [within(20)] }, '2026-03-09', 'printed', false, '2026-03-09'],
    ['a stated one before an assumed one of one day', { printed: [{ kind: 'unstated' }], statutory: [law(within(20))] }, '2026-03-09',
      'law', false, '2026-03-09'],
    ['assumed where nothing is stated', { printed: [{ kind: 'unstated' }] }, '2026-03-09', 'printed', true, '2026-03-09'],
    ['assumed for realtime', { printed: [{ kind: 'realtime' }] }, '2026-02-06', 'printed', true, '2026-03-09'],
    ['never the internal limit', { printed: [within(20)], internal: [{ rule: within(5), words: '' }] }, '2026-03-09', 'printed', false,
      '2026-03-09'],
    ['without a legal limit for an interpretation', { event: 'policyPublished', printed: [within(3, 'policyPublished')] }, '2026-02-06',
      'printed', false, null],
  ])('is %s', (_what, more, day, kind, assumed, legalDue) => {
    const found = deadline(more)
    expect([found.day, found.layer.layer, found.assumed, found.legalDue]).toEqual([day, kind, assumed, legalDue])
  })

  it('is undefined where no layer scores', () => {
    expect(strictest([])).toBeUndefined()
    const internal = [{ rule: within(5, 'policyPublished'), words: '' }]
    expect(strictest(layersOf(clock({ event: 'policyPublished', internal }), by))).toBeUndefined()
  })

  it.each([
    ['2026-02-12', null], ['2026-02-13', 'printed'], ['2026-03-09', 'printed'], ['2026-03-10', 'law'],
  ])('breachOf() a publication on %s is %s: the gravest limit missed', (day, breach) => {
    expect(deadline({ printed: [within(7)] }).breachOf(day)).toBe(breach)
  })

  it('breachOf() ignores the internal limit', () => {
    expect(deadline({ printed: [within(20)], internal: [{ rule: within(5), words: '' }] }).breachOf('2026-03-09')).toBeNull()
  })
})
