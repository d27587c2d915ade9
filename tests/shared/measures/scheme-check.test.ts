import { expect, it } from 'vitest'
import { schemeCautions } from '../../../shared/measures/scheme-cautions.ts'
import { schemeRefusals } from '../../../shared/measures/scheme-check.ts'
import { district, shippedWith } from '../catalogue/scheme-drafts.ts'

const messages = (...changes: readonly (readonly [string, unknown])[]) => schemeRefusals(shippedWith(...changes), district).map(({ field, message }) => [field, message])

it('schemeRefusals() lets the shipped scheme pass for every kind of unit', () => {
  expect(messages()).toEqual([])
})

it('schemeRefusals() names units that the scope leaves too little for, once for each kind', () => {
  const narrow = ['department', 'institution']
  expect(messages(['groups[0].leaves[0].kinds', narrow], ['groups[0].leaves[1].kinds', narrow], ['groups[1].leaves[0].kinds', narrow])).toEqual([
    ['leafCap', '有1个街道只适用其中60分的指标，按单项上限1.5倍最多到90分，凑不满100分；请放宽指标的适用范围，或调高单项上限。'],
    ['leafCap', '有1个镇只适用其中60分的指标，按单项上限1.5倍最多到90分，凑不满100分；请放宽指标的适用范围，或调高单项上限。'],
  ])
  expect(messages(['groups[0].leaves[0].kinds', narrow], ['groups[0].leaves[1].kinds', narrow], ['groups[1].leaves[0].kinds', narrow], ['leafCap', 2])).toEqual([])
})

it('schemeRefusals() says nothing of reach while the sum itself is wrong', () => {
  expect(messages(['groups[0].leaves[0].points', 1], ['groups[0].leaves[1].kinds', ['town']]).map(([field]) => field)).toEqual(['groups'])
})

it('schemeCautions() warns of a leaf for nobody and of a veto that still gives a band', () => {
  const cautions = schemeCautions(shippedWith(['groups[2].leaves[3].traits', ['permit']], ['veto.cap', 70]), district)
  expect(cautions).toContain('指标C3“行政执法总体情况”目前没有一个单位适用，它的2分会分摊到其他指标。')
  expect(cautions).toContain('一票否决后最高可得70分，仍能进入“合格”（60分起）。')
})
