import type { Cadence } from '../catalogue/item.ts'

/** Whether two cadences ask the same, whoever stated them and in whatever order their fields were written. */
export function isSameCadence(a: Cadence, b: Cadence): boolean {
  return a === b || written({ ...a, origin: 'stated' }) === written({ ...b, origin: 'stated' })
}

function written(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    (each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1))) : each))
}
