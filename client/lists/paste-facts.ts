import { readLooseDay } from '../../shared/time/read-loose-day.ts'
import type { FillRow, FillRowsAnswer } from '../../shared/wire/desk-answers.ts'
import { fillWords } from '../fill-words.ts'
import { namedRows } from './fill-match.ts'
import type { PasteField } from './paste-rows.ts'

/** A raw fact made of a pasted row, or what must be changed first, by field. */
export interface PastedFact {
  readonly fact: Readonly<Record<string, unknown>> | null
  readonly problems: readonly { readonly field: PasteField | null; readonly message: string }[]
}

export type PasteCells = Readonly<Partial<Record<PasteField, string>>>

interface Known {
  readonly desk: Pick<FillRowsAnswer, 'unit' | 'rows' | 'others'>
  readonly key: string
}

const words = fillWords.paste

/** Makes a fact of one row's cells; what needs no server is said here: days, rows and units that nobody could mean. */
export function pastedFact(cells: PasteCells, { desk, key }: Known): PastedFact {
  const problems: { field: PasteField | null; message: string }[] = []
  const refuse = (field: PasteField, message: string) => void problems.push({ field, message })
  const kind = kindOf(cells)
  if (kind === null) refuse('kind', words.badKind(cells.kind ?? ''))
  const item = itemOf(cells.item ?? '', desk.rows, refuse)
  const day = cells.day === undefined || cells.day === '' ? undefined : readLooseDay(cells.day)
  if (day === undefined && cells.day) refuse('day', words.badDay(cells.day))
  const others = (cells.with ?? '').split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== '')
  for (const name of others) {
    if (!desk.others.some((each) => [each.id, each.name, each.shortName].includes(name))) refuse('with', words.noUnit(name))
  }
  if (problems.length > 0) return { fact: null, problems }
  return { fact: { kind, key, unit: desk.unit, ...given({ item, day }), ...(kind === 'formed' ? formed(cells, { others, unit: desk.unit }) : published(cells)) }, problems }
}

function kindOf({ kind = '', url = '' }: PasteCells): 'formed' | 'published' | null {
  if (words.formedWords.test(kind)) return 'formed'
  if (words.publishedWords.test(kind)) return 'published'
  return kind === '' ? (url === '' ? 'formed' : 'published') : null
}

function itemOf(text: string, rows: readonly FillRow[], refuse: (field: PasteField, message: string) => void): string | undefined {
  if (text === '') return undefined
  const found = namedRows(rows, text)
  if (found.length === 0) refuse('item', words.noItem(text))
  if (found.length > 1) refuse('item', words.someItems(text, found.slice(0, 6).map((row) => row.item).join('、')))
  return found[0]?.item
}

function formed({ ref, title, url, policy = '' }: PasteCells, { others, unit }: { readonly others: readonly string[]; readonly unit: string }) {
  return {
    ...given({ ref, title, url, docNumber: ref !== undefined && /〔|\[|（\d{4}|\(\d{4}/.test(ref) ? ref : undefined }),
    ...(words.yes.test(policy) ? { policy: true } : {}), ...(others.length > 0 ? { lead: unit, with: others } : {}),
  }
}

function published({ ref, title, url, channel, period, policy = '', interprets }: PasteCells) {
  return { ...given({ title, url, ref, period, interprets }), channel: channel === undefined || channel === '' ? '政府网站' : channel, ...(words.yes.test(policy) ? { policy: true } : {}) }
}

/** Empty cells say nothing. */
function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== ''))
}

/** The column a refusal of the server stands beside. */
export function columnOfRefusal(field: string): PasteField | null {
  const [name = ''] = field.split(/[.[]/)
  const columns: Readonly<Record<string, PasteField>> = { item: 'item', ref: 'ref', docNumber: 'ref', title: 'title', day: 'day', url: 'url', channel: 'channel', period: 'period', with: 'with', kind: 'kind', interprets: 'interprets' }
  return columns[name] ?? null
}
