import type { DutyFilter, DutyWindow } from '../answers/duties.ts'
import type { Api, HttpParts } from './parts.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { unitsWithin } from './bound-units.ts'
import { leafIn, MOST_ROWS, places } from './obligation-query.ts'
import type { Query } from './query.ts'

const states = ['proposed', 'claimed', 'objected', 'notApplicable'] as const
const cadences = ['standing', 'slots', 'asFormed', 'dynamic', 'followUp'] as const

/** 公开责任: what the coverage rate opens into. */
export function dutyRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/duties', async c => {
    const { query, at } = askedOf(c, parts)
    const filter = dutyFilterIn(query)
    const within = windowIn(query)
    query.done()
    const units = unitsWithin(c.var.caller, filter.unit)
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'duties', filter: { ...filter, ...units }, within }, what: '公开责任' }))
  })
}

export function dutyFilterIn(query: Query): DutyFilter {
  const [unit, item, category] = [query.list('unit'), query.list('item'), query.list('category')]
  const cadence = query.oneOf('cadence', cadences)
  const state = query.oneOf('state', states)
  const leaf = leafIn(query)
  const [applicable, covered] = [yesOrNo(query, 'applicable'), yesOrNo(query, 'covered')]
  return {
    ...(unit && { unit }),
    ...(item && { item }),
    ...(category && { category }),
    ...(cadence && { cadence }),
    ...(state && { state }),
    ...(leaf !== undefined && { leaf }),
    ...(applicable !== undefined && { applicable }),
    ...(covered !== undefined && { covered }),
  }
}

function yesOrNo(query: Query, name: string): boolean | undefined {
  const said = query.one(name, ['1', '0', 'true', 'false'])
  return said === undefined ? undefined : said === '1' || said === 'true'
}

function windowIn(query: Query): DutyWindow {
  const offset = query.number('offset', { ...places, absent: 0 })
  return query.text('limit') === undefined ? { offset } : { offset, limit: query.number('limit', { least: 1, most: MOST_ROWS, absent: MOST_ROWS }) }
}
