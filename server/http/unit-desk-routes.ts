import type { Context } from 'hono'
import { projectionOf } from '../../shared/measures/projection.ts'
import { monthEndsBefore } from '../../shared/measures/trend.ts'
import type { UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { UnitThen } from '../../shared/measures/unit-changes.ts'
import { must } from '../../shared/must.ts'
import { dayOf, type Instant } from '../../shared/time/day.ts'
import type { ProjectionAnswer, UnitTrendAnswer } from '../../shared/wire/unit-answers.ts'
import type { EntriesSince } from '../answers/entries-since.ts'
import { firstLookAnswer, LISTED_CHANGES, unitChangesAnswer } from '../answers/unit-changes.ts'
import type { UnitMoved } from '../answers/unit-desk.ts'
import { verdictEvents } from '../answers/verdicts.ts'
import { stampOf } from '../answers/view.ts'
import { readKnownAt } from '../past/as-known.ts'
import { Trend } from '../past/trend.ts'
import { maySeeUnit } from './access.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { projectionBody, lookedBody } from './bodies.ts'
import { readBody } from './body.ts'
import { otherUnit } from './bound-units.ts'
import type { Person } from './caller.ts'
import { notFound } from './errors.ts'
import { auditOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

const TREND_MONTHS = 12
/** How long an answer waits for month ends that are being judged. */
const PATIENCE = 1_500

/** What a unit's people work with beside its figures: 待办, 走势, 试算, 上次查看以来. */
export function unitDeskRoutes(api: Api, parts: HttpParts): void {
  const trend = new Trend<UnitTrendPoint>(parts.past, error => parts.log.error({ err: error }, 'a unit trend could not be counted'))

  function unitOf(c: Context<HttpEnv>): string {
    const unit = c.req.param('id') ?? ''
    if (!maySeeUnit(c.var.caller, unit)) throw otherUnit()
    return unit
  }

  const what = (unit: string) => `编号为“${unit}”的单位`
  function mustExist(unit: string): void {
    if (!parts.live.world().units.has(unit)) throw notFound(what(unit))
  }

  api.get('/api/units/:id/todo', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    const unit = unitOf(c)
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'todo', unit }, what: what(unit) }))
  })

  api.get('/api/units/:id/trend', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    const unit = unitOf(c)
    const world = parts.live.world()
    const { day, knownAt } = at ?? { day: parts.live.day, knownAt: null }
    const { revision } = parts.live
    const moved = JSON.parse((await answerBytes(parts, { at, question: { ask: 'unitMoved', unit }, what: what(unit) })).toString()) as UnitMoved
    const days = monthEndsBefore(day, TREND_MONTHS, world.supervisedFrom)
    const verdicts = must(await parts.past.ask({ day, knownAt }, { ask: 'verdicts', unit }, revision), 'a journal can always be read')
    const { points, missing } = await trend.points({ days, knownAt, revision, question: { ask: 'unitPoint', unit } }, PATIENCE)
    const told = verdictEvents(JSON.parse(verdicts.toString()) as readonly RecordedFact[], { year: moved.today.year, items: world.items })
    const events = [...moved.events, ...told].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    const answer: UnitTrendAnswer = { ...stampOf(parts.live), asOf: day, knownAt, unit, points: [...points, moved.today], missing, events }
    return c.json(answer, 200, { 'cache-control': 'private, no-store' })
  })

  api.post('/api/units/:id/what-if', async c => {
    const unit = unitOf(c)
    const { obligations = [], items = [] } = await readBody(c, projectionBody)
    const projection = projectionOf(unit, { obligations, items }, { parts: parts.live.parts(), world: parts.live.world() })
    if (!projection) throw notFound(what(unit))
    const answer: ProjectionAnswer = { ...stampOf(parts.live), projection }
    return c.json(answer, 200, { 'cache-control': 'private, no-store' })
  })

  api.get('/api/units/:id/changes', async c => {
    const query = new Query(c.req.queries())
    const given = sinceIn(query, parts.clock.now())
    query.done()
    const unit = unitOf(c)
    mustExist(unit)
    const since = given ?? await parts.store.looks.findSince({ account: personOf(c).account.id, unit })
    if (since === undefined) return c.json(firstLookAnswer(parts.live, unit), 200, { 'cache-control': 'private, no-store' })
    const { revision } = parts.live
    const then = await parsed<UnitThen>(parts.past.ask({ day: dayOf(since), knownAt: since }, { ask: 'unitThen', unit }, revision))
    const question = { ask: 'entriesSince', unit, seq: then.revision, limit: LISTED_CHANGES } as const
    const recorded = await parsed<EntriesSince>(parts.past.ask({ day: parts.live.day, knownAt: null }, question, revision))
    const names = await namesOf(recorded)
    return c.json(unitChangesAnswer(parts.live, unit, { since, then, recorded, names }), 200, { 'cache-control': 'private, no-store' })
  })

  api.post('/api/units/:id/looked', async c => {
    const unit = unitOf(c)
    const { done = false } = await readBody(c, lookedBody)
    mustExist(unit)
    const audit = auditOf(c, parts, { act: 'unit-looked-at', about: unit, detail: { done } })
    await parts.store.looks.look({ account: personOf(c).account.id, unit, done }, audit)
    return c.body(null, 204)
  })

  /** People by login, of those who entered something. */
  async function namesOf({ entries }: EntriesSince): Promise<ReadonlyMap<string, string>> {
    const logins = new Set(entries.flatMap(({ source }) => source.account ?? []))
    const found = await Promise.all([...logins].map(login => parts.store.accounts.findByLogin(login)))
    return new Map(found.flatMap(account => (account ? [[account.login, account.name] as const] : [])))
  }
}

async function parsed<T>(bytes: Promise<Buffer<ArrayBuffer> | null>): Promise<T> {
  return JSON.parse(must(await bytes, 'a day that was can be judged').toString()) as T
}

function sinceIn(query: Query, now: Instant): Instant | undefined {
  const given = query.text('since')
  if (given === undefined) return undefined
  const since = readKnownAt(given)
  if (since === undefined) query.fault('since', '应为日期（2026-01-31，指当日结束时）或带时区的时刻（2026-01-31T09:00:00+08:00）。')
  return since !== undefined && since > now ? now : since
}

/** The route table lets people only. */
function personOf(c: Context<HttpEnv>): Person {
  const { caller } = c.var
  if (caller.kind !== 'person') throw new Error('invariant broken: the route table lets people only')
  return caller
}
