import { refusal, type Refusal } from '../refusal.ts'
import type { World } from '../obligations/world.ts'
import type { Day } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import { findScorePeriod, yearOfPeriod } from './score-periods.ts'

/** What settling looks at. */
export type SettlingWorld = Pick<World, 'day' | 'calendar' | 'thresholds' | 'scheme' | 'proposals' | 'settlements'>

type Proposal = World['proposals'][number]
type Settlement = World['settlements'][number]

export function lastProposal(period: Period, { proposals }: Pick<World, 'proposals'>): Proposal | undefined {
  return proposals.findLast((each) => each.period === period)
}

export function lastSettlement(period: Period, { settlements }: Pick<World, 'settlements'>): Settlement | undefined {
  return settlements.findLast((each) => each.period === period)
}

/** The last day units may answer a score proposed today. */
export function windowEnd({ day, calendar, thresholds }: Pick<World, 'day' | 'calendar' | 'thresholds'>): Day {
  return calendar.addWorkdays(day, thresholds.feedbackWorkdays)
}

/** Why a feedback window (得分反馈期) cannot be opened: the period has not ended, is open already, or is settled. */
export function refusedWindow(period: Period, world: SettlingWorld): Refusal | undefined {
  const named = findScorePeriod(period, yearOfPeriod(period, world.scheme), world.scheme)
  if (named === undefined) return refusal('bad-period', 'period', '应为月份（如 2026-10）或年度（如 2025）。')
  const name = periodWords(period)
  if (named.last >= world.day) return refusal('not-ended', 'period', `${name}到 ${named.last} 才结束，结束后才能开启得分反馈。`)
  const settled = lastSettlement(period, world)
  if (settled) return refusal('settled', 'period', `${name}的得分已核定封存（第 ${settled.edition} 版），有变化的请办理核定后更正。`)
  if (named.kind === 'month' && lastSettlement(String(yearOfPeriod(period, world.scheme)), world)) {
    return refusal('year-settled', 'period', `${yearOfPeriod(period, world.scheme)} 年度已核定封存，不再核定其中的月份。`)
  }
  const open = lastProposal(period, world)
  if (open && world.day <= open.until) return refusal('window-open', 'period', `${name}的得分反馈已由 ${open.by} 开启，到 ${open.until} 为止。`)
  return undefined
}

/** What is to be written: the first edition of a period, or one that replaces edition `restates` for a reason. */
export interface Settling {
  readonly period: Period
  readonly restates: number
  readonly reason: string
}

/** Why a period cannot be settled (核定) or settled anew (核定后更正): the units' window first, nobody twice, never without a reason. */
export function refusedSettling({ period, restates, reason }: Settling, world: SettlingWorld): Refusal | undefined {
  const name = periodWords(period)
  const settled = lastSettlement(period, world)
  if (restates > 0) {
    if (!settled) return refusal('not-settled', 'period', `${name}的得分还没有核定，不能办理核定后更正。`)
    if (settled.edition !== restates) return refusal('restated', 'restates', `${name}已由 ${settled.by} 更正为第 ${settled.edition} 版，请看过后再决定是否更正。`)
    return reason.trim() === '' ? refusal('missing-field', 'reason', '核定后更正须写明理由。') : undefined
  }
  if (settled) return refusal('settled', 'period', `${name}的得分已由 ${settled.by} 核定封存（第 ${settled.edition} 版），不能重复核定；有变化的请办理核定后更正。`)
  const proposal = lastProposal(period, world)
  if (!proposal) return refusal('no-window', 'period', `${name}的得分还没有交单位反馈，请先开启得分反馈。`)
  if (world.day <= proposal.until) return refusal('window-open', 'period', `${name}的得分反馈到 ${proposal.until} 为止，期满后才能核定。`)
  if (lastSettlement(String(yearOfPeriod(period, world.scheme)), world)) {
    return refusal('year-settled', 'period', `${yearOfPeriod(period, world.scheme)} 年度已核定封存，不再核定其中的月份。`)
  }
  return undefined
}

export function periodWords(period: Period): string {
  return period.length === 4 ? `${period} 年度` : `${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月`
}
