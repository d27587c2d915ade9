import type { InspectionNote } from '../../shared/wire/sample-answers.ts'

/** 齐全 · 缺失 · 重要缺失 */
export type Tick = 'present' | 'missing' | 'material'
export type Ticks = Readonly<Record<string, Tick>>

const turn: Readonly<Record<Tick, Tick | null>> = { present: 'missing', missing: 'material', material: null }

/** What a key does to an element: unticked → 齐全 → 缺失 → 重要缺失 → unticked. */
export function turned(ticks: Ticks, element: string): Ticks {
  const { [element]: now, ...rest } = ticks
  const next = now === undefined ? 'present' : turn[now]
  return next === null ? rest : { ...rest, [element]: next }
}

/** An opinion on record as ticks. */
export function ticksOf({ present, missing, material }: Pick<InspectionNote, 'present' | 'missing' | 'material'>): Ticks {
  return Object.fromEntries([
    ...present.map((each) => [each, 'present'] as const), ...missing.map((each) => [each, material.includes(each) ? 'material' as const : 'missing' as const]),
  ])
}

/** The lists of an `inspected` fact; empty ones are left out. */
export function listsOf(elements: readonly string[], ticks: Ticks): { readonly present?: readonly string[]; readonly missing?: readonly string[]; readonly material?: readonly string[] } {
  const of = (...wanted: readonly Tick[]) => elements.filter((each) => { const tick = ticks[each]; return tick !== undefined && wanted.includes(tick) })
  const [present, missing, material] = [of('present'), of('missing', 'material'), of('material')]
  return { ...(present.length > 0 && { present }), ...(missing.length > 0 && { missing }), ...(material.length > 0 && { material }) }
}
