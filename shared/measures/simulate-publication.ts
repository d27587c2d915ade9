import type { Obligation } from '../obligations/obligation.ts'
import { countIn, countOut, type DutyFigures, type DutyPart } from './figures.ts'
import { isWaiting, type CountedAt } from './year-set.ts'

/** The duty as it would stand if this open obligation were published today. */
export function withPublished(part: DutyPart, open: Obligation, at: CountedAt): DutyPart {
  const after = withReplaced(part, { from: open, to: published(open, at) }, at)
  return covers(part, open, at) ? withCovered(after) : after
}

/** The duty with one of its obligations judged otherwise; what covers it stays. */
export function withReplaced(part: DutyPart, { from, to }: { readonly from: Obligation; readonly to: Obligation }, at: CountedAt): DutyPart {
  const figures = copyOf(part.figures)
  countOut(figures, from, at)
  countIn(figures, to, at)
  return { standing: part.standing, figures, obligations: part.obligations.map((o) => (o === from ? to : o)) }
}

/** The duty as it would stand if something of it were published or looked over today. */
export function withCovered(part: DutyPart): DutyPart {
  return { ...part, standing: { ...part.standing, covered: true } }
}

/** After the due day a publication is late; before it, only a proved formation day makes it on time where that day matters. */
function published(o: Obligation, at: CountedAt): Obligation {
  const proved = !o.hangsOnFormation || o.proof === 'source' || o.proof === 'declared'
  const inTime = { ...o, publishedDay: at.day, status: proved ? 'onTime' : 'unverified' } as const
  return isWaiting(o) ? inTime : { ...o, publishedDay: at.day, status: 'late', lateBy: 'publication' }
}

/** Of periodic duties only the last period past its due day covers; of the others any publication does. */
function covers({ standing, obligations }: DutyPart, open: Obligation, at: CountedAt): boolean {
  if (!standing.applicable) return false
  if (standing.cadence !== 'slots') return true
  const due = open.dueDay
  if (due === null || due >= at.day) return false
  return obligations.every((o) => o.dueDay === null || o.dueDay >= at.day || o.dueDay <= due)
}

function copyOf(figures: DutyFigures): DutyFigures {
  return {
    ...figures, tally: { ...figures.tally }, overdueDays: [...figures.overdueDays], openDays: [...figures.openDays],
  }
}
