import { docNumberText, readDocNumber } from '../../shared/facts/doc-number.ts'
import type { ObligationRow } from '../../shared/wire/answers.ts'

/** What a publication must say so that it settles this obligation. */
export interface PublicationTarget {
  readonly item: string
  readonly ref?: string
  readonly period?: string
  readonly interprets?: string
}

const DOCUMENT = /\|(for:.*)?doc:(.+?)@\d{4}-\d{2}-\d{2}(\||$)/

/** Reads the obligation's id: a document by its ref, a slot by its period, a 解读 by the policy it is of. */
export function publicationTarget({ id, item, period, docNumber }: Pick<ObligationRow, 'id' | 'item' | 'period' | 'docNumber'>): PublicationTarget {
  if (period !== null) return { item, period }
  const [, isFollowUp, ref] = DOCUMENT.exec(id) ?? []
  if (ref === undefined) return id.includes('|for:') && docNumber !== null ? { item, interprets: docNumber } : { item }
  return isFollowUp === undefined ? { item, ref } : { item, interprets: ref }
}

const MOST_REFS = 1000

/** The refs of a page of many documents, one a line; a span (1203—1239号) stands for each of its numbers. */
export function refsIn(text: string): string[] {
  const refs = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const read = readDocNumber(line)
    if (read === undefined || read.last === read.number || read.last - read.number >= MOST_REFS) return [line]
    return Array.from({ length: read.last - read.number + 1 }, (_, place) =>
      docNumberText({ ...read, number: read.number + place, last: read.number + place }))
  })
  return [...new Set(refs)]
}
