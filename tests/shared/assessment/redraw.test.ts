import { describe, expect, it } from 'vitest'
import { redrawOf } from '../../../shared/assessment/redraw.ts'
import type { DrawnPiece } from '../../../shared/facts/assessment-settings.ts'

const piece = (obligation: string, over: Partial<DrawnPiece> = {}): DrawnPiece => ({ unit: 'A', obligation, stratum: 'c1 × onTime', because: 'stratum', ...over })
const frame = { size: 9, sha256: 'f' }
const recorded = { frame, pieces: [piece('1'), piece('2')] }

describe('redrawOf()', () => {
  it('is equal when frame, pieces and reasons are', () => {
    expect(redrawOf(recorded, { frame: { ...frame }, pieces: [piece('1'), piece('2')] })).toMatchObject({ equal: true, missing: [], added: [], otherwise: [] })
  })

  it('names what is no longer drawn, what is drawn instead, and what is drawn for another reason', () => {
    const again = redrawOf(recorded, { frame, pieces: [piece('1', { because: 'nothing' }), piece('3')] })
    expect(again.equal).toBe(false)
    expect([again.missing, again.added, again.otherwise].map(each => each.map(({ obligation }) => obligation))).toEqual([['2'], ['3'], ['1']])
  })

  it('is not equal when only the frame\'s fingerprint differs', () => {
    expect(redrawOf(recorded, { ...recorded, frame: { size: 9, sha256: 'e' } }).equal).toBe(false)
  })
})
