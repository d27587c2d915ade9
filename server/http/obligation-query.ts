import { countedFigures } from '../../shared/measures/counted.ts'
import { statuses, type Flag, type Origin } from '../../shared/obligations/obligation.ts'
import { keyOfCursor, type ObligationFilter } from '../answers/obligations.ts'
import type { Query } from './query.ts'

export const origins: readonly Origin[] = ['formed', 'periodic', 'standing', 'followUp', 'republish']
export const flags: readonly Flag[] = [
  'disputed', 'suspect', 'provisional', 'assumed', 'linkDead', 'wrongChannel', 'extended', 'toCheck', 'correctionPending',
]

/** Rows of one answer: as many as a list prints at once. */
export const MOST_ROWS = 2000
/** Where a page may begin. */
export const places = { least: 0, most: 999_999 }

/** Reads the filters of GET /api/obligations. */
export function obligationFilterIn(query: Query): ObligationFilter {
  const asked = {
    unit: query.list('unit'),
    category: query.list('category'),
    item: query.list('item'),
    status: query.oneOf('status', statuses),
    origin: query.oneOf('origin', origins),
    flag: query.oneOf('flag', flags),
    year: query.years('year'),
    from: query.day('from'),
    to: query.day('to'),
    q: query.text('q'),
    counted: query.one('counted', countedFigures),
    leaf: leafIn(query),
    part: query.one('part', ['1', '0']) === '1' ? (true as const) : undefined,
    cursor: cursorIn(query),
    offset: query.text('offset') === undefined ? undefined : query.number('offset', { ...places, absent: 0 }),
  }
  if (asked.cursor !== undefined && asked.offset !== undefined) query.fault('offset', '不能和 cursor= 一起用：一个接着上一页，一个直接到某一行。')
  if (asked.part && !asked.counted && !asked.leaf) query.fault('part', '要和 counted= 或 leaf= 一起用。')
  return { ...given(asked), limit: query.number('limit', { least: 1, most: MOST_ROWS, absent: 100 }) }
}

/** A leaf of the score (得分指标) by its code: "A1", "C1a". Which there are, the scheme of the day says. */
export function leafIn(query: Query): string | undefined {
  const leaf = query.text('leaf', 20)
  if (leaf !== undefined && !/^[A-Za-z0-9.]+$/.test(leaf)) query.fault('leaf', '应为得分指标的编号，如 A1。')
  return leaf
}

function cursorIn(query: Query): string | undefined {
  const cursor = query.text('cursor', 4000)
  if (cursor === undefined) return undefined
  const key = keyOfCursor(cursor)
  if (key === undefined) query.fault('cursor', '翻页标记无效，请用上一页返回的 next。')
  return key
}

/** The fields that have a value. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
