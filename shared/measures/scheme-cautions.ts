import type { SchemeContext } from '../catalogue/scheme-context.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import { leafTitle } from '../catalogue/leaf-faults.ts'
import { pointWords } from '../catalogue/scheme-terms.ts'
import { leafApplies } from './leaf-pieces.ts'

/** What is allowed and yet worth a second look, in sentences. Takes a scheme without faults. */
export function schemeCautions(scheme: Scheme, { units }: SchemeContext): readonly string[] {
  const leaves = scheme.groups.flatMap((group) => group.leaves)
  const forNobody = units.length === 0 ? [] : leaves.filter((leaf) => !units.some((unit) => leafApplies(leaf, unit)))
  const byHand = leaves.filter(({ kind, measure }) => kind !== 'manual' && measure === 'none')
  const last = scheme.bands[scheme.bands.length - 2]
  return [
    ...forNobody.map((leaf) => `${leafTitle(leaf)}目前没有一个单位适用，它的${pointWords(leaf.points)}分会分摊到其他指标。`),
    ...(byHand.length === 0 ? [] : [`${byHand.map(({ code }) => code).join('、')}没有选数据来源，由考核人员评分；评分以前按“没有数据时”的办法计。`]),
    ...(last !== undefined && scheme.veto.cap >= last.from ? [`一票否决后最高可得${pointWords(scheme.veto.cap)}分，仍能进入“${last.name}”（${pointWords(last.from)}分起）。`] : []),
  ]
}
