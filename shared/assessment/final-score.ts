import type { Scheme } from '../catalogue/scheme.ts'
import { numberWords, roundTo } from '../measures/figure-words.ts'
import { heldMark, type Said, type UnitActs } from '../obligations/assessment-acts.ts'
import type { MarkedFact } from '../facts/act.ts'
import type { BonusWorking, GivenEntry } from './result.ts'

/** What a unit's bonus gate looks at. */
export interface Gated {
  readonly score: number | null
  /** Working days its longest overdue piece has waited. */
  readonly longestOverdue: number
}

/** Bonus entries with what counts: behind the gate (score, nothing overdue for long) and up to the cap. */
export function bonusOf({ bonus }: Pick<Scheme, 'bonus'>, acts: UnitActs, { score, longestOverdue }: Gated): BonusWorking {
  const entries = bonus.entries.flatMap(({ code, name }) => {
    const mark = heldMark(acts, code)
    return mark ? [entryOf(mark, { name, points: mark.fact.points })] : []
  })
  const entered = roundTo(entries.reduce((sum, { points }) => sum + points, 0), 2)
  if (entered === 0) return { entries, entered, given: 0, note: '' }
  if (score === null) return { entries, entered, given: 0, note: '没有得分，不计加分' }
  if (score < bonus.gateScore) return { entries, entered, given: 0, note: `测算分低于 ${numberWords(bonus.gateScore)} 分，不计加分` }
  if (longestOverdue > bonus.gateNoOverdueBeyond) return { entries, entered, given: 0, note: `有逾期超过 ${bonus.gateNoOverdueBeyond} 个工作日的，不计加分` }
  const given = Math.min(entered, bonus.cap)
  return { entries, entered, given, note: given < entered ? `加分合计以 ${numberWords(bonus.cap)} 分为限` : '' }
}

/** 扣分项: times × points each. */
export function negativeOf({ negative }: Pick<Scheme, 'negative'>, acts: UnitActs): { readonly entries: readonly GivenEntry[]; readonly lost: number } {
  const entries = negative.flatMap(({ code, name, points }) => {
    const mark = heldMark(acts, code)
    return mark && mark.fact.points > 0 ? [entryOf(mark, { name, points: roundTo(mark.fact.points * points, 2) })] : []
  })
  return { entries, lost: roundTo(entries.reduce((sum, { points }) => sum + points, 0), 2) }
}

/** 单项否决: entered by a person with a reason, never by the system. */
export function vetoOf(acts: UnitActs): GivenEntry | null {
  const mark = heldMark(acts, 'veto')
  return mark ? entryOf(mark, { name: mark.fact.vetoKind ?? '', points: 0 }) : null
}

/** Score with bonus and deductions, between 0 and 100 plus bonus, at most the veto's cap where there is one; two decimals. */
export function finalScore({ veto: { cap } }: Pick<Scheme, 'veto'>, parts: { readonly score: number | null; readonly bonus: number; readonly lost: number; readonly veto: boolean }): number | null {
  if (parts.score === null) return null
  const sum = Math.max(0, roundTo(parts.score + parts.bonus - parts.lost, 2))
  return parts.veto ? Math.min(sum, cap) : sum
}

function entryOf({ seq, by, at, fact }: Said<MarkedFact>, named: { readonly name: string; readonly points: number }): GivenEntry {
  return { code: fact.entry, ...named, reason: fact.reason, attachments: fact.attachments ?? [], by, at, seq }
}
