import { describe, expect, it } from 'vitest'
import { outagesOf } from '../../../shared/measures/outages.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import type { Source } from '../../../shared/facts/fact.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { Story } from '../../support/story.ts'
import { worldWith } from './judged.ts'

const effective = '2025-01-01'
const scope = (feed: string, units: '*' | string[], items: '*' | string[] = '*'): Setting => ({ kind: 'feedScope', effective, feed, units, items })
const outage = (feed: string, day: string): Setting => ({ kind: 'feedOutage', effective: day, feed })
const recovery = (feed: string, day: string): Setting => ({ kind: 'feedRecovery', effective: day, feed })

describe('outagesOf()', () => {
  it('is nothing while every feed is heard, and where there is none', () => {
    expect(outagesOf(worldWith())).toEqual({ feeds: [], cells: {} })
    expect(new Story().setting(scope('cms', '*')).board('2025-03-03').outages).toEqual({ feeds: [], cells: {} })
  })

  it('names a failing feed, and the cells of which some duty hears from no other', () => {
    const story = new Story().setting(scope('cms', ['A'], ['doc'])).setting(scope('oa', ['A', 'B'], ['doc', 'permit'])).setting(outage('oa', '2025-03-03'))
    const { feeds, cells } = story.board('2025-03-04').outages
    expect(feeds).toEqual([{ feed: 'oa', since: '2025-03-03' }])
    const { duties } = worldOfStory(story)
    expect(cells['A'] ?? []).not.toContain(duties.get('A|doc')?.category)
    expect(cells['B']).toContain(duties.get('B|doc')?.category)
    expect(cells['C']).toBeUndefined()
  })

  it('begins with the day of the outage and ends with the day of the recovery', () => {
    const story = new Story().setting(scope('cms', '*')).setting(outage('cms', '2025-03-03')).setting(recovery('cms', '2025-03-05'))
    const failing = (day: string) => story.board(day).outages.feeds.length
    expect([failing('2025-03-02'), failing('2025-03-03'), failing('2025-03-04'), failing('2025-03-05')]).toEqual([0, 1, 1, 0])
  })
})

describe('boardOf()', () => {
  it('tells the last fact of all from the last one a feed delivered', () => {
    const desk: Source = { feed: 'desk', account: 'clerk.A' }
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }).on('2025-03-04').fact('formed', { ref: 'R2' }, desk)
    const board = story.board('2025-03-04')
    expect([board.lastSourceAt, board.lastEventAt]).toEqual(['2025-03-03T01:00:00.000Z', '2025-03-04T01:00:00.000Z'])
    expect(new Story().board('2025-03-04').lastSourceAt).toBeNull()
  })
})

function worldOfStory(story: Story) {
  return judgementOf(story.entries, { day: '2025-03-04' }).world
}
