import type { Obligation } from '../obligations/obligation.ts'
import type { DutyPart } from './figures.ts'
import { bureauCategory } from './scored-unit.ts'
import { withCovered, withPublished } from './simulate-publication.ts'
import { isOpen, type CountedAt } from './year-set.ts'

export type GapKind = 'overdue' | 'due' | 'uncovered'

/** One thing that could be published today, with its duty before and after. */
export interface GapCandidate {
  readonly kind: GapKind
  readonly before: DutyPart
  readonly after: DutyPart
  readonly obligation: Obligation | null
}

/**
 * What could be published today: per district duty the longest overdue piece and the next one due (the others of the duty
 * gain alike and come up once these are out), and duties with nothing to show. In the order of urgency.
 */
export function gapCandidates(parts: readonly DutyPart[], at: CountedAt): readonly GapCandidate[] {
  const candidates: GapCandidate[] = []
  for (const part of parts) {
    const { category, state } = part.standing
    if (category === bureauCategory || state === 'notApplicable') continue
    const open = part.obligations.filter((o) => isOpen(o) && o.dueDay !== null)
    const overdue = earliest(open.filter((o) => o.status === 'overdue'))
    const due = earliest(open.filter((o) => o.status !== 'overdue'))
    if (overdue) candidates.push(publicationOf('overdue', { part, o: overdue }, at))
    if (due) candidates.push(publicationOf('due', { part, o: due }, at))
    if (isProposable(part)) {
      candidates.push({ kind: 'uncovered', before: part, after: withCovered(part), obligation: null })
    }
  }
  return candidates.sort(byUrgency)
}

/** A duty that shows nothing and waits for nothing: one publication (or looking its page over) covers it. Slots go period by period. */
export function isProposable({ standing: { state, applicable, covered, cadence }, obligations }: DutyPart): boolean {
  return state !== 'notApplicable' && applicable && !covered && cadence !== 'slots' && !obligations.some((o) => isOpen(o) && o.dueDay !== null)
}

function publicationOf(
  kind: GapKind, { part, o }: { readonly part: DutyPart; readonly o: Obligation }, at: CountedAt,
): GapCandidate {
  return { kind, before: part, after: withPublished(part, o, at), obligation: o }
}

function earliest(open: readonly Obligation[]): Obligation | undefined {
  let first: Obligation | undefined
  for (const o of open) if (!first || (o.dueDay ?? '') < (first.dueDay ?? '')) first = o
  return first
}

/** What has a due day comes by that day; duties without one last. */
function byUrgency(a: GapCandidate, b: GapCandidate): number {
  const [left, right] = [a.obligation?.dueDay ?? '9999', b.obligation?.dueDay ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}
