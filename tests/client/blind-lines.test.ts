import { describe, expect, it } from 'vitest'
import { daysAgree } from '../../client/lists/blind-lines.ts'

const row = { eventDay: '2025-03-03', publishedDay: '2025-03-10' }

describe('daysAgree()', () => {
  it('compares a page\'s day with our publication and a register\'s day with our formation', () => {
    expect(daysAgree({ from: 'site', day: '2025-03-10' }, row)).toEqual({ kind: 'agrees', day: '2025-03-10' })
    expect(daysAgree({ from: 'register', day: '2025-03-10' }, row)).toEqual({ kind: 'differs', theirs: '2025-03-10', ours: '2025-03-03' })
  })

  it('says nothing of a day not seen, and that it cannot say of a day we do not have', () => {
    expect(daysAgree({ from: 'site', day: '' }, row)).toBeNull()
    expect(daysAgree({ from: 'site', day: '2025-03-10' }, { eventDay: null, publishedDay: null })).toEqual({ kind: 'unknown' })
  })
})
