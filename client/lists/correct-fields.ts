import type { Fact, FactKind } from '../../shared/facts/fact.ts'
import { fillWords } from '../fill-words.ts'
import { periodText } from '../figure-text.ts'

/** A field of a record that may be corrected at the desk. */
export interface CorrectField {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'date' | 'url' | 'number'
}

const { field } = fillWords
const text = (name: string, label: string): CorrectField => ({ name, label, type: 'text' })
const day = (label: string): CorrectField => ({ name: 'day', label, type: 'date' })
const url: CorrectField = { name: 'url', label: field.url, type: 'url' }
const count = (name: 'made' | 'proactive' | 'onRequest' | 'withheld'): CorrectField => ({ name, label: field[name], type: 'number' })

const fields: Readonly<Partial<Record<FactKind, readonly CorrectField[]>>> = {
  formed: [text('title', field.title), text('ref', field.ref), text('docNumber', field.docNumber), day(field.day), url],
  published: [text('title', field.title), url, day(field.publishedDay), text('channel', field.channel), text('ref', field.ref), text('docNumber', field.docNumber), text('period', field.period), text('interprets', field.interprets)],
  nothing: [url],
  checked: [url, day(field.checkedDay)],
  exempt: [text('reason', field.reason)],
  closed: [count('made'), count('proactive'), count('onRequest'), count('withheld')],
  explained: [text('reason', field.reason)],
}

/** Fields of a kind that may be corrected; other kinds are only voided. */
export function correctFields(kind: FactKind): readonly CorrectField[] {
  return fields[kind] ?? []
}

/** What stands in a field now, as a form shows it. */
export function fieldText(fact: Fact, name: string): string {
  const value = (fact as unknown as Readonly<Record<string, unknown>>)[name]
  return value === undefined || value === null ? '' : String(value)
}

/** Only what was changed; a field cannot be emptied, so an empty one is left as it was. */
export function changedFields(fact: Fact, typed: Readonly<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(correctFields(fact.kind).flatMap(({ name, type }) => {
    const value = (typed[name] ?? '').trim()
    return value === '' || value === fieldText(fact, name) ? [] : [[name, type === 'number' ? Number(value) : value]]
  }))
}

/** A field's name and value in words, for the history of corrections. */
export function fieldWords(kind: FactKind, name: string, value: unknown): readonly [string, string] {
  const found = correctFields(kind).find((each) => each.name === name)
  const shown = name === 'period' && typeof value === 'string' ? periodText(value) : String(value)
  return [found?.label ?? name, shown]
}
