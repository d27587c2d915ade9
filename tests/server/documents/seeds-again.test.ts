import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCatalogueText } from '../../../server/documents/read-catalogue-text.ts'
import type { Item } from '../../../shared/catalogue/item.ts'
import type { LiteralRow } from '../../../shared/catalogue/literal-row.ts'
import { readCatalogue } from '../../../shared/catalogue/read-catalogue.ts'
import { catalogueOf } from '../../shared/catalogue/shipped-catalogues.ts'

/** The two source documents lie beside the repository where it is developed; elsewhere these tests are skipped. */
const seeds = new URL('../../../../shared/seeds/', import.meta.url)
const documents = [
  { name: 'district', prefix: 'district', file: '001_41ad380db948704e.txt', rows: 68 },
  { name: 'medical-security', prefix: 'medical', file: '000_e341e17383b0e5bb.txt', rows: 19 },
] as const

/** What is read off the printed row alone and must not have been touched by hand. */
function printed(
  item: Pick<
    Item,
    | 'id'
    | 'line'
    | 'literal'
    | 'path'
    | 'category'
    | 'deadline'
    | 'subjects'
    | 'selectors'
    | 'channels'
    | 'attribute'
    | 'methods'
    | 'audience'
  >,
) {
  const { id, line, literal, path, category, deadline, subjects, selectors, channels, attribute, methods, audience } = item
  return { id, line, literal, path, category, deadline, subjects, selectors, channels, attribute, methods, audience }
}

describe.each(documents)('the source of $name read again', ({ name, prefix, file, rows }) => {
  const source = new URL(file, seeds)
  const absent = !existsSync(source)
  const shipped = catalogueOf(name)
  const items = shipped.items.filter((item) => Object.keys(item.literal).length > 0)
  const literal = () => readCatalogueText(readFileSync(source, 'utf8')) as LiteralRow[]
  const reading = () => readCatalogue(literal(), { id: name, prefix, owner: shipped.owner })

  it.skipIf(absent)(`readCatalogueText() finds ${rows} rows`, () => {
    expect(literal()).toHaveLength(rows)
  })

  it.skipIf(absent)('readCatalogue() gives the shipped items row for row', () => {
    expect(reading().items.map(printed)).toEqual(items.map(printed))
    expect(reading().categories).toEqual(shipped.categories.map(({ id, name: title }) => ({ id, name: title })))
  })

  it.skipIf(absent)('readCatalogue() raises no doubt that the shipped item does not carry', () => {
    const codes = (doubts: Item['doubts']) => doubts.map(({ code, repair }) => `${code} ${repair?.field ?? ''}`)
    for (const [index, item] of reading().items.entries()) {
      const kept = new Set(items[index]!.doubts.map(({ code }) => code))
      expect([item.id, codes(item.doubts).filter((code) => !kept.has(code.split(' ')[0]!))]).toEqual([item.id, []])
    }
  })

  it.skipIf(absent)('no element copies a sentence of the printed content', () => {
    const contents = literal().map((row) => row.cells['公开内容'] ?? row.cells['公开内容（要素）'] ?? '')
    for (const element of items.flatMap((item) => item.elements)) {
      expect(element.length).toBeLessThanOrEqual(20)
      expect(contents).not.toContain(element)
    }
  })
})
