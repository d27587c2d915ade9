import { describe, expect, it } from 'vitest'
import { readFact } from '../../../shared/facts/read-fact.ts'
import type { Scope } from '../../../shared/facts/who-may.ts'
import { contextOf, TODAY } from './context.ts'

const cms: Scope = { role: 'feed', units: ['D01'] }
const correction = { kind: 'corrected', key: 'c-1', unit: 'D01', item: 'doc', day: '2026-03-09', of: { feed: 'cms', key: 'p-1' }, reason: '录入错误' }

function faults(raw: object, scope: Scope = cms, feed = 'cms'): string[] {
  const found = readFact(raw, contextOf(scope, feed))
  return Array.isArray(found) ? found.map((each) => `${each.code} ${each.field}`.trim()) : []
}

describe('readFact() of a correction', () => {
  it('keeps what is replaced as the fact itself would keep it', () => {
    const read = readFact({ ...correction, set: { title: ' 新标题 ', day: '2026-01-31', policy: false } }, contextOf(cms))
    expect(read).toEqual({ ...correction, set: { title: '新标题', day: '2026-01-31', policy: false } })
  })

  it('stands on today and under the row of what it corrects', () => {
    const { day: _, ...undated } = correction
    expect(readFact({ ...undated, void: true }, contextOf(cms))).toEqual({ ...correction, day: TODAY, void: true })
  })

  const bads: readonly (readonly [what: string, change: object, expected: readonly string[]])[] = [
    ['none of set, void, confirm', {}, ['bad-correction']],
    ['two of them', { void: true, set: { title: '甲' } }, ['bad-correction']],
    ['void: false', { void: false }, ['wrong-type void']],
    ['of missing', { void: true, of: undefined }, ['missing-field of']],
    ['of without key', { void: true, of: { feed: 'cms' } }, ['missing-field of']],
    ['a number as its key', { void: true, of: { feed: 'cms', key: 7 } }, ['wrong-type of.key']],
    ['of with more', { void: true, of: { feed: 'cms', key: 'p-1', seq: 1 } }, ['unknown-field of']],
    ['a fact nobody sent', { void: true, of: { feed: 'cms', key: 'p-9' } }, ['unknown-fact of']],
    ['the row of another unit', { void: true, unit: 'D02' }, ['other-row unit']],
    ['another row', { void: true, item: 'stats' }, ['other-row item']],
    ['an empty set', { set: {} }, ['bad-correction set']],
    ['a field the kind does not have', { set: { titel: '甲' } }, ['unknown-field set.titel']],
    ['a value the field refuses', { set: { url: 'x' } }, ['bad-url set.url']],
    ['a day in the future', { set: { day: '2026-03-10' } }, ['day-in-future set.day']],
    ['a field emptied', { set: { title: null } }, ['missing-field set.title']],
    ['what identifies a fact', { set: { unit: 'D02', key: 'x' } }, ['bad-correction set.unit', 'bad-correction set.key']],
    ['a period without its slot', { set: { period: '2026/final' } }, ['bad-period set.period']],
    ['confirm by a feed', { confirm: true }, ['not-allowed confirm']],
    ['waits said by the source', { void: true, waits: true }, ['unknown-field waits']],
  ]
  it.each(bads)('refuses %s', (_what, change, expected) => {
    expect(faults({ ...correction, ...change })).toEqual(expected)
  })

  it('is refused to a unit outside the scope and to another source', () => {
    expect(faults({ ...correction, void: true }, { role: 'feed', units: ['D02'] })).toEqual(['out-of-scope unit'])
    expect(faults({ ...correction, void: true }, cms, 'oa')).toEqual(['not-allowed of'])
  })

  it('lets a supervisor correct and confirm what others sent', () => {
    const supervisor: Scope = { role: 'supervisor', units: '*' }
    expect(faults({ ...correction, confirm: true }, supervisor, 'desk')).toEqual([])
    expect(faults({ ...correction, of: { feed: 'cms', key: 'e-1' }, set: { reason: '改正' } }, supervisor, 'desk')).toEqual([])
  })

  it('never moves the filing day of a declaration', () => {
    expect(faults({ ...correction, of: { feed: 'cms', key: 'e-1' }, set: { day: '2026-01-01' } }, { role: 'supervisor', units: '*' })).toEqual(['bad-correction set.day'])
  })
})
