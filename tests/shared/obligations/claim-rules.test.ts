import { describe, expect, it } from 'vitest'
import type { DutyState, Setting } from '../../../shared/facts/setting.ts'
import { readCadence } from '../../../shared/obligations/cadence-rules.ts'
import { readClaims, type Claimer } from '../../../shared/obligations/claim-rules.ts'
import { dutyClaimOf } from '../../../shared/obligations/duty-claim.ts'
import { isSameCadence } from '../../../shared/obligations/same-cadence.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { items, startingSettings, unitOf } from '../../support/small-district.ts'
import { Story } from '../../support/story.ts'

const today = '2026-03-02'
const clerk: Claimer = { role: 'clerk', unit: 'A' }
const office: Claimer = { role: 'supervisor' }
const settled = (state: DutyState, day = today): Setting => ({ kind: 'dutyState', effective: day, state, reason: '原来的', duties: [{ unit: 'A', item: 'doc' }] })

/** The world of a day in which A's 'doc' stands in a state: asked today, or (`unasked`) never. */
function worldIn(state: DutyState | 'unasked' | 'lapsing') {
  const story = new Story(startingSettings().filter(({ kind }) => kind !== 'dutyState'))
  if (state === 'lapsing') story.on('2026-02-02').setting(settled('proposed', '2026-02-02'))
  else if (state !== 'unasked') story.on(today).setting(settled(state))
  return judgementOf(story.entries, { day: today }).world
}

const asked = (state: DutyState, over: object = {}) => ({ state, duties: [{ unit: 'A', item: 'doc' }], reason: '理由', ...(state === 'notApplicable' && { effective: '2026-02-01' }), ...over })

/** What becomes of a duty in each state: ✓ taken, ✗ the row is refused, ! the request is. */
const table: readonly (readonly [was: DutyState | 'unasked' | 'lapsing', clerk: string, office: string])[] = [
  //            claimed objected | proposed claimed notApplicable
  ['unasked', '✓✓', '✓✓✓'],
  ['proposed', '✓✓', '✗✓✓'],
  ['lapsing', '✓✗', '✓✓✓'],
  ['objected', '✓✓', '✓✓✓'],
  ['claimed', '✗✗', '✗✗✓'],
  ['notApplicable', '✗✗', '✗✓✓'],
]

describe('readClaims()', () => {
  const mark = (state: DutyState, by: Claimer, was: Parameters<typeof worldIn>[0]) => {
    const { faults, refusals, accepted, settings } = readClaims(asked(state), by, worldIn(was))
    expect(settings).toHaveLength(accepted.length > 0 ? 1 : 0)
    return faults.length > 0 ? '!' : refusals.length > 0 ? '✗' : '✓'
  }

  it.each(table)('of a duty that is %s: a clerk accepts, objects %s; the office proposes, claims, marks 不适用 %s', (was, byClerk, byOffice) => {
    expect((['claimed', 'objected'] as const).map(state => mark(state, clerk, was)).join('')).toBe(byClerk)
    expect((['proposed', 'claimed', 'notApplicable'] as const).map(state => mark(state, office, was)).join('')).toBe(byOffice)
    expect([mark('proposed', clerk, was), mark('notApplicable', clerk, was), mark('objected', office, was)].join('')).toBe('!!!')
  })

  it('writes one setting for all good rows, trimmed, and names each bad one by its place', () => {
    const read = readClaims(asked('claimed', { reason: '  认定  ', duties: [{ unit: 'A', item: 'doc' }, { unit: 'A', item: 'x'.repeat(99) }, { unit: 'S', item: 'doc' }, { unit: 'B', item: 'doc' }] }), office, worldIn('unasked'))
    expect(read.settings).toEqual([{ kind: 'dutyState', effective: today, state: 'claimed', reason: '认定', duties: [{ unit: 'A', item: 'doc' }, { unit: 'B', item: 'doc' }] }])
    expect(read.refusals.map(({ index, code }) => [index, code])).toEqual([[1, 'unknown-item'], [2, 'not-printed']])
    expect(read.refusals[0]!.message).toBe(`A局：目录里没有编号为“${'x'.repeat(40)}…”的事项。`)
  })

  it('refuses a folded bureau row and a unit that has ended by saying where to go', () => {
    const story = new Story().on(today).setting({ kind: 'unitChange', effective: today, unit: unitOf('C', { validTo: '2026-03-01', successor: 'B' }) })
    const { world } = judgementOf(story.entries, { day: today })
    const { refusals } = readClaims(asked('notApplicable', { duties: [{ unit: 'A', item: 'b-doc' }, { unit: 'C', item: 'doc' }] }), office, world)
    expect(refusals.map(each => each.message)).toEqual(['A局“b-doc”已并入区目录的同名事项，请在区目录那一行办理。', 'C局“doc”：该单位已在2026-03-01撤并，责任由承接单位办理。'])
  })

  it.each([['2026-03-03', 'day-to-come'], ['2024-12-31', 'day-too-early']])('不适用 from %s is refused: %s', (effective, code) => {
    expect(readClaims(asked('notApplicable', { effective }), office, worldIn('claimed')).faults.map(each => each.code)).toEqual([code])
  })
})

describe('readCadence()', () => {
  const standing = { kind: 'standing', reviewMonths: 3, origin: 'inferred' } as const

  it('sets one unit\'s cadence and leaves the others; what opened before stays', () => {
    const story = new Story()
    const asking = { unit: 'A', item: 'about', cadence: standing, effective: today, reason: '按季核对' }
    const { settings, refusals } = readCadence(asking, judgementOf(story.entries, { day: today }).world)
    expect(refusals).toEqual([])
    const before = story.obligations('2026-03-01').filter(each => each.item === 'about').map(each => each.id)
    for (const setting of settings) story.on(today).setting(setting)
    const { world } = judgementOf(story.entries, { day: today })
    expect([dutyClaimOf({ unit: 'A', item: 'about' }, world), dutyClaimOf({ unit: 'B', item: 'about' }, world)]).toMatchObject([{ every: standing, ownCadence: true }, { ownCadence: false }])
    expect(story.obligations(today).filter(each => each.item === 'about').map(each => each.id)).toEqual(before)
  })

  it('knows a cadence again whatever the order of its fields and whoever stated it', () => {
    expect(isSameCadence(standing, { origin: 'stated', reviewMonths: 3, kind: 'standing' })).toBe(true)
    expect(isSameCadence(standing, { ...standing, reviewMonths: 4 })).toBe(false)
    const { refusals } = readCadence({ unit: 'A', item: 'about', cadence: null, effective: today, reason: '恢复' }, judgementOf(new Story().entries, { day: today }).world)
    expect(refusals.map(each => each.code)).toEqual(['unchanged'])
    expect(items.find(each => each.id === 'about')?.cadence.kind).toBe('standing')
  })
})
