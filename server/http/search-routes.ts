import { answerBytes, askedOf, jsonBytes } from './ask.ts'
import { unitsWithin } from './bound-units.ts'
import type { Api, HttpParts } from './parts.ts'

/** GET /api/search: units, items and obligations by a word or by 拼音. */
export function searchRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/search', async c => {
    const { query, at } = askedOf(c, parts)
    const q = query.text('q', 100) ?? ''
    const asked = query.list('unit')
    query.done()
    const question = { ask: 'search', asked: { q, ...unitsWithin(c.var.caller, asked) } } as const
    return jsonBytes(c, await answerBytes(parts, { at, question, what: '要找的内容' }))
  })
}
