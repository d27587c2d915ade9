import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { assessmentOf } from '../../shared/assessment/assessment-of.ts'
import type { AssessmentResult } from '../../shared/assessment/result.ts'
import { schemeEffectOf, type SchemeMove } from '../../shared/assessment/scheme-effect.ts'
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
  const under = (scheme: Scheme): AssessmentResult => {
    const { revision } = view
    if (scheme.yearStart === view.world().scheme.yearStart) return assessmentOf({ parts: view.parts(), world: { ...view.world(), scheme }, revision })
    const judged = judgedUnder(scheme)
    return assessmentOf({ parts: judged.parts(), world: judged.world(), revision })
  }
  return { ...stampOf(view), units: schemeEffectOf(under(before), under(after)) }
}
