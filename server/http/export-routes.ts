import type { Context } from 'hono'
import { filterWords } from '../answers/filter-words.ts'
import { findingFilterWords } from '../answers/finding-columns.ts'
import { columnNames, tableOf, type TableAsked, type TableName } from '../answers/tables.ts'
import type { TableFormat } from '../documents/table-writer.ts'
import { must } from '../../shared/must.ts'
import { boundUnit } from './access.ts'
import { askedOf, type Asked } from './ask.ts'
import { unitsWithin } from './bound-units.ts'
import { yearIn } from './desk-routes.ts'
import { findingFilterIn } from './finding-query.ts'
import { dutyFilterIn } from './duty-routes.ts'
import { encodedName } from './file-headers.ts'
import { obligationFilterIn } from './obligation-query.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import type { Query } from './query.ts'

const tables: readonly TableName[] = ['obligations', 'units', 'duties', 'responsibilities', 'register', 'findings']
const formats: readonly TableFormat[] = ['xlsx', 'csv']

const types: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8',
}

const titles: Readonly<Record<TableName, string>> = { obligations: '应公开信息', units: '各单位公开情况', duties: '公开责任', responsibilities: '责任清单（认领确认表）', register: '月度关账与文号', findings: '问题整改情况' }

/** GET /api/exports/…: what a list shows, whole, as a file; under the same filters and the same rules of who sees what. */
export function exportRoutes(api: Api, parts: HttpParts): void {
  async function file(c: Context<HttpEnv>, table: TableName, format: TableFormat): Promise<Response> {
    const asked = askedOf(c, parts)
    const question = questionIn({ c, parts, table, query: asked.query })
    asked.query.done()
    const bytes = await bytesOf(parts, { asked, question, format })
    const day = asked.at?.day ?? parts.live.day
    const name = `${parts.live.world().district}${titles[table]}（截至${day}）.${format}`
    return c.body(bytes, 200, {
      'content-type': types[format], 'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${table}-${day}.${format}"; filename*=UTF-8''${encodedName(name)}`,
    })
  }

  for (const table of tables) for (const format of formats) api.get(`/api/exports/${table}.${format}`, c => file(c, table, format))
}

interface AskedTable {
  readonly c: Context<HttpEnv>
  readonly parts: HttpParts
  readonly table: TableName
  readonly query: Query
}

function questionIn({ c, parts, table, query }: AskedTable): TableAsked {
  const names = columnNames(table)
  const columns = query.oneOf('columns', names) ?? names
  const at = parts.clock.now()
  const world = parts.live.world()
  switch (table) {
    case 'obligations': {
      const { limit: _limit, cursor: _cursor, offset: _offset, ...asked } = obligationFilterIn(query)
      for (const name of ['limit', 'cursor', 'offset']) if (c.req.query(name) !== undefined) query.fault(name, '下载总是给出全部，不分页。')
      const filter = { ...asked, ...unitsWithin(c.var.caller, asked.unit) }
      return { table, columns, filter, made: { at, filters: filterWords(filter, world) } }
    }
    case 'responsibilities':
    case 'duties': {
      const asked = dutyFilterIn(query)
      const filter = { ...asked, ...unitsWithin(c.var.caller, asked.unit) }
      return { table, columns, filter, made: { at, filters: filterWords(filter, world) } }
    }
    case 'register': return { table, columns, year: yearIn(query, parts), made: { at, filters: [] } }
    case 'findings': {
      const asked = findingFilterIn(query)
      const filter = { ...asked, ...unitsWithin(c.var.caller, asked.unit) }
      return { table, columns, filter, made: { at, filters: findingFilterWords(filter, world) } }
    }
    case 'units': {
      unitsWithin(c.var.caller, query.list('unit'))
      return { table, columns, only: boundUnit(c.var.caller), made: { at, filters: [] } }
    }
  }
}

interface AskedFile {
  readonly asked: Asked
  readonly question: TableAsked
  readonly format: TableFormat
}

async function bytesOf(parts: HttpParts, { asked, question, format }: AskedFile): Promise<Uint8Array<ArrayBuffer>> {
  if (asked.at === null) return parts.tables.write(tableOf(parts.live, question), format)
  const json = await parts.past.ask(asked.at, { ask: 'table', asked: question }, parts.live.revision)
  return parts.tables.writeWhole(must(json, 'every day has its tables'), format)
}
