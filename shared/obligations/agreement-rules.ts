import type { AgreedFact } from '../facts/act.ts'
import { refusal, type Refusal } from '../refusal.ts'
import type { World } from './world.ts'

/** 得分反馈 is taken from units that have a score, while the window of its period is open, its last day included. */
export function refusedAgreement({ unit, period }: Pick<AgreedFact, 'unit' | 'period'>, world: Pick<World, 'day' | 'units' | 'proposals' | 'settlements'>): Refusal | undefined {
  if (world.units.get(unit)?.kind === 'vertical') return refusal('not-scored', 'unit', '垂直管理单位只作监测，不计分，不需要反馈得分。')
  if (world.settlements.some((each) => each.period === period)) return refusal('settled', 'period', `${period} 的得分已核定封存，不再接受反馈；有异议请联系区政府办公室。`)
  const told = world.proposals.findLast((each) => each.period === period)
  if (told === undefined) return refusal('no-window', 'period', `${period} 的得分还没有交单位反馈，请等通知。`)
  if (world.day > told.until) return refusal('window-closed', 'period', `${period} 的得分反馈已于 ${told.until} 截止。`)
  return undefined
}
