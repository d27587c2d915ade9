import { heldMark, type Acts } from './acts.ts'
import type { Scheme } from './lines.ts'
import { rounded } from './score.ts'

/** What a person's entries make of a score: 加分, 减分, 单项否决. */
export interface Final {
  readonly bonus: number
  readonly lost: number
  readonly isVetoed: boolean
  readonly final: number | null
}

/** Bonus up to its cap, for a score at the gate with nothing overdue beyond it; deductions by the time; a veto caps what is left. */
export function finalOf({ bonus, negative, veto }: Scheme, acts: Acts, { score, longestOverdue }: { readonly score: number | null; readonly longestOverdue: number }): Final {
  const pointsOf = (code: string) => heldMark(acts, code)?.points ?? 0
  const entered = bonus.entries.reduce((sum, { code }) => sum + pointsOf(code), 0)
  const isOpen = score !== null && score >= bonus.gateScore && longestOverdue <= bonus.gateNoOverdueBeyond
  const given = isOpen ? Math.min(rounded(entered, 2), bonus.cap) : 0
  const lost = rounded(negative.reduce((sum, { code, points }) => sum + rounded(pointsOf(code) * points, 2), 0), 2)
  const isVetoed = heldMark(acts, 'veto') !== undefined
  const sum = score === null ? null : Math.max(0, rounded(score + given - lost, 2))
  return { bonus: given, lost, isVetoed, final: sum !== null && isVetoed ? Math.min(sum, veto.cap) : sum }
}
