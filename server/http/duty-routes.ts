import type { DutyFilter } from '../answers/duties.ts'
import type { Api, HttpParts } from './parts.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { unitsWithin } from './bound-units.ts'
import type { Query } from './query.ts'

const cadences = ['standing', 'slots', 'asFormed', 'dynamic', 'followUp'] as const

/** 公开责任: what the coverage rate opens into. */
export function dutyRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/duties', async c => {
    const { query, at } = askedOf(c, parts)
    const filter = dutyFilterIn(query)
    query.done()
    const units = unitsWithin(c.var.caller, filter.unit)
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'duties', filter: { ...filter, ...units } }, what: '公开责任' }))
  })
}

export function dutyFilterIn(query: Query): DutyFilter {
  const [unit, item, category] = [query.list('unit'), query.list('item'), query.list('category')]
  const cadence = query.oneOf('cadence', cadences)
  const covered = query.one('covered', ['1', '0', 'true', 'false'])
  return {
    ...(unit && { unit }),
    ...(item && { item }),
    ...(category && { category }),
    ...(cadence && { cadence }),
    ...(covered && { covered: covered === '1' || covered === 'true' }),
  }
}
