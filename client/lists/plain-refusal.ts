import type { Refusal } from '../../shared/refusal.ts'

/** A refusal for people at a form: without the field's name in the interface, which a feed's author needs and nobody else. */
export function plainRefusal(refusal: Refusal): Refusal {
  const { field, message } = refusal
  const names = [field, field.replace(/^set\./, '')].filter((name) => name !== '').map((name) => `（${name}）`)
  return { ...refusal, message: names.reduce((text, name) => text.replace(name, ''), message) }
}
