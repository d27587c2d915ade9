import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventualOf, onTimeOf, onTimeOriginalOf } from '../../../shared/measures/compliance.ts'
import { countedFigures, countedIn, type Counted, type CountedFigure } from '../../../shared/measures/counted.ts'
import { verifiableOf } from '../../../shared/measures/coverage.ts'
import { figuresOf } from '../../../shared/measures/figures.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import { anyPiece, at, declaration, piece } from './judged.ts'

const table: readonly [string, Obligation, Partial<Record<CountedFigure, Counted>>][] = [
  ['published in time', piece('onTime'), { onTime: 'part', onTimeOriginal: 'part', eventual: 'part', verifiable: 'part' }],
  ['published late', piece('late'), { onTime: 'whole', onTimeOriginal: 'whole', eventual: 'part', verifiable: 'part' }],
  ['declared late', piece('late', declaration), { onTime: 'whole', onTimeOriginal: 'whole', eventual: 'whole' }],
  ['published, day not proved', piece('unverified', { proof: 'backfilled' }), { eventual: 'part', verifiable: 'whole' }],
  ['overdue', piece('overdue'), { onTime: 'whole', onTimeOriginal: 'whole', eventual: 'whole', overdue: 'part' }],
  ['overdue since last year', piece('overdue', { year: 2025 }), { overdue: 'part' }],
  ['waiting', piece('dueSoon'), {}],
  ['waiting past its original day', piece('pending', { originalDue: '2026-06-29', flags: ['extended'] }), { onTimeOriginal: 'whole' }],
  ['waiting on its original day', piece('pending', { originalDue: '2026-06-30', flags: ['extended'] }), {}],
  ['saved by an extension', piece('onTime', { originalDue: '2026-06-12', flags: ['extended'] }),
    { onTime: 'part', onTimeOriginal: 'whole', eventual: 'part', verifiable: 'part' }],
  ['extended, but in time anyway', piece('onTime', { originalDue: '2026-06-15', flags: ['extended'] }),
    { onTime: 'part', onTimeOriginal: 'part', eventual: 'part', verifiable: 'part' }],
  ['upheld by a ruling', piece('onTime', { publishedDay: '2026-06-20' }),
    { onTime: 'part', onTimeOriginal: 'part', eventual: 'part', verifiable: 'part' }],
  ['in time under a fixed date', piece('onTime', { hangsOnFormation: false, proof: 'none' }),
    { onTime: 'part', onTimeOriginal: 'part', eventual: 'part' }],
  ['nothing in the period', piece('nothing'), {}],
  ['exempt', piece('exempt'), {}],
  ['unknown', piece('unknown'), {}],
]

/** The five figures counted by `countedIn` alone. */
function tallied(obligations: readonly Obligation[], figure: CountedFigure): { part: number; whole: number } {
  const answers = obligations.map((o) => countedIn(o, figure, at)).filter((answer) => answer !== 'no')
  return { part: answers.filter((answer) => answer === 'part').length, whole: answers.length }
}

describe('countedIn()', () => {
  it.each(table)('places one %s', (_, o, expected) => {
    const answers = Object.fromEntries(countedFigures.map((figure) => [figure, countedIn(o, figure, at)]))
    expect(answers).toEqual({ onTime: 'no', onTimeOriginal: 'no', eventual: 'no', verifiable: 'no', overdue: 'no', ...expected })
  })

  it('countedIn() lists exactly the obligations behind each ratio', () => {
    fc.assert(fc.property(fc.array(anyPiece, { maxLength: 30 }), (obligations) => {
      const figures = figuresOf(obligations, at)
      expect(tallied(obligations, 'onTime')).toMatchObject(countsOf(onTimeOf(figures)))
      expect(tallied(obligations, 'onTimeOriginal')).toMatchObject(countsOf(onTimeOriginalOf(figures)))
      expect(tallied(obligations, 'eventual')).toMatchObject(countsOf(eventualOf(figures)))
      expect(tallied(obligations, 'verifiable')).toMatchObject(countsOf(verifiableOf(figures)))
      expect(tallied(obligations, 'overdue').part).toBe(figures.tally.overdue)
    }))
  })
})

function countsOf({ part, whole }: { part: number; whole: number }): { part: number; whole: number } {
  return { part, whole }
}
