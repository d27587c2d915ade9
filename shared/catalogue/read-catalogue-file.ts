import { refusal, type Refusal } from '../refusal.ts'
import { catalogueShape, statutoryShape } from './catalogue-shapes.ts'
import type { Catalogue, StatutoryRule } from './item.ts'

/**
 * A catalogue file as parsed from JSON. Refuses, each with its place and a Chinese sentence: a member missing, unknown
 * or of the wrong shape, an id used twice, a category, group or member that is not in the file, rows out of order.
 */
export function readCatalogueFile(json: unknown): Catalogue | Refusal[] {
  const refusals: Refusal[] = []
  catalogueShape(json, '', refusals)
  if (refusals.length > 0) return refusals
  const catalogue = json as Catalogue
  const broken = brokenReferences(catalogue)
  return broken.length > 0 ? broken : catalogue
}

/** The statutory table (item → rule → article) as parsed from JSON; refuses entries of the wrong shape, by place. */
export function readStatutoryFile(json: unknown): StatutoryRule[] | Refusal[] {
  const refusals: Refusal[] = []
  statutoryShape(json, '', refusals)
  return refusals.length > 0 ? refusals : (json as StatutoryRule[])
}

/** True for refusals, which are never empty; an empty list is an empty table. */
export function isRefused(read: object): read is Refusal[] {
  return Array.isArray(read) && read.length > 0 && read.every((each) => 'code' in (each as object) && 'field' in (each as object))
}

function brokenReferences({ id, items, categories }: Catalogue): Refusal[] {
  const ids = new Set(items.map((item) => item.id))
  const categoryIds = new Set(categories.map((category) => category.id))
  return items.flatMap((item, index) => {
    const place = `items[${index}]`
    const named = `${place}（${item.id}）`
    const wrong = (field: string, why: string) => [refusal('broken-reference', `${place}.${field}`, `${named}${why}`)]
    const group = item.cadence.kind === 'member' ? item.cadence.of : undefined
    return [
      ...(items.findIndex((each) => each.id === item.id) < index ? wrong('id', '的编号与前面的事项重复。') : []),
      ...(item.catalogue === id ? [] : wrong('catalogue', `的目录编号“${item.catalogue}”与文件的“${id}”不一致。`)),
      ...(item.path.length > 0 ? [] : wrong('path', '没有事项名称。')),
      ...(index > 0 && items[index - 1]!.line > item.line ? wrong('line', `的行号${item.line}小于上一事项，须按原文顺序排列。`) : []),
      ...(categoryIds.has(item.category) ? [] : wrong('category', `的类别“${item.category}”不在类别表中。`)),
      ...(item.members ?? []).filter((member) => !ids.has(member)).flatMap((member) => wrong('members', `的组内事项“${member}”不存在。`)),
      ...(group === undefined || ids.has(group) ? [] : wrong('cadence.of', `所属的组“${group}”不存在。`)),
    ]
  })
}
