import type { FindingAnswer, FindingPage, FindingRow } from '../../shared/wire/finding-answers.ts'
import type { AttachmentAnswer } from '../../shared/wire/matter-answers.ts'
import type { FindingRaw, FindingsRaw, RawRow } from '../answers/findings.ts'
import { boundUnit } from './access.ts'
import { answerBytes, askedOf } from './ask.ts'
import { otherUnit, unitsWithin } from './bound-units.ts'
import { notFound } from './errors.ts'
import { findingFilterIn } from './finding-query.ts'
import type { Api, HttpParts } from './parts.ts'

const unread = { 'cache-control': 'private, no-store' }

/** 问题整改: the list and one with its whole exchange, as of any day; unit people see their own unit's. */
export function findingRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/findings', async c => {
    const { query, at } = askedOf(c, parts)
    const asked = findingFilterIn(query)
    const offset = query.number('offset', { least: 0, most: 999_999, absent: 0 })
    const limit = query.number('limit', { least: 1, most: 500, absent: 100 })
    query.done()
    const filter = { ...asked, ...unitsWithin(c.var.caller, asked.unit) }
    const found = JSON.parse((await answerBytes(parts, { at, question: { ask: 'findings', asked: { filter, offset, limit } }, what: '问题' })).toString()) as FindingsRaw
    const page: FindingPage = { ...found, rows: found.rows.map(withFiles) }
    return c.json(page, 200, unread)
  })

  api.get('/api/findings/:id', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    const id = c.req.param('id')
    if (!/^\d{1,9}$/.test(id)) throw notFound('这个问题')
    const found = JSON.parse((await answerBytes(parts, { at, question: { ask: 'finding', id: Number(id) }, what: '这个问题' })).toString()) as FindingRaw
    const own = boundUnit(c.var.caller)
    if (own !== null && found.finding.unit !== own) throw otherUnit()
    const answer: FindingAnswer = { ...found, finding: withFiles(found.finding), repeated: found.repeated && withFiles(found.repeated) }
    return c.json(answer, 200, unread)
  })

  function withFiles({ attachments, steps, ...row }: RawRow): FindingRow {
    const named = (all: readonly string[]) => all.map((id): AttachmentAnswer => {
      const { name = '', type = '', size = 0 } = parts.store.attachments.find(id, row.unit) ?? {}
      return { id, name, type, size }
    })
    return { ...row, attachments: named(attachments), steps: steps.map(step => ({ ...step, attachments: named(step.attachments) })) }
  }
}
