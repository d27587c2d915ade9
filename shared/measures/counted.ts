import type { Obligation } from '../obligations/obligation.ts'
import { unreachable } from '../must.ts'
import { inYearSet, isWaiting, type CountedAt } from './year-set.ts'

/** Figures that open into the obligations behind them. */
export type CountedFigure = 'onTime' | 'onTimeOriginal' | 'eventual' | 'verifiable' | 'overdue'

export const countedFigures: readonly CountedFigure[] = ['onTime', 'onTimeOriginal', 'eventual', 'verifiable', 'overdue']

/** `part`: in numerator and denominator; `whole`: in the denominator only; `no`: in neither. */
export type Counted = 'no' | 'whole' | 'part'

/** How one obligation counts in a figure as of a day; the figures of a duty are sums of these answers. */
export function countedIn(o: Obligation, figure: CountedFigure, at: CountedAt): Counted {
  switch (figure) {
    case 'onTime': return inYearSet(o, at) ? inOnTime(o) : 'no'
    case 'onTimeOriginal': return o.year === at.year ? inOnTimeOriginal(o, at) : 'no'
    case 'eventual': return inYearSet(o, at) ? inEventual(o) : 'no'
    case 'verifiable': return inYearSet(o, at) ? inVerifiable(o) : 'no'
    case 'overdue': return o.status === 'overdue' ? 'part' : 'no'
    default: return unreachable(figure)
  }
}

function inOnTime(o: Obligation): Counted {
  if (o.status === 'onTime') return 'part'
  return o.status === 'late' || o.status === 'overdue' ? 'whole' : 'no'
}

/** An extension (报备) changes nothing here: between the original and the granted day a piece counts as missed. */
function inOnTimeOriginal(o: Obligation, at: CountedAt): Counted {
  if (isWaiting(o)) return o.originalDue !== null && o.originalDue < at.day ? 'whole' : 'no'
  const counted = inOnTime(o)
  return counted === 'part' && savedByExtension(o) ? 'whole' : counted
}

function savedByExtension(o: Obligation): boolean {
  return o.publishedDay !== null && o.originalDue !== null && o.dueDay !== null
    && o.originalDue < o.publishedDay && o.publishedDay <= o.dueDay && o.flags.includes('extended')
}

/** A declaration filed after the due day stays in the whole and is never a publication. */
function inEventual(o: Obligation): Counted {
  switch (o.status) {
    case 'onTime': case 'unverified': return 'part'
    case 'late': return o.lateBy === 'declaration' ? 'whole' : 'part'
    case 'overdue': return 'whole'
    default: return 'no'
  }
}

function inVerifiable(o: Obligation): Counted {
  const published = o.status === 'onTime' || o.status === 'late' || o.status === 'unverified'
  if (!published || !o.hangsOnFormation || o.publishedDay === null) return 'no'
  return o.proof === 'source' || o.proof === 'declared' ? 'part' : 'whole'
}
