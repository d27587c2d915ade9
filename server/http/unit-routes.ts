import type { Context } from 'hono'
import type { Question } from '../answers/question.ts'
import { boundUnit, maySeeUnit } from './access.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { otherUnit } from './bound-units.ts'

/** Units, one unit with its score's working, its forecast and its gap plan (提分清单). */
export function unitRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/units', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'units', only: boundUnit(c.var.caller) }, what: '单位' }))
  })

  async function answerAbout(c: Context<HttpEnv>, questionOf: (unit: string) => Question): Promise<Response> {
    const { query, at } = askedOf(c, parts)
    query.done()
    const unit = c.req.param('id') ?? ''
    if (!maySeeUnit(c.var.caller, unit)) throw otherUnit()
    return jsonBytes(c, await answerBytes(parts, { at, question: questionOf(unit), what: `编号为“${unit}”的单位` }))
  }

  api.get('/api/units/:id', c => answerAbout(c, unit => ({ ask: 'unit', unit })))
  api.get('/api/units/:id/forecast', c => answerAbout(c, unit => ({ ask: 'forecast', unit })))
  api.get('/api/units/:id/gap-plan', c => answerAbout(c, unit => ({ ask: 'gapPlan', unit })))
}
