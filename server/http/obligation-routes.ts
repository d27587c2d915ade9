import { boundUnit } from './access.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { otherUnit, unitsWithin } from './bound-units.ts'
import { RequestRefused } from './errors.ts'
import { obligationFilterIn } from './obligation-query.ts'
import type { Api, HttpParts } from './parts.ts'

/** 应公开信息: the list with its filters, and one with evidence, facts and deadline proof. */
export function obligationRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/obligations', async c => {
    const { query, at } = askedOf(c, parts)
    const filter = obligationFilterIn(query)
    query.done()
    const units = unitsWithin(c.var.caller, filter.unit)
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'obligations', filter: { ...filter, ...units } }, what: '应公开信息' }))
  })

  api.get('/api/obligations/:id', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    const id = c.req.param('id')
    const only = boundUnit(c.var.caller)
    const wanted = { at, question: { ask: 'obligation', id, only }, what: '这件应公开信息' } as const
    const bytes = await answerBytes(parts, wanted).catch((error: unknown) => {
      // Ids begin with the unit: another unit's is refused as such, whether or not there is one.
      const isMissing = error instanceof RequestRefused && error.status === 404
      throw isMissing && only !== null && id.split('|')[0] !== only ? otherUnit() : error
    })
    return jsonBytes(c, bytes)
  })
}
