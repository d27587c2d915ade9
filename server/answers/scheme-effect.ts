import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { schemeEffectOf, type SchemedDistrict, type SchemeMove } from '../../shared/measures/scheme-effect.ts'
import type { AnswerStamp } from '../../shared/wire/answers.ts'
import { stampOf, type View } from './view.ts'

/** A day judged anew under a scheme: asked for only where another year start puts obligations into another year. */
export type JudgedUnder = (scheme: Scheme) => View

export interface SchemeEffectAsked {
  readonly before: Scheme
  readonly after: Scheme
}

/** Every unit's score and rank on one day under two schemes. */
export function schemeEffectAnswer(view: View, { before, after }: SchemeEffectAsked, judgedUnder: JudgedUnder): AnswerStamp & { readonly units: readonly SchemeMove[] } {
  const under = (scheme: Scheme): SchemedDistrict => {
    const { scheme: governing, ...world } = view.world()
    if (scheme.yearStart === governing.yearStart) return { parts: view.parts(), world: { ...world, scheme } }
    const judged = judgedUnder(scheme)
    return { parts: judged.parts(), world: judged.world() }
  }
  return { ...stampOf(view), units: schemeEffectOf(under(before), under(after)) }
}
