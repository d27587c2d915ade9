import type { Leaf, LeafMeasure } from '../../shared/catalogue/scheme.ts'
import { measuresOf } from '../../shared/catalogue/read-leaf.ts'
import type { LeafDraft, SchemeDraft } from '../../shared/catalogue/scheme-draft.ts'

/* Every edit answers another scheme: what was before stays whole, to be gone back to. */

type Holder = Readonly<Record<string, unknown>> | readonly unknown[]

/** The scheme with one value at a place ("groups[0].leaves[1].full"); undefined takes the field away. */
export function withAt<T>(root: T, place: string, value: unknown): T {
  return put(root as Holder, stepsOf(place), value) as T
}

export function stepsOf(place: string): readonly string[] {
  return place.split(/[.[\]]+/).filter((step) => step !== '')
}

function put(holder: Holder, [step = '', ...rest]: readonly string[], value: unknown): Holder {
  const inner = rest.length === 0 ? value : put((holder as Record<string, Holder>)[step] ?? {}, rest, value)
  if (Array.isArray(holder)) return holder.map((each, n) => (String(n) === step ? inner : each as unknown))
  if (inner !== undefined) return { ...holder, [step]: inner }
  return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== step))
}

/** The list at a place, whatever it holds. */
function listAt(scheme: SchemeDraft, place: string): readonly unknown[] {
  return stepsOf(place).reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], scheme) as readonly unknown[]
}

export function withAdded(scheme: SchemeDraft, place: string, entry: unknown): SchemeDraft {
  return withAt(scheme, place, [...listAt(scheme, place), entry])
}

export function withDropped(scheme: SchemeDraft, place: string, n: number): SchemeDraft {
  return withAt(scheme, place, listAt(scheme, place).filter((_, at) => at !== n))
}

/** One step up (−1) or down (1); at the end it stays. */
export function withMoved(scheme: SchemeDraft, place: string, [n, by]: readonly [n: number, by: 1 | -1]): SchemeDraft {
  const list = [...listAt(scheme, place)]
  const to = n + by
  if (to < 0 || to >= list.length) return scheme
  ;[list[n], list[to]] = [list[to], list[n]]
  return withAt(scheme, place, list)
}

/** A leaf put last under another group. */
export function withRegrouped(scheme: SchemeDraft, [group, n]: readonly [group: number, n: number], to: number): SchemeDraft {
  const leaf = scheme.groups[group]?.leaves[n]
  if (!leaf || group === to) return scheme
  return withAdded(withDropped(scheme, `groups[${group}].leaves`, n), `groups[${to}].leaves`, leaf)
}

/** "A4" after A1, A3: the next code of a stem nobody uses. */
export function freshCode(stem: string, used: readonly string[]): string {
  const last = Math.max(0, ...used.map((code) => (code.startsWith(stem) ? Number.parseInt(code.slice(stem.length), 10) || 0 : 0)))
  return `${stem}${last + 1}`
}

/** The first capital no group has. */
export function freshLetter(used: readonly string[]): string {
  return [...'ABCDEFGHILMNOPQRSTUVWXYZ'].find((letter) => !used.includes(letter)) ?? freshCode('Z', used)
}

/** A manual leaf without points: the kind that needs nothing more. */
export function freshLeaf(code: string): LeafDraft {
  return { code, name: '', points: null, kind: 'manual', measure: 'none', emptyMeans: 'skip', rule: '' }
}

/** The leaf under another kind: what that kind does not read is gone, what it needs is blank. */
export function asKind(leaf: LeafDraft, kind: Leaf['kind']): LeafDraft {
  const [measure = 'none'] = measuresOf[kind]
  const kept = keptOf(leaf)
  switch (kind) {
    case 'ratio': return { ...kept, kind, measure, full: 1, zero: 0 }
    case 'perCase': return { ...kept, kind, measure, each: null }
    case 'fixed': return { ...kept, kind, measure, items: [], each: null, every: 5 }
    case 'manual': return { ...kept, kind, measure }
  }
}

/** The leaf read from something else; what only the old one asked for is gone. */
export function asMeasure(leaf: LeafDraft, measure: LeafMeasure): LeafDraft {
  const { codes: _codes, eachLong: _eachLong, longWorkdays: _long, few: _few, ...kept } = leaf
  const mayLong = measure === 'overdueNow' && leaf.eachLong !== undefined
  return {
    ...kept, measure, ...(measure === 'findings' && { codes: leaf.codes ?? [] }), ...(leaf.few !== undefined && { few: leaf.few }),
    ...(mayLong && { eachLong: leaf.eachLong, longWorkdays: leaf.longWorkdays ?? null }),
  }
}

function keptOf({ code, name, points, emptyMeans, rule, kinds, traits }: LeafDraft): Omit<LeafDraft, 'kind' | 'measure'> {
  return { code, name, points, emptyMeans, rule, ...(kinds && { kinds }), ...(traits && { traits }) }
}
