import type { Refusal } from '../refusal.ts'
import type { FactContext } from './fact-context.ts'

/** One fact being read: where we are, and every refusal so far. */
export class Reading {
  readonly refusals: Refusal[] = []
  readonly context: FactContext
  /** Path of the field being read: `title`, `about.period`. */
  field = ''
  /** The field as people call it: 标题. */
  label = ''

  constructor(context: FactContext) {
    this.context = context
  }

  /** Moves to a field and answers itself. */
  at(field: string, label: string): this {
    this.field = field
    this.label = label
    return this
  }

  /** Notes that the current field is wrong; the sentence opens with the field's name. */
  refuse(code: string, sentence: string): undefined {
    this.refusals.push({ code, field: this.field, message: `${this.label}（${this.field}）${sentence}` })
    return undefined
  }

  /** Notes what is wrong about the fact as a whole, or about a field read before. */
  refuseAt(field: string, code: string, sentence: string): undefined {
    this.refusals.push({ code, field, message: sentence })
    return undefined
  }
}

/** Reads one field's value into what the journal keeps, or refuses it and answers undefined. */
export type ReadField = (value: unknown, at: Reading) => unknown
