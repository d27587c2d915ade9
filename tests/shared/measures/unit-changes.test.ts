import { describe, expect, it } from 'vitest'
import { pieceChangesOf, pieceThenOf } from '../../../shared/measures/unit-changes.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import { piece, worldWith } from './judged.ts'

const world = worldWith({})
const changes = (then: readonly Obligation[], now: readonly Obligation[]) => pieceChangesOf(then.map(pieceThenOf), { pieces: now, world, knownSeq: 10 })
const open = piece('dueSoon', { id: 'p', facts: [3] })

describe('pieceChangesOf()', () => {
  it('of the same pieces finds nothing, whatever was recorded about them', () => {
    expect(changes([open], [{ ...open, facts: [3, 11], title: '另一标题' }])).toEqual([])
  })

  it('names what moved and the facts since that bear on it', () => {
    expect(changes([open], [{ ...open, status: 'onTime', publishedDay: '2026-06-29', facts: [3, 12] }]))
      .toMatchObject([{ id: 'p', from: 'dueSoon', to: 'onTime', facts: [12], itemName: 'doc' }])
  })

  it('has no facts where only time passed', () => {
    expect(changes([open], [{ ...open, status: 'overdue' }])).toMatchObject([{ from: 'dueSoon', to: 'overdue', facts: [] }])
  })

  it('counts a due day that moved as a change', () => {
    expect(changes([open], [{ ...open, dueDay: '2026-07-10' }])).toMatchObject([{ from: 'dueSoon', to: 'dueSoon', dueBefore: '2026-07-07', dueDay: '2026-07-10' }])
  })

  it('knows a page adopted by a document as the same piece, either way round', () => {
    const page = piece('unverified', { id: 'page' })
    expect(changes([page], [{ ...page, id: 'doc', aliases: ['page'], status: 'onTime' }])).toMatchObject([{ id: 'doc', from: 'unverified', to: 'onTime' }])
    expect(changes([{ ...page, id: 'doc', aliases: ['page'] }], [page])).toEqual([])
  })

  it('says what came and what went, the gravest first', () => {
    const listed = changes([piece('onTime', { id: 'gone' })], [piece('pending', { id: 'new' }), piece('overdue', { id: 'bad' })])
    expect(listed.map(({ id, from, to }) => [id, from, to])).toEqual([['bad', null, 'overdue'], ['gone', 'onTime', null], ['new', null, 'pending']])
  })

  it('keeps the title of a withheld paper to itself', () => {
    expect(changes([], [piece('exempt', { title: '秘' })])[0]?.title).toBeNull()
  })
})
