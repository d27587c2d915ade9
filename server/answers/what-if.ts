import { whatIfOf } from '../../shared/measures/what-if.ts'
import type { WhatIfUnitsAnswer } from '../../shared/wire/what-if-answer.ts'
import { comparedDay } from './compare.ts'
import { stampOf, type View } from './view.ts'

const LISTED = 200

/** The same day without and with hypothetical entries, side by side; stamped with the revision they were added to. */
export function whatIfAnswer({ before, after, units }: { readonly before: View; readonly after: View; readonly units: readonly string[] }): WhatIfUnitsAnswer {
  return { ...stampOf(before), ...whatIfOf(comparedDay(before), comparedDay(after), { units, limit: LISTED }) }
}
