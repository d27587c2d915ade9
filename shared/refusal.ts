/**
 * An input that was not accepted (退回/未入账): what rule it broke, where, and
 * the reason as a Chinese sentence for the person who sent it.
 */
export interface Refusal {
  /** Closed machine word, kebab-case, e.g. `unknown-unit`. */
  readonly code: string
  /** Position in the input (0-based) where there are several. */
  readonly index?: number
  /** Field path, e.g. `fact.day`; empty for the whole input. */
  readonly field: string
  /** Chinese sentence: what is wrong and, where possible, the way out. */
  readonly message: string
}

/** Collects refusals of one input; all are reported, not only the first. */
export function refusal(code: string, field: string, message: string): Refusal {
  return { code, field, message }
}
