import type { SchemeMove } from '../../shared/assessment/scheme-effect.ts'
import { schemeWords } from '../scheme-words.ts'

const { none, arrow } = schemeWords.effect

/** "+1.25", "−0.4", "0"; "—" where there is no score on one side. */
export function movedText(moved: number | null): string {
  if (moved === null) return none
  const rounded = Math.round(moved * 100) / 100
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${Math.abs(rounded)}`
}

/** A score as it is compared: two decimals, so that a small move still shows. */
export function hundredthsText(score: number | null): string {
  return score === null ? none : score.toFixed(2)
}

/** "3→5", or "3" where nothing turned. */
export function stepText(before: string | number | null, after: string | number | null): string {
  const [was, is] = [before ?? none, after ?? none].map(String)
  return was === is ? is ?? none : `${was}${arrow}${is}`
}

/** What bonus, deductions and veto move beside the leaves. */
export function endingMove({ before, after, moved }: SchemeMove): number {
  if (moved === null || before.score === null || after.score === null) return 0
  return Math.round((moved - (after.score - before.score)) * 100) / 100
}

const NAMED = 4

/** The leaves that move the score most: "A1按时公开−1.2、B1常设类+0.4". */
export function causesOf({ leaves }: SchemeMove): string {
  return [...leaves].filter(({ moved }) => Math.abs(moved) >= 0.005).sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved)).slice(0, NAMED)
    .map(({ code, name, moved }) => `${code}${shortName(name)}${movedText(moved)}`).join('、')
}

/** What stands in brackets explains the name; a list does without. */
function shortName(name: string): string {
  return name.replace(/（.*）$/, '')
}
