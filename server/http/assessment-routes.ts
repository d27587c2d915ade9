import { yearSpan } from '../../shared/obligations/world.ts'
import { asKnownIn } from './as-known-query.ts'
import { answerBytes, jsonBytes } from './ask.ts'
import { notFound } from './errors.ts'
import type { Api, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** GET /api/assessments/:year: the whole assessment as of a day of its year, as known at an instant. */
export function assessmentRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/assessments/:year', async c => {
    const { from, to } = spanOf(parts, c.req.param('year'))
    const today = parts.live.day
    const query = new Query(c.req.queries())
    const last = to < today ? to : today
    const asOf = query.day('asOf') ?? last
    if (asOf < from || asOf > last) query.fault('asOf', `截至日应在 ${from} 和 ${last} 之间。`)
    const known = asKnownIn(query, { today, now: parts.clock.now() })
    query.done()
    const at = known ?? { day: asOf, knownAt: null }
    const question = { ask: 'assessment' } as const
    const isNow = asOf === today && at.knownAt === null
    return jsonBytes(c, await answerBytes(parts, { at: isNow ? null : { day: asOf, knownAt: at.knownAt }, question, what: '考核年度' }))
  })
}

/** The span of an assessment year that has begun and is supervised; 404 for any other. */
export function spanOf({ live }: Pick<HttpParts, 'live'>, year: string): { readonly year: number; readonly from: string; readonly to: string } {
  const world = live.world()
  const span = /^\d{4}$/.test(year) ? yearSpan(+year, world.scheme) : undefined
  if (span === undefined || span.from > live.day || span.to < world.supervisedFrom) throw notFound(`考核年度 ${year.slice(0, 20)}`)
  return { year: +year, ...span }
}
