import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, startOfDay } from '../../../../shared/time/day.ts'
import { sampleEntries, sampleJournal } from '../../../../server/feeds/sample/sample-journal.ts'
import type { SampleEntry } from '../../../../server/feeds/sample/sample-entry.ts'
import { sourcesFor } from './sample-sources.ts'

const today = '2026-11-21'
const slow = 120_000
let journal: SampleEntry[]

beforeAll(() => {
  journal = sampleJournal(sourcesFor(today))
}, slow)

const facts = () => journal.flatMap((each) => ('fact' in each ? [each] : []))
const nameOf = (entry: SampleEntry) => ('fact' in entry ? `${entry.source.feed}|${entry.fact.key}` : `setting ${entry.setting.kind}`)

describe('sampleJournal', () => {
  it('sampleJournal() starts on 1 January of last year and ends before today', () => {
    expect(dayOf(journal[0]!.recordedAt)).toBe('2025-01-01')
    expect(journal.at(-1)!.recordedAt < startOfDay(today)).toBe(true)
    expect(journal.at(-1)!.recordedAt > startOfDay(addDays(today, -3))).toBe(true)
  })

  it('sampleJournal() holds about eleven to thirteen thousand facts', () => {
    expect(facts().length).toBeGreaterThan(11_000)
    expect(facts().length).toBeLessThan(13_500)
  })

  it('sampleJournal() never runs backwards and uses a key once in a feed', () => {
    for (let n = 1; n < journal.length; n += 1) expect(journal[n - 1]!.recordedAt <= journal[n]!.recordedAt).toBe(true)
    expect(new Set(facts().map(nameOf)).size).toBe(facts().length)
  })

  it('sampleJournal() is the same for the same seed and day, and another for another seed', () => {
    expect(sampleJournal(sourcesFor(today))).toEqual(journal)
    expect(sampleJournal({ ...sourcesFor(today), seed: 'another' })).not.toEqual(journal)
  }, slow)

  it('sampleJournal() tells every kind of story', () => {
    const kinds = new Set(facts().map((each) => each.fact.kind))
    const all = ['formed', 'published', 'withdrawn', 'nothing', 'checked', 'exempt', 'extended', 'approved', 'observed', 'disputed', 'ruled', 'closed', 'corrected'] as const
    expect(all.filter((kind) => !kinds.has(kind))).toEqual([])
    const verdicts = new Set(facts().flatMap(({ fact }) => (fact.kind === 'ruled' ? [fact.verdict] : [])))
    expect(['rejected', 'overruled'].filter((verdict) => !verdicts.has(verdict as 'rejected'))).toEqual([])
    expect(facts().some(({ fact }) => fact.kind === 'corrected' && fact.waits)).toBe(true)
    expect(facts().some(({ fact }) => fact.kind === 'formed' && fact.with && fact.lead !== fact.unit)).toBe(true)
    expect(facts().some(({ fact }) => fact.kind === 'published' && (fact.refs?.length ?? 0) > 5)).toBe(true)
    for (const feed of ['oa', 'credit', 'finance', 'cms', 'watcher', 'desk']) expect(facts().some((each) => each.source.feed === feed)).toBe(true)
  })

  it('sampleJournal() lets systems of record speak only once they are hooked up', () => {
    const first = (feed: string) => dayOf(facts().find((each) => each.source.feed === feed)!.recordedAt)
    expect(first('oa') >= '2025-06-16').toBe(true)
    expect(first('credit') >= '2025-04-01').toBe(true)
  })

  it('sampleJournal() says nothing of a withheld paper but number and reason', () => {
    const withheld = facts().flatMap(({ fact }) => (fact.kind === 'exempt' && fact.exemptKind === 'withheld' ? [fact] : []))
    expect(withheld.length).toBeGreaterThan(10)
    for (const fact of withheld) expect(Object.keys(fact)).not.toContain('title')
  })
})

describe('sampleEntries', () => {
  it.each([
    ['2026-03-10', '2026-05-20'],
    ['2025-12-29', '2026-01-06'],
    ['2026-12-18', '2027-02-12'],
    ['2026-11-21', '2026-11-21'],
  ])('sampleEntries() to %s and topped up to %s is the journal made at once', (first, second) => {
    const start = '2025-01-01'
    const before = sampleJournal({ ...sourcesFor(first), start })
    const topped = [...before, ...sampleEntries({ ...sourcesFor(second), start, afterDay: addDays(first, -1) })]
    expect(topped).toEqual(sampleJournal({ ...sourcesFor(second), start }))
  }, slow)

  it('sampleEntries() gives back exactly the facts a journal lacks when it may ask what is known', () => {
    const lost = facts().filter((each) => dayOf(each.recordedAt) >= '2026-10-20').filter((_, n) => n % 40 === 0)
    const names = new Set(lost.map(nameOf))
    const known = new Set(facts().map(nameOf).filter((name) => !names.has(name)))
    const again = [...sampleEntries({ ...sourcesFor(today), afterDay: '2026-11-20', isKnown: (feed, key) => known.has(`${feed}|${key}`) })]
    expect(again).toEqual(lost)
  }, slow)

  it('sampleEntries() records nothing before the journal\'s last instant', () => {
    const notBefore = '2026-11-20T09:30:00.000Z'
    const late = [...sampleEntries({ ...sourcesFor(today), afterDay: '2026-11-16', notBefore })]
    expect(late.length).toBeGreaterThan(20)
    expect(late.every((each) => each.recordedAt >= notBefore)).toBe(true)
  }, slow)
})
