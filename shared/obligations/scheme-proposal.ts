import { readDay, type Day } from '../time/day.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import { schemeChangesOf } from '../catalogue/scheme-changes.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { versionBefore, versionOn, type SchemeVersion } from './scheme-versions.ts'
import type { World } from './world.ts'

/** What a new version of the scheme is recorded with: its first day. */
export interface SchemeProposal {
  readonly scheme: Scheme
  readonly effective: string
}

/**
 * Refuses a version that would not govern what it says it does: without a day, from a day before the version now in force began
 * (which would go on governing), or without any difference.
 */
export function proposalRefusals({ scheme, effective }: SchemeProposal, { schemes, day }: Pick<World, 'schemes' | 'day'>): readonly Refusal[] {
  const first = readDay(effective)
  if (first === undefined) return [refusal('not-a-day', 'effective', '请填写施行日期，写成2026-01-31的样子。')]
  const now = versionOn(schemes, day)
  if (now && first < now.effective) {
    return [refusal('before-governing', 'effective', `现行的第${now.n}版（${now.scheme.version}）自${now.effective}起施行，新版的施行日期不能早于它；要改它本身，请填${now.effective}。`)]
  }
  const over = versionBefore(schemes, { n: schemes.length + 1, effective: first })
  if (over && schemeChangesOf(over.scheme, scheme).length === 0) {
    return [refusal('nothing-changed', '', `与第${over.n}版（${over.scheme.version}）逐项相同，没有可登记的改动。`)]
  }
  return []
}

/** What is worth knowing of the chosen day, in sentences. */
export function proposalCautions(effective: Day, { schemes, day }: Pick<World, 'schemes' | 'day'>): readonly string[] {
  const same = schemes.filter((each) => each.effective === effective).map(({ n }) => n)
  const later = versionAfter(schemes, effective)
  return [
    ...(effective < day ? [`施行日期早于今天：${effective}以来的成绩按现掌握重新计算，已封存的不变，按当时掌握查看的也不变。`] : []),
    ...(same.length === 0 ? [] : [`它与第${same[same.length - 1]}版同日施行，登记后由它代替第${same[same.length - 1]}版。`]),
    ...(later ? [`已登记的第${later.n}版（${later.scheme.version}）自${later.effective}起施行，到那一天由第${later.n}版接替。`] : []),
  ]
}

function versionAfter(schemes: readonly SchemeVersion[], effective: Day): SchemeVersion | undefined {
  return schemes.filter((each) => each.effective > effective).sort((a, b) => (a.effective < b.effective ? -1 : 1))[0]
}
