import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPast, type Past } from '../../../server/past/past.ts'
import { whatIf, whatIfUnits, type WhatIfParts } from '../../../server/past/what-if.ts'
import { openStore, type Store } from '../../../server/store/open-store.ts'
import { boardOf } from '../../../shared/measures/board.ts'
import type { Entry } from '../../../shared/facts/journal.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import { Story } from '../../support/story.ts'

const clock = { now: () => '2026-03-10T02:00:00.000Z' }
const folder = mkdtempSync(join(tmpdir(), 'what-if-'))
const story = new Story().on('2026-01-05').fact('formed', { ref: 'R1' }).fact('formed', { unit: 'B', ref: 'R2' })
let store: Store
let past: Past
let parts: WhatIfParts
beforeAll(async () => {
  store = await openStore({ folder, sample: false, clock })
  store.journal.append(story.entries)
  past = openPast({ folder, program: new URL('../../../server/main.ts', import.meta.url) })
  parts = { past, clock, live: { day: '2026-03-10', revision: story.entries.length } }
})
afterAll(async () => {
  await past.close()
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const notApplicable: Setting = { kind: 'dutyState', effective: '2026-03-10', duties: [{ unit: 'A', item: 'report' }], state: 'notApplicable', reason: '划转' }
const published = { source: { feed: 'desk', account: 'clerk' }, fact: {
  key: 'h1', kind: 'published', unit: 'A', item: 'doc', day: '2026-03-10', ref: 'R1', title: '件', url: 'https://yunhe.gov.cn/1', channel: '政府网站' } } as const

/** What boardOf says of a unit when the entries really stood in the journal. */
function rowWith(unit: string, added: readonly Pick<Entry, 'source'>[]) {
  const entries = [...story.entries, ...added.map((each, n) => ({ ...each, seq: story.entries.length + 1 + n, recordedAt: clock.now() }) as Entry)]
  return boardOf(entries, { day: '2026-03-10' }).units.find(row => row.id === unit)!
}

describe('whatIf()', () => {
  it('a hypothetical fact moves what boardOf would move, and names the obligation', async () => {
    const answer = await whatIf(parts, { unit: 'A', entries: [published] })
    const [was, is] = [rowWith('A', []), rowWith('A', [published])]
    expect(answer.before).toMatchObject({ score: was.score, rank: was.rank, overdue: was.overdue, coverage: was.coverage })
    expect(answer.after).toMatchObject({ score: is.score, rank: is.rank, overdue: is.overdue, coverage: is.coverage })
    expect(is.overdue).toBe(was.overdue - 1)
    expect(answer.moves.map(({ id, from, to }) => [id, from, to])).toEqual([['A|doc|doc:R1@2026-01-05', 'overdue', 'late']])
    expect([answer.total, answer.revision, answer.gained, answer.lost]).toEqual([1, story.entries.length, 0, 0])
  })

  it('a hypothetical setting moves duties and coverage, of the unit asked about only', async () => {
    const answer = await whatIf(parts, { unit: 'A', entries: [{ source: { feed: 'desk' }, setting: notApplicable }] })
    expect([answer.gained, answer.lost]).toEqual([0, 1])
    expect(answer.before!.coverage.whole - answer.after!.coverage.whole).toBe(1)
    const other = await whatIf(parts, { unit: 'B', entries: [{ source: { feed: 'desk' }, setting: notApplicable }] })
    expect([other.before, other.total]).toEqual([other.after, 0])
  })

  it('writes nothing: asked again, the board before is the same', async () => {
    const [first, again] = [await whatIf(parts, { unit: 'A', entries: [published] }), await whatIf(parts, { unit: 'A', entries: [] })]
    expect(again.before).toEqual(first.before)
    expect(again.after).toEqual(again.before)
    expect(store.journal.lastSeq()).toBe(story.entries.length)
  })

  it('sees what the journal has gained since', async () => {
    const earlier = await whatIf(parts, { unit: 'A', entries: [] })
    const entry = { seq: story.entries.length + 1, recordedAt: clock.now(), source: { feed: 'desk' }, setting: notApplicable } as const
    store.journal.append([entry])
    const live = { day: '2026-03-10', revision: entry.seq }
    const answer = await whatIfUnits({ ...parts, live }, { units: ['A', 'B'], entries: [] })
    expect(answer.units.map(({ unit, lost }) => [unit, lost])).toEqual([['A', 0], ['B', 0]])
    expect(answer.units[0]!.before!.duties).toBe(earlier.before!.duties - 1)
  })
})
