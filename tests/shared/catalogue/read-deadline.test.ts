import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../shared/catalogue/deadline-rule.ts'
import { isCompound, readDeadline } from '../../../shared/catalogue/read-deadline.ts'

const table = readFileSync(new URL('./deadline-phrases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([phrase, rules, doubt]) => ({ phrase: phrase!, rules: JSON.parse(rules!) as DeadlineRule[], doubt: doubt! }))

/** As a narrow cell prints it: a space after every third character. */
function wrapped(phrase: string): string {
  return phrase.replace(/(.{3})/gu, '$1 ')
}

const workdays = (n: number, after = 'formed') => [{ kind: 'within', n, unit: 'workday', after }]
const days = (n: number, after = 'formed') => [{ kind: 'within', n, unit: 'calendarDay', after }]
const byDate = (monthDay: string) => [{ kind: 'byDate', monthDay }]
const unstated = [{ kind: 'unstated' }]

describe('readDeadline() on the wordings that were collected', () => {
  it('the table holds every wording', () => {
    expect(table).toHaveLength(36)
  })

  it.each(table)('readDeadline() reads “$phrase”', ({ phrase, rules, doubt }) => {
    expect(readDeadline(phrase)).toEqual(doubt === '' ? { rules } : { rules, doubt })
  })

  it.each(table)('readDeadline() reads “$phrase” the same with wrap spaces', ({ phrase, rules, doubt }) => {
    expect(readDeadline(wrapped(phrase))).toEqual(doubt === '' ? { rules } : { rules, doubt })
  })
})

describe('readDeadline() on variations', () => {
  it.each([
    ['自该信息形成或者变更之日起二十个工作日内。', workdays(20)],
    ['信息形成之日起十五个工作日之内', workdays(15)],
    ['信息形成之日起２０个工作日以内', workdays(20)],
    ['作出决定之日起7个工作日内公示', workdays(7)],
    ['信息变更之日起3个工作日内', workdays(3, 'changed')],
    ['文件印发之日起20个工作日内', workdays(20)],
    ['政策文件公布后三个工作日内', workdays(3, 'policyPublished')],
    ['财政部门批准后20日内', days(20, 'approved')],
    ['形成之日起一百二十天内', days(120)],
    ['不超过5个工作日', workdays(5)],
    ['自形成之日起20个工作日内；法律、法规另有规定的，从其规定', workdays(20)],
    ['每年三月三十一日前', byDate('03-31')],
    ['每年3月1日之前', byDate('02-28')],
    ['1月1日以前', byDate('12-31')],
    ['二月底前', byDate('02-28')],
    ['2月29日前', byDate('02-28')],
    ['每年年末', byDate('12-31')],
    ['每季度更新一次', [{ kind: 'cycle', n: 3, unit: 'month' }]],
    ['每半年', [{ kind: 'cycle', n: 6, unit: 'month' }]],
    ['每年更新', [{ kind: 'cycle', n: 1, unit: 'year' }]],
    ['长期公开', [{ kind: 'display', period: 'permanent' }]],
    ['公示期不少于10个工作日', [{ kind: 'display', n: 10, unit: 'workday' }]],
  ])('readDeadline() reads “%s” without a doubt', (phrase, rules) => {
    expect(readDeadline(phrase)).toEqual({ rules })
  })

  it.each([
    ['政策文件发布后十个工作日内', workdays(10, 'policyPublished'), 'fill-down-deadline'],
    ['形成之日起20个工作日', workdays(20), 'deadline-wording'],
    ['即时公开', [{ kind: 'realtime' }], 'assumed-limit'],
    ['相关信息形成或变更之日起', unstated, 'truncated-deadline'],
    ['尽快公开', unstated, 'vague-deadline'],
    ['详见附件', unstated, 'unread-deadline'],
    ['2月30日前', unstated, 'unread-deadline'],
    ['13月1日前', unstated, 'unread-deadline'],
  ])('readDeadline() reads “%s” with its doubt', (phrase, rules, doubt) => {
    expect(readDeadline(phrase)).toEqual({ rules, doubt })
  })
})

describe('isCompound()', () => {
  it('isCompound() is true for two rules that each make a duty, and not for a display period beside a limit', () => {
    expect(isCompound(readDeadline('执法结果信息形成后，7个工作日内公开；行政执法总体情况每年1月31日前').rules)).toBe(true)
    expect(isCompound(readDeadline('自该政府信息形成或者变更之日起5个工作日内；长期公示').rules)).toBe(false)
  })
})
