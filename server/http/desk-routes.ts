import type { Context } from 'hono'
import type { Question } from '../answers/question.ts'
import { templateTable } from '../answers/fill-template.ts'
import { isFactKind } from '../../shared/facts/fact-fields.ts'
import { yearOf } from '../../shared/time/day.ts'
import { maySeeUnit } from './access.ts'
import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { otherUnit } from './bound-units.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import type { Query } from './query.ts'

const MOST_RECORDS = 200
const PAPERS_SINCE = '1949-10-01'

/** What the desk (填报台) asks: rows to report under, due days before they are registered, its own records, 月度关账. */
export function deskRoutes(api: Api, parts: HttpParts): void {
  async function answerAbout(c: Context<HttpEnv>, questionOf: (unit: string, query: Query) => Question): Promise<Response> {
    const { query, at } = askedOf(c, parts)
    const unit = c.req.param('id') ?? ''
    if (!maySeeUnit(c.var.caller, unit)) throw otherUnit()
    const question = questionOf(unit, query)
    query.done()
    return jsonBytes(c, await answerBytes(parts, { at, question, what: `编号为“${unit}”的单位或所问的事项` }))
  }

  api.get('/api/units/:id/fill-rows', c => answerAbout(c, unit => ({ ask: 'fillRows', unit })))
  api.get('/api/units/:id/due', c => answerAbout(c, (unit, query) => {
    const [item, day] = [query.text('item'), query.day('day')]
    // No paper is older than the state, and no day counts working days through the ages.
    if (day !== undefined && (day < PAPERS_SINCE || day > parts.live.day)) query.fault('day', `应在 ${PAPERS_SINCE} 和今天（${parts.live.day}）之间。`)
    return { ask: 'due', asked: { unit, ...(item !== undefined && { item }), ...(day !== undefined && { day }) } }
  }))
  api.get('/api/units/:id/records', c => answerAbout(c, (unit, query) => ({ ask: 'deskRecords', asked: { unit, ...recordsIn(query) } })))
  api.get('/api/units/:id/register', c => answerAbout(c, (unit, query) => ({ ask: 'register', asked: { unit, year: yearIn(query, parts) } })))

  api.get('/api/register', async c => {
    const { query, at } = askedOf(c, parts)
    const year = yearIn(query, parts)
    query.done()
    return jsonBytes(c, await answerBytes(parts, { at, question: { ask: 'registers', year }, what: '月度关账' }))
  })

  api.get('/api/templates/facts.xlsx', async c => c.body(await parts.tables.write(templateTable, 'xlsx'), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="facts.xlsx"; filename*=UTF-8''${encodeURIComponent('填报模板.xlsx')}`,
  }))
}

function recordsIn(query: Query) {
  const kinds = query.list('kind')
  for (const kind of kinds ?? []) if (!isFactKind(kind)) query.fault('kind', `“${kind.slice(0, 40)}”不是记录的类别。`)
  const [keys, q] = [query.list('key'), query.text('q')]
  return {
    ...(kinds && { kinds: kinds.filter(isFactKind) }), ...(keys && { keys }), ...(q !== undefined && { q }),
    offset: query.number('offset', { least: 0, most: 999_999, absent: 0 }), limit: query.number('limit', { least: 1, most: MOST_RECORDS, absent: 50 }),
  }
}

/** A calendar year; this one when not asked for. */
export function yearIn(query: Query, { live }: Pick<HttpParts, 'live'>): number {
  const years = query.years('year')
  if (years && years.length > 1) query.fault('year', '只能给一个值。')
  return years?.[0] ?? yearOf(live.day)
}
