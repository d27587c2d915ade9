import { readFileSync } from 'node:fs'
import type { Catalogue, Item } from '../../../shared/catalogue/item.ts'
import { readCatalogueFile } from '../../../shared/catalogue/read-catalogue-file.ts'

export function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8'))
}

export function catalogueOf(name: 'district' | 'medical-security'): Catalogue {
  const read = readCatalogueFile(fileOf(`catalogues/${name}`))
  if (Array.isArray(read)) throw new Error(read.map((each) => each.message).join('\n'))
  return read as Catalogue
}

export function itemsOf(name: 'district' | 'medical-security'): readonly Item[] {
  return catalogueOf(name).items
}
