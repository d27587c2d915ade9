import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../../../shared/facts/fact.ts'
import type { Entry } from '../../../../shared/facts/journal.ts'
import { boardOf } from '../../../../shared/measures/board.ts'
import { addDays, dayOf, startOfDay, type Instant } from '../../../../shared/time/day.ts'
import { plannedFacts, sampleJournal } from '../../../../server/feeds/sample/sample-journal.ts'
import { seededRandom } from '../../../../server/feeds/sample/random.ts'
import { SampleLive } from '../../../../server/feeds/sample/sample-live.ts'
import { sourcesFor } from './sample-sources.ts'

const slow = 120_000
/** A Monday. */
const today = '2026-11-23'

interface Posted { readonly at: Instant; readonly facts: readonly Fact[] }
interface Run { readonly from: Instant; readonly to: Instant; readonly pace: number }

/** Lets the live feed run on a clock of its own; `pace` 20 lets twenty times the wait pass. */
async function lived({ from, to, pace }: Run, post: (facts: readonly Fact[]) => Promise<unknown> = () => Promise.resolve()) {
  const posted: Posted[] = []
  const waits: number[] = []
  const errors: unknown[] = []
  let now = Date.parse(from)
  let waiting: { run: () => void; milliseconds: number } | undefined
  const random = seededRandom('live')
  const live = new SampleLive({
    sources: sourcesFor(today), random: () => random.next(), clock: { now: () => new Date(now).toISOString() },
    post: async (facts) => {
      posted.push({ at: new Date(now).toISOString(), facts })
      await post(facts)
    },
    after: (milliseconds, run) => {
      waits.push(milliseconds)
      waiting = { run, milliseconds }
      return () => { waiting = undefined }
    },
    report: (error) => errors.push(error),
  })
  while (waiting && now < Date.parse(to)) {
    const { run, milliseconds } = waiting
    waiting = undefined
    now += milliseconds * pace
    run()
    for (let turn = 0; turn < 20 && !waiting; turn += 1) await Promise.resolve()
  }
  live.stop()
  return { posted, waits, errors, isStopped: waiting === undefined }
}

describe('SampleLive', () => {
  const morning = { from: `${today}T00:10:00.000Z`, to: `${today}T03:30:00.000Z`, pace: 1 }

  it('posts every 20 to 60 seconds, the same under the same random, and stops when told', async () => {
    const [one, two] = [await lived(morning), await lived(morning)]
    expect(one.posted.length).toBeGreaterThan(200)
    expect(Math.min(...one.waits)).toBeGreaterThanOrEqual(20_000)
    expect(Math.max(...one.waits)).toBeLessThanOrEqual(60_000)
    expect(two.posted).toEqual(one.posted)
    expect(one.isStopped).toBe(true)
    expect(one.errors).toEqual([])
  }, slow)

  it('posts what was planned for the hours that have passed, under its planned keys, and no key twice', async () => {
    const { posted } = await lived(morning)
    const keys = posted.flatMap((each) => each.facts.map((fact) => fact.key))
    expect(new Set(keys).size).toBe(keys.length)
    const planned = plannedFacts(sourcesFor(today), today, today)
      .filter((each) => each.recordedAt < `${today}T03:00:00.000Z` && ['formed', 'published', 'nothing', 'withdrawn', 'approved'].includes(each.fact.kind))
    expect(planned.length).toBeGreaterThan(3)
    for (const { fact } of planned) expect(keys).toContain(fact.key)
    for (const { at, facts } of posted) for (const fact of facts) expect(fact.day <= dayOf(at)).toBe(true)
  }, slow)

  it('sends again what could not be sent, and goes on', async () => {
    let count = 0
    const { posted, errors } = await lived({ ...morning, to: `${today}T00:30:00.000Z` }, () => {
      count += 1
      return count === 2 ? Promise.reject(new Error('503')) : Promise.resolve()
    })
    expect(errors).toEqual([new Error('503')])
    expect(posted[2]!.facts).toEqual(posted[1]!.facts)
    expect(posted[3]!.facts).not.toEqual(posted[2]!.facts)
  }, slow)
})

describe('the sample district left running', () => {
  let journal: Entry[]
  const end = addDays(today, 18)

  beforeAll(async () => {
    journal = sampleJournal(sourcesFor(today)).map((each, n) => ({ seq: n + 1, ...each }))
    const { posted } = await lived({ from: startOfDay(today), to: startOfDay(end), pace: 25 })
    for (const { at, facts } of posted) {
      for (const fact of facts) journal.push({ seq: journal.length + 1, recordedAt: at, source: { feed: 'sample-live' }, fact })
    }
  }, slow)

  it.each([1, 4, 9, 17])('keeps what is overdue within the band after %i days', (days) => {
    const day = addDays(today, days)
    const before = journal.filter((each) => each.recordedAt < startOfDay(day))
    const { district } = boardOf(before, { day })
    expect(district.overdue).toBeGreaterThanOrEqual(7)
    expect(district.overdue).toBeLessThanOrEqual(20)
    expect(district.onTime.share).toBeGreaterThan(0.94)
  }, slow)
})
