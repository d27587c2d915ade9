import { describe, expect, it } from 'vitest'
import type { Board } from '../../../shared/measures/board-rows.ts'
import { PatchChain } from '../../../server/push/patch-chain.ts'

const board = (revision: number) => ({ revision }) as Board

function chainOf(revisions: readonly number[], keep?: number): PatchChain {
  const chain = new PatchChain('e1', keep)
  chain.start(board(revisions[0]!))
  revisions.slice(1).forEach((to, n) => chain.step({ from: revisions[n]!, to }, board(to)))
  return chain
}

describe('PatchChain.missed()', () => {
  const chain = chainOf([10, 12, 15, 19])

  it.each([
    ['nothing', 19, []], ['the last', 15, [19]], ['all', 10, [12, 15, 19]],
  ])('gives %s to one who left at %i', (_name, revision, to) => {
    expect(chain.missed({ epoch: 'e1', revision })?.map(patch => patch.to)).toEqual(to)
  })

  it.each([
    ['a newcomer', null], ['another epoch', { epoch: 'e0', revision: 12 }], ['a revision between two patches', { epoch: 'e1', revision: 13 }],
    ['one older than the chain', { epoch: 'e1', revision: 9 }], ['one ahead of it', { epoch: 'e1', revision: 20 }],
  ])('asks for a whole board for %s', (_name, since) => {
    expect(chain.missed(since)).toBeUndefined()
  })

  it('keeps no more patches than it may', () => {
    const short = chainOf([1, 2, 3, 4, 5], 2)
    expect(short.missed({ epoch: 'e1', revision: 3 })).toHaveLength(2)
    expect(short.missed({ epoch: 'e1', revision: 2 })).toBeUndefined()
  })

  it('forgets everything when nobody watched', () => {
    const left = chainOf([1, 2])
    left.forget()
    expect([left.sent, left.missed({ epoch: 'e1', revision: 2 })]).toEqual([undefined, undefined])
  })
})
