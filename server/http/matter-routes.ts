import type { Context } from 'hono'
import type { TableFormat } from '../documents/table-writer.ts'
import { matterKinds } from '../../shared/obligations/matter.ts'
import type { MatterAnswer, WhatIfFactsAnswer } from '../../shared/wire/matter-answers.ts'
import { unitNameOf } from '../answers/obligations.ts'
import { stampOf } from '../answers/view.ts'
import { openMatterBook } from '../matters/matter-book.ts'
import { matterEffect } from '../matters/matter-effect.ts'
import { matterPage, matterRow, mattersFound, type MatterFilter } from '../matters/matter-rows.ts'
import { matterKindWords, matterTable } from '../matters/matter-table.ts'
import { whatIf } from '../past/what-if.ts'
import { boundUnit } from './access.ts'
import { whatIfFactsBody } from './bodies.ts'
import { readBody } from './body.ts'
import { otherUnit, unitsWithin } from './bound-units.ts'
import { notFound, refused } from './errors.ts'
import { sourceOf } from './fact-routes.ts'
import { encodedName } from './file-headers.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

const types: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8',
}

/** 申诉、延期申请、更正待核: the list, one with what its answer did, the list as a file, and what an answer would do. */
export function matterRoutes(api: Api, parts: HttpParts): void {
  const { live, store, clock } = parts
  const book = openMatterBook({ live, journal: store.journal })
  const rows = { live, attachments: store.attachments }

  api.get('/api/matters', c => {
    const query = new Query(c.req.queries())
    const filter = filterIn(query)
    const offset = query.number('offset', { least: 0, most: 999_999, absent: 0 })
    const limit = query.number('limit', { least: 1, most: 500, absent: 100 })
    query.done()
    return c.json(matterPage(rows, book(), { filter: { ...filter, ...unitsWithin(c.var.caller, filter.unit) }, offset, limit }), 200, { 'cache-control': 'private, no-store' })
  })

  api.get('/api/matters/:id', async c => {
    new Query(c.req.queries()).done()
    const found = book()
    const matter = found.matters.find(each => String(each.id) === c.req.param('id'))
    const own = boundUnit(c.var.caller)
    if (matter === undefined) throw notFound('这件申诉或申请')
    if (own !== null && matter.unit !== own) throw otherUnit()
    const answer: MatterAnswer = { ...stampOf(live), matter: matterRow(rows, found, matter), effect: await matterEffect(parts, matter) }
    return c.json(answer, 200, { 'cache-control': 'private, no-store' })
  })

  api.post('/api/what-if', async c => {
    const { facts } = await readBody(c, whatIfFactsBody)
    const source = sourceOf(c.var.caller)
    const read = await parts.intake.read(facts, source)
    const units = new Set(read.facts.map(fact => fact.unit))
    const [unit] = units
    if (units.size > 1) throw refused(400, 'several-units', '一次只能试算一个单位的记录，请分开试算。')
    if (read.refused > 0 || unit === undefined) return c.json<WhatIfFactsAnswer>({ refusals: read.refusals, effect: null })
    const { scope: _scope, ...said } = source
    const effect = await whatIf(parts, { unit, entries: read.facts.map(fact => ({ source: said, fact })) })
    return c.json<WhatIfFactsAnswer>({ refusals: [], effect })
  })

  async function file(c: Context<HttpEnv>, format: TableFormat): Promise<Response> {
    const query = new Query(c.req.queries())
    const filter = filterIn(query)
    query.done()
    const asked = { ...filter, ...unitsWithin(c.var.caller, filter.unit) }
    const found = book()
    const table = matterTable(live, mattersFound(found, asked).map(each => matterRow(rows, found, each)), { at: clock.now(), filters: wordsOf(asked) })
    const name = `${live.world().district}申诉与申请（截至${live.day}）.${format}`
    return c.body(await parts.tables.write(table, format), 200, {
      'content-type': types[format], 'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="matters-${live.day}.${format}"; filename*=UTF-8''${encodedName(name)}`,
    })
  }
  for (const format of ['xlsx', 'csv'] as const) api.get(`/api/exports/matters.${format}`, c => file(c, format))

  function wordsOf({ unit, kind, open, late }: MatterFilter): readonly string[] {
    return [
      ...(unit ? [`单位：${unit.map(id => unitNameOf(live.world(), id)).join('、')}`] : []),
      ...(kind ? [`类别：${kind.map(each => matterKindWords[each]).join('、')}`] : []),
      ...(open === undefined ? [] : [open ? '待答复' : '已答复']), ...(late ? ['超期'] : []),
    ]
  }
}

function filterIn(query: Query): MatterFilter {
  const unit = query.list('unit')
  const kind = query.oneOf('kind', matterKinds)
  const open = query.one('open', ['1', '0'])
  const late = query.one('late', ['1'])
  const obligation = query.text('obligation', 3000)
  return {
    ...(unit && { unit }), ...(kind && { kind }), ...(open && { open: open === '1' }), ...(late && { late: true }), ...(obligation !== undefined && { obligation }),
  }
}
