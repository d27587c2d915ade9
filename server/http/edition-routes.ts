import type { Context } from 'hono'
import { editionName, readEditionName } from '../../shared/assessment/edition.ts'
import { findScorePeriod, yearOfPeriod } from '../../shared/assessment/score-periods.ts'
import { lastProposal, refusedWindow, windowEnd } from '../../shared/assessment/settling-rules.ts'
import { must } from '../../shared/must.ts'
import { assessmentYear } from '../../shared/obligations/world.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { AssessedUnit } from '../../shared/assessment/result.ts'
import type { EditionsAnswer, FreezeAnswer, UnitPeriodsAnswer } from '../../shared/wire/edition-answers.ts'
import { stampOf } from '../answers/view.ts'
import { editionFault } from '../assessment/edition-integrity.ts'
import { editionsAnswer, unitPeriodRows } from '../assessment/edition-rows.ts'
import { Freezing } from '../assessment/freezing.ts'
import type { KeptEdition } from '../store/edition.ts'
import { maySeeUnit } from './access.ts'
import { spanOf } from './assessment-routes.ts'
import { jsonBytes } from './ask.ts'
import { readBody } from './body.ts'
import { otherUnit } from './bound-units.ts'
import { auditName } from './caller.ts'
import { freezeBody, windowBody } from './edition-bodies.ts'
import { notFound, refused, RequestRefused } from './errors.ts'
import { addressOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** 核定与封存: windows in which units answer, settling, restating, and how editions differ. */
export function editionRoutes(api: Api, parts: HttpParts): void {
  const { live, store, intake, past } = parts
  const freezing = new Freezing({
    past, intake, live, journal: store.journal, clock: parts.clock, software: parts.version,
    report: error => parts.log.error({ err: error }, 'a freeze has failed'),
  })

  api.get('/api/assessments/:year/editions', c => {
    const { year } = yearIn(c)
    new Query(c.req.queries()).done()
    const world = live.world()
    const first = assessmentYear(world.supervisedFrom, world.scheme)
    const years = Array.from({ length: world.year - first + 1 }, (_, n) => first + n)
    const answer = editionsAnswer(world, { ...stampOf(live), year, years })
    return kept<EditionsAnswer & { readonly freeze: FreezeAnswer | null }>(c, { ...answer, freeze: freezing.underWay(answer.periods.map(({ period }) => period)) ?? null })
  })

  api.post('/api/assessments/:year/windows', async c => {
    const { period } = await readBody(c, windowBody)
    mustBeOfYear(c, period)
    // What is recorded in this very millisecond may still be on its way: units are told what was recorded before it.
    const knownAt = new Date(Date.parse(parts.clock.now()) - 1).toISOString()
    const { answer } = await intake.decide(world => {
      const why = refusedWindow(period, world)
      if (why) throw conflict(why)
      const { last: day } = must(findScorePeriod(period, yearOfPeriod(period, world.scheme), world.scheme), `${period} is a period`)
      const proposal = { period, day, knownAt, until: windowEnd(world) }
      return { settings: [{ kind: 'scoreProposed', effective: day, proposal }], answer: proposal }
    }, by(c))
    return kept(c, answer)
  })

  api.post('/api/assessments/:year/freezes', async c => {
    const { period, restates = 0, reason = '' } = await readBody(c, freezeBody)
    mustBeOfYear(c, period)
    const begun = freezing.begin({ period, restates, reason, ...by(c) })
    if ('code' in begun) throw conflict(begun)
    return c.json<FreezeAnswer>(begun, 202)
  })

  api.get('/api/assessments/:year/freezes/:id', c => kept<FreezeAnswer>(c, found(freezing.find(c.req.param('id')), '这次核定')))

  api.delete('/api/assessments/:year/freezes/:id', c => {
    const freeze = found(freezing.find(c.req.param('id')), '这次核定')
    if (!freezing.cancel(freeze.id)) throw refused(409, 'too-late', freeze.state === 'running' ? '已开始写入，不能取消。' : '这次核定已经结束，不能取消。')
    return kept<FreezeAnswer>(c, found(freezing.find(freeze.id), '这次核定'))
  })

  api.get('/api/assessments/:year/editions/:n', c => {
    const edition = editionIn(c)
    // Megabytes of canonical JSON as they are: read and written again they would hold the main thread.
    return c.body(`{"body":${edition.body},"sha256":"${edition.sha256}"}`, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' })
  })

  api.get('/api/assessments/:year/editions/:n/differences', async c => {
    const { year } = yearIn(c)
    const query = new Query(c.req.queries())
    const other = query.text('with')
    query.done()
    const { period, edition } = editionIn(c)
    const named = other === undefined ? null : readEditionName(other, year)
    if (named === undefined || (named !== null && store.editions.find(named.period, named.edition) === undefined)) throw notFound('要对比的版次')
    const { day } = found(live.world().settlements.find(each => each.period === period && each.edition === edition), '这一版')
    const bytes = await past.ask({ day, knownAt: null }, { ask: 'editionDifferences', of: { period, edition }, with: named }, live.revision)
    return jsonBytes(c, must(bytes, `edition ${editionName({ period, edition })} is kept`))
  })

  api.get('/api/units/:id/settled-scores', async c => {
    const unit = c.req.param('id')
    if (!maySeeUnit(c.var.caller, unit)) throw otherUnit()
    new Query(c.req.queries()).done()
    const world = live.world()
    if (!world.units.has(unit)) throw notFound(`编号为“${unit}”的单位`)
    const periods = unitPeriodRows(unit, world)
    const open = periods.find(({ state }) => state === 'open') ?? periods.find(({ state }) => state === 'waiting')
    const told = open && lastProposal(open.period, world)
    const bytes = told && await past.ask({ day: told.day, knownAt: told.knownAt }, { ask: 'assessedUnit', unit }, live.revision)
    const proposed = told && bytes ? { period: told.period, day: told.day, knownAt: told.knownAt, line: JSON.parse(bytes.toString()) as AssessedUnit } : null
    return kept<UnitPeriodsAnswer>(c, { ...stampOf(live), unit, periods, proposed })
  })

  function yearIn(c: Context<HttpEnv>): { readonly year: number } {
    return spanOf(parts, c.req.param('year') ?? '')
  }

  function mustBeOfYear(c: Context<HttpEnv>, period: string): void {
    const { year } = yearIn(c)
    if (findScorePeriod(period, year, live.world().scheme) === undefined) throw refused(400, 'bad-period', `${period} 不属于 ${year} 考核年度。`)
  }

  function editionIn(c: Context<HttpEnv>) {
    const { year } = yearIn(c)
    const named = readEditionName(c.req.param('n') ?? '', year)
    const edition = named && yearOfPeriod(named.period, live.world().scheme) === year ? store.editions.find(named.period, named.edition) : undefined
    return sound(found(edition, '这一版'))
  }

  /** What is handed out is what was settled. */
  function sound(edition: KeptEdition): KeptEdition {
    const settled = live.world().settlements.find(each => each.period === edition.period && each.edition === edition.edition)
    const fault = editionFault(edition, found(settled, '这一版'))
    if (fault === undefined) return edition
    parts.log.error({ edition: editionName(edition) }, 'an edition is not what was settled')
    throw refused(500, 'edition-damaged', fault)
  }

  function by(c: Context<HttpEnv>) {
    const request = { who: auditName(c.var.caller), from: addressOf(c, parts) }
    return { source: { feed: 'desk', account: request.who.replace('account:', '') }, request }
  }
}

function conflict({ code, field, message }: Refusal): RequestRefused {
  return new RequestRefused(409, code, { message, issues: [{ code, field, message }] })
}

function found<T>(what: T | undefined, name: string): T {
  if (what === undefined) throw notFound(name)
  return what
}

function kept<T extends object>(c: Context<HttpEnv>, answer: T): Response {
  return c.json(answer as object, 200, { 'cache-control': 'private, no-store' })
}
