import { must } from '../../shared/must.ts'
import type { Item } from '../../shared/catalogue/item.ts'
import { boardCategory } from '../../shared/obligations/duty.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { Hits, ItemHit, PieceHit, SearchAnswer, UnitHit } from '../../shared/wire/search-answer.ts'
import { itemNameOf, unitNameOf } from './obligations.ts'
import { bestMatch, type Match } from './search-match.ts'
import { stampOf, type View } from './view.ts'

/** `unit` keeps the search to some units: for heads and clerks their own. */
export interface SearchAsked {
  readonly q: string
  readonly unit?: readonly string[]
}

const SHOWN = 8

/** Units and items by name or 拼音, obligations by title or 文号; nothing is found by an empty word or a withheld title. */
export function searchAnswer(view: View, { q, unit }: SearchAsked): SearchAnswer {
  const world = view.world()
  const word = q.trim().toLowerCase()
  const { titles, docNumbers } = piecesFound(view, { q: word, ...(unit && { unit }) })
  return {
    ...stampOf(view), q,
    units: unitsFound(world, word, unit),
    items: itemsFound(world, word),
    titles: newest(titles, world), docNumbers: newest(docNumbers, world),
  }
}

function unitsFound(world: World, q: string, only: readonly string[] | undefined): Hits<UnitHit> {
  const units = [...world.units.values()].filter(unit => only === undefined || only.includes(unit.id))
  return ranked(units, q, {
    namesOf: unit => [unit.shortName, unit.name, ...unit.aliases, unit.id],
    hitOf: ({ id, name, shortName }, { by }) => ({ id, name, shortName, by }),
  })
}

function itemsFound(world: World, q: string): Hits<ItemHit> {
  const categories = new Map(world.categories.map(({ id, name }) => [id, name]))
  return ranked<Item, ItemHit>([...world.items.values()], q, {
    namesOf: item => [itemNameOf(world, item.id), item.path.join('/'), item.id],
    hitOf: (item, { by }) => {
      const category = boardCategory(item)
      return { id: item.id, name: itemNameOf(world, item.id), path: item.path, category, categoryName: categories.get(category) ?? category, by }
    },
  })
}

interface Searched<T, Hit> {
  namesOf(one: T): readonly string[]
  hitOf(one: T, match: Match): Hit
}

function ranked<T, Hit>(all: readonly T[], q: string, { namesOf, hitOf }: Searched<T, Hit>): Hits<Hit> {
  const found = q === '' ? [] : all.flatMap(one => {
    const match = bestMatch(namesOf(one), q)
    return match ? [{ one, match }] : []
  })
  found.sort((a, b) => a.match.rank - b.match.rank)
  return { total: found.length, hits: found.slice(0, SHOWN).map(({ one, match }) => hitOf(one, match)) }
}

interface PiecesFound {
  readonly titles: Obligation[]
  readonly docNumbers: Obligation[]
}

function piecesFound(view: View, { q, unit }: SearchAsked): PiecesFound {
  const found: PiecesFound = { titles: [], docNumbers: [] }
  if (q === '') return found
  // Only Latin letters have a case: titles without them need not be copied to be looked through.
  const lower = /[a-z]/.test(q) ? (text: string) => text.toLowerCase() : (text: string) => text
  for (const [id, parts] of view.parts()) {
    if (unit && !unit.includes(id)) continue
    for (const part of parts) {
      for (const o of part.obligations) {
        if (o.exemptKind === 'withheld') continue
        if (o.docNumber !== null && lower(o.docNumber).includes(q)) found.docNumbers.push(o)
        else if (o.title !== null && lower(o.title).includes(q)) found.titles.push(o)
      }
    }
  }
  return found
}

/** Pieces are many: the latest come first, by their last known day. */
function newest(found: Obligation[], world: World): Hits<PieceHit> {
  const dayOf = (o: Obligation) => o.publishedDay ?? o.eventDay ?? o.dueDay ?? ''
  const first: Obligation[] = []
  for (const o of found) {
    if (first.length === SHOWN && dayOf(o) <= dayOf(must(first[SHOWN - 1], 'a full list has a last one'))) continue
    const place = first.findIndex(each => dayOf(each) < dayOf(o))
    first.splice(place === -1 ? first.length : place, 0, o)
    if (first.length > SHOWN) first.pop()
  }
  return { total: found.length, hits: first.map(o => pieceHit(o, world)) }
}

function pieceHit(o: Obligation, world: World): PieceHit {
  const { id, unit, item, title, docNumber, status, dueDay, publishedDay } = o
  return { id, unit, unitName: unitNameOf(world, unit), item, itemName: itemNameOf(world, item), title, docNumber, status, dueDay, publishedDay }
}
