import { describe, expect, it } from 'vitest'
import { mayAppend, refusedBy, refusedCorrection, type Scope, type Writer } from '../../../shared/facts/who-may.ts'
import type { FactKind } from '../../../shared/facts/fact.ts'

const writers: readonly Writer[] = ['feed', 'clerk', 'watcher', 'supervisor', 'reviewer', 'head', 'admin', 'wall']

describe('mayAppend()', () => {
  const table: readonly (readonly [kind: FactKind, who: readonly Writer[]])[] = [
    ['formed', ['feed', 'clerk']],
    ['published', ['feed', 'clerk', 'watcher']],
    ['withdrawn', ['feed', 'clerk']],
    ['nothing', ['feed', 'clerk']],
    ['checked', ['clerk', 'watcher']],
    ['exempt', ['clerk', 'supervisor']],
    ['extended', ['supervisor']],
    ['requested', ['clerk']],
    ['declined', ['supervisor']],
    ['approved', ['feed', 'supervisor']],
    ['observed', ['watcher']],
    ['disputed', ['clerk']],
    ['ruled', ['reviewer']],
    ['closed', ['clerk']],
    ['explained', ['clerk']],
    ['marked', ['reviewer']],
    ['inspected', ['reviewer']],
    ['spotted', ['reviewer']],
    ['found', ['supervisor', 'reviewer']],
    ['rectified', ['clerk']],
    ['rechecked', ['supervisor', 'reviewer']],
    ['agreed', ['clerk']],
    ['corrected', ['feed', 'clerk', 'watcher', 'supervisor', 'reviewer']],
  ]
  it.each(table)('lets %s be written by %j and nobody else', (kind, who) => {
    expect(writers.filter((writer) => mayAppend(writer, kind))).toEqual(who)
  })
})

describe('refusedBy()', () => {
  const own: Scope = { role: 'clerk', units: ['D01'], items: ['doc'] }
  const cases: readonly (readonly [what: string, kind: FactKind, units: readonly string[], item: string, code: string | undefined])[] = [
    ['own unit and item', 'published', ['D01'], 'doc', undefined],
    ['own unit through its successor', 'published', ['OLD', 'D01'], 'doc', undefined],
    ['another unit', 'published', ['D02'], 'doc', 'out-of-scope'],
    ['another item', 'published', ['D01'], 'stats', 'out-of-scope'],
    ['a kind the role may not write', 'extended', ['D01'], 'doc', 'not-allowed'],
  ]
  it.each(cases)('answers for %s', (_what, kind, units, item, code) => {
    expect(refusedBy(own, { kind, units, item })?.code).toBe(code)
  })

  it('lets a scope of everything through', () => {
    expect(refusedBy({ role: 'feed', units: '*', items: '*' }, { kind: 'approved', units: ['D02'], item: 'x' })).toBeUndefined()
  })
})

describe('refusedCorrection()', () => {
  const cases: readonly (readonly [who: Writer, feed: string, of: string, kind: FactKind, confirms: boolean, field: string | undefined])[] = [
    ['clerk', 'desk', 'desk', 'published', false, undefined],
    ['clerk', 'desk', 'oa', 'published', false, 'of'],
    ['clerk', 'desk', 'desk', 'extended', false, 'of'],
    ['clerk', 'desk', 'desk', 'ruled', false, 'of'],
    ['clerk', 'desk', 'desk', 'published', true, 'confirm'],
    ['feed', 'cms', 'cms', 'published', false, undefined],
    ['feed', 'cms', 'oa', 'formed', false, 'of'],
    ['feed', 'cms', 'cms', 'published', true, 'confirm'],
    ['watcher', 'watcher', 'watcher', 'observed', false, undefined],
    ['reviewer', 'desk', 'desk', 'ruled', false, undefined],
    ['reviewer', 'desk', 'desk', 'published', false, 'of'],
    ['supervisor', 'desk', 'oa', 'formed', false, undefined],
    ['supervisor', 'desk', 'cms', 'published', true, undefined],
  ]
  it.each(cases)('a %s of feed %s on %s %s (confirms: %s) is refused at %s', (role, feed, of, kind, confirms, field) => {
    expect(refusedCorrection({ role, units: '*' }, { feed, of: { feed: of, kind }, confirms })?.field).toBe(field)
  })
})
