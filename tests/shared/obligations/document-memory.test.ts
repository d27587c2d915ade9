import { describe, expect, it } from 'vitest'
import { LiveBoard } from '../../../server/live/live-board.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { Story } from '../../support/story.ts'

const document = 'A|doc|doc:R1@2025-01-06'

/** Two documents registered in January, one published in time and one not, and a page nobody registered. */
function january(): Story {
  return new Story().on('2025-01-06').fact('formed', { ref: 'R1', key: 'made' }).fact('formed', { ref: 'R2', url: 'https://yunhe.gov.cn/2' })
    .on('2025-01-15').fact('published', { ref: 'R1', url: 'https://yunhe.gov.cn/1', key: 'out' }).fact('published', { url: 'https://yunhe.gov.cn/3', docNumber: '云发〔2025〕3号' })
}

/** What is learned next, after January was judged. */
const next: readonly [said: string, tell: (story: Story) => Story][] = [
  ['a correction of its day', (story) => story.fact('corrected', { of: { feed: 'cms', key: 'out' }, set: { day: '2025-01-10' }, reason: '日期登记有误' })],
  ['a voided registration', (story) => story.fact('corrected', { of: { feed: 'cms', key: 'made' }, void: true, reason: '重复登记' })],
  ['a correction that waits', (story) => story.fact('corrected', { of: { feed: 'cms', key: 'out' }, set: { day: '2025-01-07' }, waits: true, reason: '更早公开' })],
  ['a dispute that names the obligation', (story) => story.fact('disputed', { about: { obligation: document }, reason: '有异议' })],
  ['a ruling that names it as a page', (story) => story.fact('ruled', { about: { obligation: 'A|doc|page:yunhe.gov.cn/1' }, verdict: 'excused', reason: '复核' })],
  ['an exemption by ref', (story) => story.fact('exempt', { about: { ref: 'R2' }, exemptKind: 'withheld', reason: '条例第十六条' })],
  ['a dispute by URL', (story) => story.fact('disputed', { about: { url: 'http://yunhe.gov.cn/1/' }, reason: '有异议' })],
  ['a page taken down', (story) => story.fact('withdrawn', { about: { url: 'https://yunhe.gov.cn/1' }, reason: 'other' })],
  ['a dead link', (story) => story.on('2025-02-20').fact('observed', { url: 'https://yunhe.gov.cn/1', httpStatus: 404 })
    .on('2025-02-22').fact('observed', { url: 'https://yunhe.gov.cn/1', httpStatus: 404 }).on('2025-02-25').fact('observed', { url: 'https://yunhe.gov.cn/1', httpStatus: 404 })],
  ['a registration that adopts the page', (story) => story.fact('formed', { ref: 'R3', docNumber: '云发[2025]003号' })],
  ['a publication that settles the other', (story) => story.fact('published', { url: 'https://yunhe.gov.cn/2' })],
  ['nothing but time', (story) => story],
]

function byId(list: Iterable<Obligation>): Obligation[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('what is remembered of a document gives way to what is learned', () => {
  it.each(next)('%s', (_, tell) => {
    const before = january().entries.length
    const { entries } = tell(january().on('2025-02-18'))
    const live = new LiveBoard('2025-01-01')
    live.replay(entries.slice(0, before))
    live.append([{ seq: 0, recordedAt: '2025-02-27T16:00:00.000Z', source: { feed: 'clock' }, setting: { kind: 'dayRolled', effective: '2025-02-28' } }])
    live.parts()
    const settled = judgementOf(entries.slice(0, before), { day: '2025-02-28' })
    expect(byId(live.obligations())).toEqual(byId([...settled.duties.values()].flat().flatMap((duty) => duty.obligations)))
    for (const [n, entry] of entries.entries()) {
      if (n < before) continue
      live.append([entry])
      const judged = judgementOf(entries.slice(0, n + 1), { day: '2025-02-28' })
      expect(byId(live.obligations())).toEqual(byId([...judged.duties.values()].flat().flatMap((duty) => duty.obligations)))
    }
  })

  it('keeps a document nothing was learned of as it was', () => {
    const { entries } = january().on('2025-01-16')
    const live = new LiveBoard('2025-01-16')
    live.replay(entries)
    const first = live.obligation(document)
    const told = january().on('2025-01-16').fact('published', { url: 'https://yunhe.gov.cn/4' }).entries
    live.append(told.slice(entries.length))
    expect(live.obligation(document)).toBe(first)
  })
})
