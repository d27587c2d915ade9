import { describe, expect, it } from 'vitest'
import { KnownWorld } from '../../../server/intake/known-world.ts'
import { LiveBoard } from '../../../server/live/live-board.ts'
import type { Entry } from '../../../shared/facts/journal.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import { districtCatalogue, itemOf, items, startingSettings, unitOf } from '../../support/small-district.ts'

function knownWith(...more: readonly Setting[]): KnownWorld {
  const entries = [...startingSettings(), ...more].map((setting, n): Entry =>
    ({ seq: n + 1, recordedAt: '2025-03-03T01:00:00.000Z', source: { feed: 'admin' }, setting }))
  const live = new LiveBoard('2025-03-03')
  live.replay(entries)
  return new KnownWorld(live.world())
}

const change = (unit: ReturnType<typeof unitOf>): Setting => ({ kind: 'unitChange', effective: '2025-01-01', unit })

describe('KnownWorld', () => {
  it('finds units by id, name, short name and alias, wrap spaces aside, and answers all that share a name', () => {
    const known = knownWith(change(unitOf('D', { aliases: ['云河区大数据中心', 'A局'] })))
    const cases: readonly (readonly [text: string, found: string | readonly string[] | undefined])[] = [
      ['A', 'A'], ['云河区A局', 'A'], ['云河区 A局', 'A'], ['B局', 'B'], ['云河区大数据中心', 'D'], ['A局', ['A', 'D']], ['constructor', undefined], ['', undefined],
    ]
    for (const [text, found] of cases) expect([text, known.findUnit(text)]).toEqual([text, found])
  })

  it('finds items by id and by path, and answers all that share a path', () => {
    const twice = itemOf('doc~2', { kind: 'asFormed', cycleMonths: 12, origin: 'inferred' }, { path: ['类别', 'doc'] })
    const known = knownWith({ kind: 'catalogueVersion', effective: '2025-01-02', catalogue: districtCatalogue({ version: '2', effective: '2025-01-02', items: [...items, twice] }) })
    expect([known.findItem('doc'), known.findItem('类别/permit'), known.findItem('类别/doc'), known.findItem('permit/类别')]).toEqual(['doc', 'permit', ['doc', 'doc~2'], undefined])
  })

  it('unitOn() follows mergers and splits from the day after, and is not caught in a circle', () => {
    const known = knownWith(
      change(unitOf('C', { validTo: '2025-01-31', successor: 'B', successorByItem: { permit: 'A' } })),
      change(unitOf('B', { validTo: '2025-02-28', successor: 'A' })),
      change(unitOf('X', { validTo: '2025-01-31', successor: 'Y' })), change(unitOf('Y', { validTo: '2025-01-31', successor: 'X' })),
    )
    const cases: readonly (readonly [unit: string, item: string, day: string, found: string])[] = [
      ['C', 'doc', '2025-01-31', 'C'], ['C', 'doc', '2025-02-01', 'B'], ['C', 'permit', '2025-02-01', 'A'], ['C', 'doc', '2025-03-01', 'A'],
      ['A', 'doc', '2025-03-01', 'A'], ['X', 'doc', '2025-03-01', 'X'], ['nobody', 'doc', '2025-03-01', 'nobody'],
    ]
    for (const [unit, item, day, found] of cases) expect([unit, item, day, known.unitOn(unit, item, day)]).toEqual([unit, item, day, found])
  })

  it('printedFor() goes by the printed subjects, whatever traits say, and by what the office decided', () => {
    const known = knownWith({ kind: 'applicability', effective: '2025-01-02', item: 'doc', units: ['S'], reason: '认定' })
    expect([known.printedFor('B', 'gated'), known.printedFor('S', 'permit'), known.printedFor('S', 'doc'), known.printedFor('B', 'b-own')]).toEqual([true, false, true, false])
  })

  it('slotNames() holds those of the row and of the duty it is folded into', () => {
    const known = knownWith()
    expect(known.slotNames('B', 'budget')).toEqual(['budget', 'final'])
    expect(known.slotNames('B', 'doc')).toEqual([])
    expect([...known.slotNames('A', 'b-stats')].sort()).toEqual([null, 'summary'])
  })

  it('rowsOf() an obligation holds the rows folded into it and the members of a group', () => {
    const known = knownWith()
    expect([known.rowsOf('A', 'doc'), known.rowsOf('B', 'doc'), known.rowsOf('B', 'group')]).toEqual([['doc', 'b-doc'], ['doc'], ['group', 'picture', 'video']])
  })
})
