import { describe, expect, it } from 'vitest'
import { JudgedDuties } from '../../../server/live/judged-duties.ts'
import { LiveBoard } from '../../../server/live/live-board.ts'
import { isFactEntry, type Entry } from '../../../shared/facts/journal.ts'
import type { RecordedSetting } from '../../../shared/facts/setting.ts'
import { boardOf } from '../../../shared/measures/board.ts'
import { worldOf } from '../../../shared/obligations/world-of.ts'
import { addDays, startOfDay, type Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const oa = { feed: 'oa', ofRecord: true }

/** What a district has open when the Spring Festival of 2026 comes (15–23 February off, 14 and 28 February worked). */
function beforeTheFestival(): Story {
  const story = new Story()
  const formed = ['2026-01-20', '2026-01-26', '2026-02-02', '2026-02-10', '2026-02-13']
  formed.forEach((day, n) => {
    story.on(day).fact('formed', { ref: `R${n}` }, oa).fact('formed', { ref: `P${n}`, item: 'permit', unit: 'B' }, oa).fact('formed', { ref: `M${n}`, item: 'meeting', unit: 'C' }, oa)
  })
  return story.on('2026-02-12').fact('published', { ref: 'R0' }).fact('published', { ref: 'P1', item: 'permit', unit: 'B' })
}

function rolled(entries: readonly Entry[], day: Day): Entry {
  return { seq: entries.length + 1, recordedAt: startOfDay(day), source: { feed: 'clock' }, setting: { kind: 'dayRolled', effective: day } }
}

describe('the clock as a feed', () => {
  it('LiveBoard equals boardOf on every day through the Spring Festival', () => {
    const story = beforeTheFestival()
    const entries = [...story.entries]
    const live = new LiveBoard('2026-02-13')
    live.replay(entries)
    for (let day = '2026-02-14'; day <= '2026-03-20'; day = addDays(day, 1)) {
      const entry = rolled(entries, day)
      entries.push(entry)
      live.append([entry])
      expect(live.day).toBe(day)
      expect(live.board()).toEqual(boardOf(entries, { day }))
    }
  })

  it.each([2, 9, 40, 400])('LiveBoard equals boardOf after a jump of %i days', (days) => {
    const story = beforeTheFestival()
    const live = new LiveBoard('2026-02-13')
    live.replay(story.entries)
    const day = addDays('2026-02-13', days)
    const entry = rolled(story.entries, day)
    live.append([entry])
    expect(live.board()).toEqual(boardOf([...story.entries, entry], { day }))
  })

  it('a holiday turns nothing: no duty is judged again from 16 to 22 February', () => {
    const story = beforeTheFestival()
    const settings = story.entries.filter((entry): entry is RecordedSetting => !isFactEntry(entry))
    const worldAt = (day: Day) => worldOf(settings, { day, knownAt: null })
    const duties = new JudgedDuties(worldAt('2026-02-15'))
    duties.restart(worldAt('2026-02-15'), story.entries.filter(isFactEntry))
    for (let day = '2026-02-16'; day <= '2026-02-22'; day = addDays(day, 1)) expect([day, [...duties.rollTo(worldAt(day))]]).toEqual([day, []])
  })

  it('a working day judges again just the duties with a boundary on it', () => {
    const story = beforeTheFestival()
    const settings = story.entries.filter((entry): entry is RecordedSetting => !isFactEntry(entry))
    const worldAt = (day: Day) => worldOf(settings, { day, knownAt: null })
    const duties = new JudgedDuties(worldAt('2026-02-23'))
    duties.restart(worldAt('2026-02-23'), story.entries.filter(isFactEntry))
    // M4 (实时公开) of 13 February: 14, 24, 25 February are its three working days.
    const moved = (day: Day) => [...duties.rollTo(worldAt(day))].filter((key) => key.includes('|meeting') || key.includes('|doc')).sort()
    expect(moved('2026-02-24')).toEqual(['C|meeting'])
    expect(moved('2026-02-26')).toContain('C|meeting')
  })

  it('a day roll backwards changes nothing', () => {
    const story = beforeTheFestival()
    const live = new LiveBoard('2026-02-13')
    live.replay(story.entries)
    const before = live.board()
    live.append([rolled(story.entries, '2026-01-01')])
    expect({ ...live.board(), revision: 0 }).toEqual({ ...before, revision: 0 })
  })
})

describe('corrections that wait', () => {
  const correction = (set: Record<string, unknown>) => ({ kind: 'corrected', key: 'c1', unit: 'A', item: 'doc', day: '2026-02-13', of: { feed: 'cms', key: 'late' }, set, reason: '' }) as const

  it('LiveBoard.wouldImprove() is true for one that turns late into on time, false for one that does not', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-05-12').fact('published', { ref: 'R1', key: 'late' })
    const live = new LiveBoard('2026-02-13')
    live.replay(story.entries)
    const desk = { feed: 'desk', account: 'clerk.A' }
    expect(live.wouldImprove(correction({ day: '2025-03-20' }), desk)).toBe(true)
    expect(live.wouldImprove(correction({ title: '更名' }), desk)).toBe(false)
    expect(live.wouldImprove(correction({ day: '2025-05-20' }), desk)).toBe(false)
  })
})
