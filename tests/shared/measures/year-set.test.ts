import { describe, expect, it } from 'vitest'
import { inTally, inYearSet, isCarriedOver } from '../../../shared/measures/year-set.ts'
import { statuses, type Status } from '../../../shared/obligations/obligation.ts'
import { at, piece } from './judged.ts'

const waiting: readonly Status[] = ['pending', 'dueSoon']
const open: readonly Status[] = [...waiting, 'overdue']

describe('year sets', () => {
  it.each(statuses)('inYearSet() takes %s of the own year unless it still waits, and none of another year', (status) => {
    expect(inYearSet(piece(status), at)).toBe(!waiting.includes(status))
    expect(inYearSet(piece(status, { year: 2025 }), at)).toBe(false)
    expect(inYearSet(piece(status, { year: 2027 }), at)).toBe(false)
  })

  it.each(statuses)('isCarriedOver() takes %s of an earlier year only while it is open', (status) => {
    expect(isCarriedOver(piece(status, { year: 2025 }), at)).toBe(open.includes(status))
    expect(isCarriedOver(piece(status), at)).toBe(false)
    expect(isCarriedOver(piece(status, { year: 2027 }), at)).toBe(false)
  })

  it.each(statuses)('inTally() takes %s of the own year always, of other years only while open', (status) => {
    expect(inTally(piece(status), at)).toBe(true)
    expect(inTally(piece(status, { year: 2025 }), at)).toBe(open.includes(status))
    expect(inTally(piece(status, { year: 2027 }), at)).toBe(open.includes(status))
  })
})
