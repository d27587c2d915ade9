import { countIn, countOut, figuresOf, type DutyPart } from '../../shared/measures/figures.ts'
import type { JudgedDuty, Obligation } from '../../shared/obligations/obligation.ts'
import type { CountedAt } from '../../shared/measures/year-set.ts'

function isSame(a: Obligation, b: Obligation): boolean {
  return a.status === b.status && a.dueDay === b.dueDay && a.publishedDay === b.publishedDay && a.facts.length === b.facts.length &&
    a.title === b.title && a.lateBy === b.lateBy && a.proof === b.proof && a.unit === b.unit && a.originalDue === b.originalDue &&
    a.eventDay === b.eventDay && a.year === b.year && a.url === b.url && a.breach === b.breach && a.exemptKind === b.exemptKind &&
    a.docNumber === b.docNumber && isSameList(a.flags, b.flags) && isSameList(a.aliases, b.aliases) && isSameList(a.facts, b.facts)
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, n) => each === b[n])
}

/**
 * A duty's part after it was judged again: figures moved ±1 by the obligations that came, went or changed; unchanged
 * obligations keep their identity. The old part must have been counted under the same year.
 */
export function recounted(old: DutyPart | undefined, judged: JudgedDuty, at: { readonly old: CountedAt; readonly now: CountedAt }): DutyPart {
  if (!old) return { ...judged, figures: figuresOf(judged.obligations, at.now) }
  const { figures } = old
  const before = new Map<string, Obligation>()
  for (const [n, each] of old.obligations.entries()) if (judged.obligations[n] !== each) before.set(each.id, each)
  if (before.size === 0 && judged.obligations.length === old.obligations.length) return { standing: judged.standing, figures, obligations: old.obligations }
  const obligations = judged.obligations.map((each, n) => {
    if (old.obligations[n] === each) return each
    const was = before.get(each.id)
    if (was) {
      before.delete(each.id)
      // The very same judgement counts as it did, on a later day too, until its day to change comes.
      if (was === each || (at.old.day === at.now.day && isSame(was, each))) return was
      countOut(figures, was, at.old)
    }
    countIn(figures, each, at.now)
    return each
  })
  for (const gone of before.values()) countOut(figures, gone, at.old)
  return { standing: judged.standing, figures, obligations }
}
