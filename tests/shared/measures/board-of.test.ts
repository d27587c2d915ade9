import { describe, expect, it } from 'vitest'
import { Story } from '../../support/story.ts'

describe('boardOf()', () => {
  // Formed on 1 December with 20 working days: due on 29 December, overdue from the 30th.
  const story = new Story().on('2025-12-01').fact('formed', { ref: 'X', title: '未公开的文件' })
  const overdueOf = (day: string) => story.board(day).cells.find((cell) => cell.unit === 'A' && cell.category === 'c1')?.overdue

  it('carries an overdue document over 1 January: still red, in no rate of the new year', () => {
    const before = story.board('2025-12-31').units.find((unit) => unit.id === 'A')
    const after = story.board('2026-01-01')
    const row = after.units.find((unit) => unit.id === 'A')
    expect(row?.overdue).toBe(before?.overdue)
    expect(before?.onTime.whole).toBeGreaterThan(0)
    expect(row?.onTime).toEqual({ part: 0, whole: 0, share: null })
    expect(after.district.carriedOver).toBeGreaterThanOrEqual(after.district.overdue)
    expect(after.district.overdue).toBeGreaterThan(0)
  })

  it('turns red on the first day after the due day', () => {
    expect((overdueOf('2025-12-30') ?? 0) - (overdueOf('2025-12-29') ?? 0)).toBe(1)
  })

  it('shows no title before publication, and the title of what is public', () => {
    expect(JSON.stringify(story.board('2025-12-15'))).not.toContain('未公开的文件')
    const told = new Story().on('2025-12-01').fact('formed', { ref: 'X', title: '文件' })
      .on('2025-12-03').fact('published', { ref: 'X', title: '文件' })
    expect(told.board('2025-12-15').recent.map((row) => [row.kind, row.title])).toEqual([['published', '文件'], ['formed', null]])
  })

  it('answers as of a day as known at an instant, and the first answer never changes', () => {
    const known = '2025-12-20T15:59:59.999Z'
    const first = story.board('2025-12-31', known)
    const later = new Story().on('2025-12-01').fact('formed', { ref: 'X', title: '未公开的文件' })
      .on('2026-01-05').fact('published', { ref: 'X', day: '2025-12-20', title: '未公开的文件' })
    expect(later.board('2025-12-31', known)).toEqual(first)
    expect(later.board('2025-12-31').district.onTime.part).toBe(first.district.onTime.part + 1)
  })
})
