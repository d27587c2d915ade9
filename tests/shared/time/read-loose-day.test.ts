import { describe, expect, it } from 'vitest'
import { readLooseDay } from '../../../shared/time/read-loose-day.ts'

describe('readLooseDay()', () => {
  it.each([
    ['2026-03-09', '2026-03-09'], ['2026/3/9', '2026-03-09'], ['2026.3.9', '2026-03-09'], ['2026年3月9日', '2026-03-09'], ['2026年03月09日', '2026-03-09'],
    ['2026 年 3 月 9 日', '2026-03-09'], ['20260309', '2026-03-09'], ['2026/3/9 10:30', '2026-03-09'], [' 2026/3/9 ', '2026-03-09'], ['２０２６年３月９日', '2026-03-09'],
    // A spreadsheet's serial: 1 is 1900-01-01, and 1900-02-29 counts though it never was.
    ['46090', '2026-03-09'], ['46090.4375', '2026-03-09'], ['45292', '2024-01-01'],
  ])('reads %s as %s', (text, day) => {
    expect(readLooseDay(text)).toBe(day)
  })

  it.each(['3/9/2026', '2026-02-30', '2026/13/1', '2026年3月', '', '123', '99999', '昨天', '26/3/9'])('refuses %o', (text) => {
    expect(readLooseDay(text)).toBeUndefined()
  })
})
