import { describe, expect, it } from 'vitest'
import { partsOf } from '../../../shared/measures/board.ts'
import { countdownOf, type CountdownRow } from '../../../shared/measures/countdown.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const entries = [{ id: 'annual', name: '年度报告', shortName: '年报', item: 'report', slot: null }]

function countdown(story: Story, day: Day): readonly CountdownRow[] {
  const { duties, world } = judgementOf(story.entries, { day })
  return countdownOf(entries, partsOf(duties, world), world)
}

const row = (rows: readonly CountdownRow[], item: string, slot: string | null) => rows.find(each => each.item === item && each.slot === slot)

describe('countdownOf()', () => {
  it('counts to the running slot and how many have it out', () => {
    const story = new Story().on('2026-01-20').fact('published', { item: 'report', period: '2025' })
    expect(row(countdown(story, '2026-01-26'), 'report', null)).toEqual({
      item: 'report', slot: null, period: '2025', name: '年度报告', rollCall: 'annual', dueDay: '2026-01-31', lastWorkday: '2026-01-30', workdaysLeft: 4,
      daysLeft: 5, statutory: false, provisional: false, opened: true, published: 1, whole: 4,
    })
  })

  it('once the day is past counts to the next one, not open yet, with all who will owe it', () => {
    expect(row(countdown(new Story(), '2026-02-01'), 'report', null)).toMatchObject({
      period: '2026', dueDay: '2027-01-31', lastWorkday: '2027-01-29', opened: false, published: 0, whole: 4, daysLeft: 364 })
  })

  it('on the due day itself has no days left', () => {
    expect(row(countdown(new Story(), '2026-01-31'), 'report', null)).toMatchObject({ period: '2025', daysLeft: 0, workdaysLeft: 0 })
  })

  it('follows the 批复 where the due day hangs on one, and says that a stand-in is provisional', () => {
    expect(row(countdown(new Story(), '2026-02-01'), 'budget', 'budget')).toMatchObject({ dueDay: '2026-03-31', provisional: true })
    const approved = new Story().on('2026-02-03').fact('approved', { item: 'budget', about: { period: '2026/budget' }, units: ['A', 'B', 'C', 'V'] })
    expect(row(countdown(approved, '2026-02-04'), 'budget', 'budget')).toMatchObject({ dueDay: '2026-02-24', provisional: false })
  })

  it('is sorted by day', () => {
    const days = countdown(new Story(), '2026-02-01').map(each => each.dueDay)
    expect(days.length).toBeGreaterThan(2)
    expect(days).toEqual([...days].sort())
  })

  it('leaves out what nobody owes any more', () => {
    const story = new Story().setting({ kind: 'dutyState', effective: '2026-01-01', duties: ['A', 'B', 'C', 'V'].map(unit => ({ unit, item: 'report' })), state: 'notApplicable', reason: '' })
    expect(row(countdown(story, '2026-02-01'), 'report', null)).toBeUndefined()
  })
})
