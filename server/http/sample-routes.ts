import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { BLIND_PER_UNIT, defaultSampleRules } from '../../shared/assessment/sample-draw.ts'
import { redrawOf, type DrawnFrame } from '../../shared/assessment/redraw.ts'
import { findScorePeriod } from '../../shared/assessment/score-periods.ts'
import type { DrawnSample } from '../../shared/facts/assessment-settings.ts'
import { isScored } from '../../shared/measures/scored-unit.ts'
import { must } from '../../shared/must.ts'
import type { Day, Instant } from '../../shared/time/day.ts'
import type { FrozenFrame, RedrawAnswer, SampleDrawn, SamplesAnswer, SpottedMatches } from '../../shared/wire/sample-answers.ts'
import { stampOf } from '../answers/view.ts'
import { openObligationIndex } from '../assessment/obligation-index.ts'
import { samplePiece } from '../assessment/sample-piece.ts'
import { sampleAnswer, samplesOfYear, sampleSummary, type ToldSample } from '../assessment/sample-rows.ts'
import type { FrameCounted, SamplingAsked } from '../assessment/sampling.ts'
import { spottedMatches } from '../assessment/spotted-match.ts'
import { readBody } from './body.ts'
import { auditName } from './caller.ts'
import { notFound, refused } from './errors.ts'
import { encodedName } from './file-headers.ts'
import { addressOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'
import { drawBody, frameBody } from './sample-bodies.ts'

const fresh = { 'cache-control': 'private, no-store' }

/** 抽样: a frame frozen first, a draw from it with a seed, the pieces to look over, and the same draw made again. */
export function sampleRoutes(api: Api, parts: HttpParts): void {
  const { live, past, clock, intake, store } = parts
  const obligations = openObligationIndex(live)
  const rows = { live, obligations, attachments: store.attachments }
  const base = '/api/assessments/:year/samples'

  async function sampled<T>(at: { readonly day: Day; readonly knownAt: Instant }, asked: SamplingAsked): Promise<T> {
    const bytes = must(await past.ask(at, { ask: 'sampling', asked }, live.revision) ?? undefined, 'a frame has an answer for every day')
    return JSON.parse(bytes.toString('utf8')) as T
  }

  function sampleIn(c: Context<HttpEnv>): ToldSample {
    const found = samplesOfYear(live.world(), yearIn(c)).find(({ id }) => id === c.req.param('id'))
    if (!found) throw notFound('这次抽样')
    return found
  }

  /** The day is one of the assessment year and not to come; units exist and are scored. */
  function scopeIn(c: Context<HttpEnv>, { day, units = '*' }: { readonly day: Day; readonly units?: '*' | readonly string[] | undefined }): { day: Day; units: DrawnSample['units'] } {
    const { first, last } = daysOf(yearIn(c))
    if (day < first || day > last) throw refused(400, 'bad-day', `总体的截至日应在考核年度内（${first}至${last}），且不晚于今天。`)
    const world = live.world()
    const unknown = units === '*' ? undefined : units.find(id => { const unit = world.units.get(id); return !unit || !isScored(unit, { day }) })
    if (unknown !== undefined) throw refused(400, 'unknown-unit', `“${unknown}”不是计分单位，请从名单中选择。`)
    return { day, units }
  }

  function daysOf(year: number): { readonly first: Day; readonly last: Day } {
    const { first, last } = must(findScorePeriod(String(year), year, live.world().scheme), 'a year is a period of itself')
    return { first, last: last < live.day ? last : live.day }
  }

  api.get(base, c => {
    new Query(c.req.queries()).done()
    const year = yearIn(c)
    const world = live.world()
    const days = daysOf(year)
    const units = [...world.units.values()].filter(unit => isScored(unit, { day: days.last })).map(({ id, shortName }) => ({ id, name: shortName }))
    return c.json<SamplesAnswer>({
      ...stampOf(live), year, samples: samplesOfYear(world, year).map(each => sampleSummary(each, world)).reverse(),
      offer: { ...days, rules: defaultSampleRules, units }, blindPerUnit: BLIND_PER_UNIT,
    }, 200, fresh)
  })

  api.post(`${base}/frame`, async c => {
    const { day, units } = scopeIn(c, await readBody(c, frameBody))
    // What is recorded in this very millisecond may still be on its way: the frame knows what was recorded before it.
    const knownAt = new Date(Date.parse(clock.now()) - 1).toISOString()
    const counted = await sampled<FrameCounted>({ day, knownAt }, { want: 'frame', units, rules: defaultSampleRules })
    await store.audit.append({ who: auditName(c.var.caller), act: 'sampling-frame-frozen', about: counted.frame.sha256, from: addressOf(c, parts), detail: { day, knownAt, size: counted.frame.size } })
    return c.json<FrozenFrame>({ day, knownAt, ...counted }, 200, fresh)
  })

  api.post(base, async c => {
    const year = yearIn(c)
    const { knownAt, sha256, seed = randomUUID(), ...scope } = await readBody(c, drawBody)
    const { day, units } = scopeIn(c, scope)
    if (knownAt >= clock.now()) throw refused(400, 'not-frozen', '总体尚未固定，请先固定总体再抽取。')
    const rules = defaultSampleRules
    const { frame, pieces } = await sampled<DrawnFrame>({ day, knownAt }, { want: 'draw', units, rules, seed })
    if (frame.sha256 !== sha256) throw refused(409, 'other-frame', '按这一截至日和掌握时刻再算，总体的指纹与固定时不同，没有抽取；请重新固定总体。')
    if (frame.size === 0) throw refused(400, 'empty-frame', '总体里没有已到期的应公开信息，不能抽样；请换截至日或单位。')
    const request = { who: auditName(c.var.caller), from: addressOf(c, parts) }
    const { revision, answer: id } = await intake.decide(world => {
      const made = `${year}-${samplesOfYear(world, year).length + 1}`
      const sample: DrawnSample = { id: made, year, day, knownAt, seed, rules, units, frame, pieces }
      // Of the day its frame is of: who looks back at that day, as known now, finds the sample.
      return { settings: [{ kind: 'sampleDrawn', effective: sample.day, sample }], answer: made }
    }, { source: { feed: 'desk', account: request.who.replace('account:', '') }, request })
    return c.json<SampleDrawn>({ id, revision })
  })

  api.get(`${base}/:id`, c => {
    new Query(c.req.queries()).done()
    return c.json(sampleAnswer(rows, sampleIn(c)), 200, fresh)
  })

  api.get(`${base}/:id/redraw`, async c => {
    new Query(c.req.queries()).done()
    const sample = sampleIn(c)
    const { day, knownAt, units, rules, seed } = sample
    const again = await sampled<DrawnFrame>({ day, knownAt }, { want: 'draw', units, rules, seed })
    return c.json<RedrawAnswer>({ sample: sample.id, ...redrawOf(sample, again) }, 200, fresh)
  })

  api.get(`${base}/:id/frame.txt`, async c => {
    new Query(c.req.queries()).done()
    const { id, day, knownAt, units } = sampleIn(c)
    const { text } = await sampled<{ text: string }>({ day, knownAt }, { want: 'text', units })
    return c.body(text, 200, {
      ...fresh, 'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="frame-${id}.txt"; filename*=UTF-8''${encodedName(`抽样总体${id}.txt`)}`,
    })
  })

  api.get(`${base}/:id/pieces/:n`, c => {
    new Query(c.req.queries()).done()
    const n = c.req.param('n')
    const found = /^\d{1,6}$/.test(n) ? samplePiece(rows, sampleIn(c), Number(n)) : undefined
    if (!found) throw notFound('这一件')
    return c.json(found, 200, fresh)
  })

  api.get(`${base}/:id/matches`, c => {
    const query = new Query(c.req.queries())
    const asked = { unit: query.text('unit') ?? '', url: query.text('url', 2000), docNumber: query.text('docNumber') }
    query.done()
    sampleIn(c)
    return c.json<SpottedMatches>({ ...stampOf(live), matches: spottedMatches(live, asked) }, 200, fresh)
  })
}

function yearIn(c: Context<HttpEnv>): number {
  const given = c.req.param('year') ?? ''
  if (!/^20\d\d$/.test(given)) throw notFound('这个考核年度')
  return Number(given)
}
