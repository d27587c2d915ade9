import type { About, Fact } from '../facts/fact.ts'
import type { EffectiveFact } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'

/** The names an obligation answers to when a fact is about it. */
export interface Names {
  readonly ids: readonly string[]
  readonly ref: string | null
  readonly period: string | null
  readonly urls: ReadonlySet<string>
}

/** True when `about` names this obligation. "2025" names every slot of 2025, "2025/final" one of them. */
export function isAbout(about: About | undefined, names: Names): boolean {
  if (about === undefined) return false
  if ('obligation' in about) return names.ids.includes(about.obligation)
  if ('ref' in about) return about.ref === names.ref
  if ('url' in about) return names.urls.has(urlKey(about.url))
  return names.period !== null && (about.period === names.period || about.period === names.period.split('/')[0])
}

/** The same words about the same thing: what acts on one piece are told apart by. */
export function aboutKey(about: About): string {
  if ('obligation' in about) return `obligation ${about.obligation}`
  if ('ref' in about) return `ref ${about.ref}`
  return 'url' in about ? `url ${urlKey(about.url)}` : `period ${about.period}`
}

/** The piece an act is about: a reference, a page or a period is a name only within its row. */
export function pieceKey({ item, about }: { readonly item: string; readonly about: About }): string {
  return 'obligation' in about ? aboutKey(about) : `${item} ${aboutKey(about)}`
}

/** Facts of those given that are about the obligation. */
export function aboutIt<F extends Extract<Fact, { about?: About }>>(facts: readonly EffectiveFact<F>[], names: Names): EffectiveFact<F>[] {
  return facts.filter((each) => isAbout(each.fact.about, names))
}
