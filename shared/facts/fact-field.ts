import { text, typeName } from './read-fields.ts'
import type { ReadField } from './reading.ts'

export interface FactField {
  readonly name: string
  /** As people call it, for sentences. */
  readonly label: string
  readonly read: ReadField
  readonly required: boolean
}

export function needed(name: string, label: string, read: ReadField): FactField {
  return { name, label, read, required: true }
}

export function optional(name: string, label: string, read: ReadField): FactField {
  return { name, label, read, required: false }
}

/** A fact of any source, by feed and key. */
export const addressee: ReadField = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return at.refuse('wrong-type', `应为 {"feed":"来源","key":"编号"}，收到的是${typeName(value)}。`)
  }
  const { feed, key, ...rest } = value as Record<string, unknown>
  const [extra] = Object.keys(rest)
  if (extra !== undefined) return at.refuse('unknown-field', `里没有“${extra.slice(0, 40)}”这一项，只写 feed 和 key。`)
  if (feed === undefined || key === undefined) return at.refuse('missing-field', '须写明来源（feed）和编号（key）。')
  const named = { feed: text(200)(feed, at.at('of.feed', '来源')), key: text(200)(key, at.at('of.key', '编号')) }
  at.at('of', '被更正的记录')
  return named.feed === undefined || named.key === undefined ? undefined : named
}
