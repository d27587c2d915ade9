import { describe, expect, it } from 'vitest'
import { boardFrom, partsOf } from '../../../shared/measures/board.ts'
import { changesOf, type ComparedDay } from '../../../shared/measures/changes.ts'
import { gravityOf } from '../../../shared/measures/move-gravity.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

function dayOf(story: Story, day: Day): ComparedDay {
  const judgement = judgementOf(story.entries, { day })
  const parts = partsOf(judgement.duties, judgement.world)
  return { parts, world: judgement.world, board: boardFrom(parts, judgement) }
}

const about = (story: Story, [from, to]: readonly [Day, Day], limit = 200) => changesOf(dayOf(story, from), dayOf(story, to), { limit })
const docs = (changes: ReturnType<typeof changesOf>) => changes.changes.filter(change => change.item === 'doc').map(({ id, from, to }) => [id, from, to])

describe('changesOf()', () => {
  it('names an obligation that turned overdue, one that came, one that was cleared', () => {
    const story = new Story().on('2026-01-05').fact('formed', { ref: 'R1' }).fact('formed', { ref: 'R2' })
      .on('2026-02-10').fact('published', { ref: 'R2' }).on('2026-03-02').fact('formed', { ref: 'R3' })
    expect(docs(about(story, ['2026-01-10', '2026-02-05']))).toEqual([
      ['A|doc|doc:R1@2026-01-05', 'pending', 'overdue'], ['A|doc|doc:R2@2026-01-05', 'pending', 'overdue']])
    expect(docs(about(story, ['2026-02-05', '2026-03-05']))).toEqual([
      ['A|doc|doc:R2@2026-01-05', 'overdue', 'late'], ['A|doc|doc:R3@2026-03-02', null, 'pending']])
  })

  it('knows an unregistered page again after a document adopted it', () => {
    const story = new Story().on('2026-01-12').fact('published', { url: 'https://yunhe.gov.cn/p', docNumber: '云A发〔2026〕1号', formedDay: '2026-01-05' })
    const before = dayOf(story, '2026-01-12')
    story.on('2026-01-13').fact('formed', { ref: 'R1', day: '2026-01-05', docNumber: '云A发〔2026〕1号' })
    const after = dayOf(story, '2026-01-13')
    expect(after.parts.get('A')!.flatMap(part => part.obligations).find(o => o.item === 'doc')?.aliases).not.toHaveLength(0)
    expect(docs(changesOf(before, after, { limit: 200 }))).toEqual([])
  })

  it('names one that is no longer there', () => {
    const story = new Story().on('2026-01-05').fact('formed', { ref: 'R1' })
    const before = dayOf(story, '2026-01-06')
    story.on('2026-01-06').fact('corrected', { of: { feed: 'cms', key: 'k1' }, void: true, reason: '录错' })
    expect(docs(changesOf(before, dayOf(story, '2026-01-06'), { limit: 200 }))).toEqual([['A|doc|doc:R1@2026-01-05', 'pending', null]])
  })

  it('counts all, lists as many as asked for, and only units that moved', () => {
    const story = new Story().on('2026-01-05')
    for (let n = 0; n < 5; n += 1) story.fact('formed', { ref: `R${n}` })
    const before = dayOf(story, '2026-01-06')
    const found = changesOf(before, dayOf(story, '2026-01-07'), { limit: 2 })
    expect([found.total, found.changes, found.units]).toEqual([0, [], []])
    const later = about(story, ['2026-01-06', '2026-02-05'], 2)
    expect([later.total >= 5, later.changes.length, later.units.map(unit => unit.unit).includes('A')]).toEqual([true, 2, true])
    expect(later.counts.reduce((sum, each) => sum + each.pieces, 0)).toBe(later.total)
  })

  it('of a withheld paper tells no title', () => {
    const story = new Story().on('2026-01-05').fact('formed', { ref: 'R1', title: '内部' }).on('2026-01-08').fact('exempt', { about: { ref: 'R1' }, exemptKind: 'withheld', reason: '' })
    expect(about(story, ['2026-01-06', '2026-01-08']).changes.find(change => change.item === 'doc')).toMatchObject({ to: 'exempt', title: null })
  })
})

describe('gravityOf()', () => {
  it('puts overdue first, cleared next, then late, and what merely opened last', () => {
    const moves = [[null, 'pending'], ['pending', 'dueSoon'], ['pending', 'onTime'], ['pending', 'late'], ['overdue', 'late'], ['dueSoon', 'overdue'], ['pending', 'unknown'], ['pending', null]] as const
    const sorted = moves.map(([from, to]) => ({ from, to })).sort((a, b) => gravityOf(a) - gravityOf(b))
    expect(sorted.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'dueSoon>overdue', 'overdue>late', 'pending>late', 'pending>unknown', 'pending>onTime', 'pending>null', 'pending>dueSoon', 'null>pending'])
  })
})
