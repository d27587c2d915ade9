import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../shared/assessment/edition-differences.ts'
import { endOfDay } from '../../shared/time/day.ts'
import { frozen } from '../support/small-edition.ts'
import { scheme, shippedYear } from '../support/small-district.ts'
import { Story } from '../support/story.ts'

const oa = { feed: 'oa', ofRecord: true } as const
const score = (story: Story, day: string, knownOn?: string) => story.board(day, knownOn && endOfDay(knownOn)).units.find(({ id }) => id === 'A')!.score

describe('a correction in April of a March fact', () => {
  const story = new Story().on('2025-02-10').fact('formed', { ref: 'R1' }, oa).on('2025-03-07').fact('published', { ref: 'R1', day: '2025-03-07' })
  const key = story.entries.flatMap((entry) => ('fact' in entry && entry.fact.kind === 'published' ? entry.fact.key : []))[0]!
  // The feed finds in April that the page had been out only on 20 March.
  story.on('2025-04-14').fact('corrected', { of: { feed: 'cms', key }, set: { day: '2025-03-20' }, reason: '发布日期录错' })
  const piece = 'R1@2025-02-10'

  it('March as known before it has the piece on time, whenever that is asked', () => {
    expect(story.one(piece, '2025-03-31', endOfDay('2025-03-31'))).toMatchObject({ publishedDay: '2025-03-07', status: 'onTime' })
    expect(story.one(piece, '2025-03-31', endOfDay('2025-04-13'))).toMatchObject({ publishedDay: '2025-03-07', status: 'onTime' })
  })

  it('March as we know now has it late, and so has every later day', () => {
    expect(story.one(piece, '2025-03-31')).toMatchObject({ publishedDay: '2025-03-20', status: 'late' })
    expect(story.one(piece, '2025-03-31', endOfDay('2025-04-14'))).toMatchObject({ status: 'late' })
    expect(story.one(piece, '2025-06-30')).toMatchObject({ publishedDay: '2025-03-20', status: 'late' })
  })

  it('what was frozen before it still says the same, and differs from now by unit, leaf and piece', () => {
    const at = { day: '2025-03-31', knownAt: endOfDay('2025-04-13') }
    const before = frozen(story.entries, at)
    expect(frozen(story.entries, at).sha256).toBe(before.sha256)
    const after = frozen(story.entries, { day: '2025-03-31', knownAt: endOfDay('2025-04-14'), edition: 2, reason: '更正' })
    const [unit] = differencesOf(before.body, after.body)
    expect(unit?.pieces.map(({ id, before: was, after: is }) => [id, was?.status, is?.status])).toEqual([[`A|doc|doc:${piece}`, 'onTime', 'late']])
    expect(unit?.leaves.length).toBeGreaterThan(0)
    expect(unit!.leaves.every(({ before: was, after: is }) => was?.formula !== is?.formula)).toBe(true)
  })
})

describe('a calendar notice entered late', () => {
  const year = shippedYear(2025)
  const story = new Story().on('2025-09-15').fact('formed', { ref: 'R1' }, oa).on('2025-10-16').fact('published', { ref: 'R1', day: '2025-10-16' })
  const without = { ...year, days: year.days.filter(({ day }) => !(day >= '2025-10-01' && day <= '2025-10-31')) }
  const late = new Story().setting({ kind: 'calendarYear', effective: '2025-01-01', year: without })
    .on('2025-09-15').fact('formed', { ref: 'R1' }, oa).on('2025-10-13').fact('published', { ref: 'R1', day: '2025-10-13' })
    .on('2025-11-03').setting({ kind: 'calendarYear', effective: '2025-01-01', year })

  it('moves the due day from the notice on; as known before it the old day stands', () => {
    const known = late.one('R1@2025-09-15', '2025-10-31', endOfDay('2025-11-02'))
    const now = late.one('R1@2025-09-15', '2025-10-31')
    expect(known.dueDay! < now.dueDay!).toBe(true)
    expect(now.dueDay).toBe(story.one('R1@2025-09-15', '2025-10-31').dueDay)
  })

  it('never turns a publication late that was on time when it was recorded', () => {
    const [known, now] = [late.one('R1@2025-09-15', '2025-10-31', endOfDay('2025-11-02')), late.one('R1@2025-09-15', '2025-10-31')]
    expect([known.status, now.status]).not.toEqual(['onTime', 'late'])
  })

  it('leaves a freeze of October as it was and tells the difference of the due day', () => {
    const before = frozen(late.entries, { day: '2025-10-31', knownAt: endOfDay('2025-11-02') })
    const after = frozen(late.entries, { day: '2025-10-31', knownAt: endOfDay('2025-11-03'), edition: 2, reason: '补录放假通知' })
    const moved = differencesOf(before.body, after.body).flatMap(({ pieces }) => pieces).find(({ id }) => id.includes('R1'))
    expect(moved?.before?.dueDay).not.toBe(moved?.after?.dueDay)
    expect(frozen(late.entries, { day: '2025-10-31', knownAt: endOfDay('2025-11-02') }).sha256).toBe(before.sha256)
  })
})

describe('a scheme changed in mid-year', () => {
  const stricter = { ...scheme, version: '2', groups: scheme.groups.map((group) => ({ ...group, leaves: group.leaves.map((leaf) => (leaf.measure === 'onTimeMacro' ? { ...leaf, full: 1, zero: 0.95 } : leaf)) })) }
  const story = new Story().on('2025-02-03').fact('formed', { ref: 'R1' }, oa).on('2025-02-05').fact('published', { ref: 'R1', day: '2025-02-05' })
    .on('2025-02-03').fact('formed', { ref: 'R2' }, oa).on('2025-06-10').fact('published', { ref: 'R2', day: '2025-06-10' })
    .on('2025-06-20').setting({ kind: 'scheme', effective: '2025-07-01', scheme: stricter })

  it('counts June under the old one and July under the new one, whenever it is asked', () => {
    const versionOf = (day: string, knownAt: string) => frozen(story.entries, { day, knownAt: endOfDay(knownAt) }).body.result.restsOn.scheme.version
    expect([versionOf('2025-06-30', '2025-07-05'), versionOf('2025-07-31', '2025-08-01'), versionOf('2025-06-30', '2025-12-31')]).toEqual([scheme.version, '2', scheme.version])
  })

  it('does not move June, frozen before it was known, nor June as known now', () => {
    expect(score(story, '2025-06-19')).toBe(score(story, '2025-06-19', '2025-06-19'))
    const before = frozen(story.entries, { day: '2025-06-19', knownAt: endOfDay('2025-06-19') })
    const after = frozen(story.entries, { day: '2025-06-19', knownAt: endOfDay('2025-08-01') })
    expect(differencesOf(before.body, after.body)).toEqual([])
  })

  it('entered for a day gone by, it is told as a difference of what was frozen', () => {
    const back = new Story()
    back.entries.push(...story.entries.slice(back.entries.length, -1))
    back.on('2025-08-10').setting({ kind: 'scheme', effective: '2025-06-01', scheme: stricter })
    const before = frozen(back.entries, { day: '2025-06-30', knownAt: endOfDay('2025-08-09') })
    const after = frozen(back.entries, { day: '2025-06-30', knownAt: endOfDay('2025-08-10') })
    const leaves = differencesOf(before.body, after.body).find(({ unit }) => unit === 'A')?.leaves ?? []
    expect([before.body.result.restsOn.scheme.version, after.body.result.restsOn.scheme.version]).toEqual([scheme.version, '2'])
    expect(leaves.length).toBeGreaterThan(0)
  })
})
