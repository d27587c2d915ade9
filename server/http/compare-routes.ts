import { must } from '../../shared/must.ts'
import { endOfDay } from '../../shared/time/day.ts'
import { knownAtIn } from './as-known-query.ts'
import { jsonBytes } from './ask.ts'
import type { Api, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** GET /api/compare: who moved between two days, and why. Both days are judged in the worker of the past. */
export function compareRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/compare', async c => {
    const query = new Query(c.req.queries())
    const today = parts.live.day
    const knownAt = knownAtIn(query, parts.clock.now())
    const [from, to = today] = [query.day('from'), query.day('to')]
    const knownThen = query.one('known', ['then', 'now']) === 'then'
    const units = query.list('unit')
    if (from === undefined) query.fault('from', '请给出起始日，如 from=2026-01-31。')
    else if (from > to) query.fault('from', `起始日不能晚于截止日（${to}）。`)
    if (to > today) query.fault('to', `截止日不能晚于今天（${today}）。`)
    query.done()
    const knownOn = (day: string) => ({ day, knownAt: knownThen && day < today ? endOfDay(day) : knownAt })
    const question = { ask: 'compare', from: knownOn(from ?? to), ...(units && { units }), knownThen } as const
    return jsonBytes(c, must(await parts.past.ask(knownOn(to), question, parts.live.revision), 'two days can always be compared'))
  })
}
