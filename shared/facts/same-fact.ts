import { isStamped } from './fact-fields.ts'
import type { Fact } from './fact.ts'

/** JSON with the names of every object in one order, so that equal values read equal. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`
}

/**
 * Two readings of one key say the same, so the second is a retry. Left out of the comparison is what intake adds itself:
 * the filing day, `waits`, and a successor that answers by now for the unit named.
 */
export function sameFact(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind) return false
  const units = new Set([a.unit, a.namedUnit ?? a.unit])
  if (!units.has(b.unit) && !units.has(b.namedUnit ?? b.unit)) return false
  return canonical(said(a)) === canonical(said(b))
}

function said(fact: Fact): Record<string, unknown> {
  const { unit: _unit, namedUnit: _named, day, ...rest } = fact
  const content: Record<string, unknown> = isStamped(fact.kind) ? rest : { ...rest, day }
  delete content.waits
  return content
}
