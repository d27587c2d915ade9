import type { PieceHit, SearchAnswer } from '../../shared/wire/search-answer.ts'
import { deskWords } from '../desk-words.ts'
import { statusWords } from '../words.ts'
import { listAddress, pieceAddress, unitAddress } from './addresses.ts'

/** One line of what was found: where Enter leads. */
export interface FoundLine {
  readonly address: string
  readonly text: string
  readonly note: string
}

export interface FoundGroup {
  readonly name: string
  readonly total: number
  readonly lines: readonly FoundLine[]
  /** The whole of what was found where eight lines do not hold it; null where it cannot be listed. */
  readonly all: string | null
}

/** What a search found, group by group, empty ones left out. */
export function foundGroups({ q, units, items, titles, docNumbers }: SearchAnswer): FoundGroup[] {
  const { search } = deskWords
  const all = listAddress({ q })
  return [
    { name: search.units, total: units.total, lines: units.hits.map(({ id, shortName, name }) => ({ address: unitAddress(id), text: shortName, note: name })), all: null },
    {
      name: search.items, total: items.total, all: null,
      lines: items.hits.map(({ id, name, categoryName }) => ({ address: listAddress({ item: id }), text: name, note: categoryName })),
    },
    { name: search.titles, total: titles.total, lines: titles.hits.map(pieceLine), all },
    { name: search.docNumbers, total: docNumbers.total, lines: docNumbers.hits.map((hit) => ({ ...pieceLine(hit), text: hit.docNumber ?? '' })), all },
  ].filter(({ lines }) => lines.length > 0)
}

function pieceLine({ id, title, itemName, unitName, status }: PieceHit): FoundLine {
  return { address: pieceAddress(id), text: title ?? itemName, note: `${unitName}\u3000${statusWords[status]}` }
}
