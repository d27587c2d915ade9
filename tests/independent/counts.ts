import type { InForce } from './in-force.ts'
import type { Judged } from './judging.ts'
import type { Piece } from './verdict.ts'

export const statuses = ['pending', 'dueSoon', 'overdue', 'onTime', 'late', 'unverified', 'nothing', 'exempt', 'unknown'] as const

/** part of whole; no share of nothing. */
export interface Share { readonly part: number; readonly whole: number; readonly share: number | null }

export function shareOf(part: number, whole: number): Share {
  return { part, whole, share: whole === 0 ? null : part / whole }
}

export const isWaiting = ({ status }: Piece) => status === 'pending' || status === 'dueSoon'
export const isOpen = (piece: Piece) => isWaiting(piece) || piece.status === 'overdue'

/** The figures that open into the pieces behind them: in the part, in the whole only, or in neither. */
export type Figure = 'onTime' | 'onTimeOriginal' | 'eventual' | 'verifiable' | 'overdue'
type InFigure = 'part' | 'whole' | null

/** Rates are about the year's pieces that are settled or past due. */
export function inFigure(piece: Piece, figure: Figure, { year, day }: Pick<InForce, 'year' | 'day'>): InFigure {
  const { status } = piece
  if (figure === 'overdue') return status === 'overdue' ? 'part' : null
  if (piece.year !== year) return null
  const isMissed = status === 'late' || status === 'overdue'
  switch (figure) {
    case 'onTime': return status === 'onTime' ? 'part' : isMissed ? 'whole' : null
    case 'eventual': {
      if (status === 'overdue' || (status === 'late' && piece.lateBy === 'declaration')) return 'whole'
      return ['onTime', 'late', 'unverified'].includes(status) ? 'part' : null
    }
    case 'verifiable': {
      if (!['onTime', 'late', 'unverified'].includes(status) || !piece.hangs || piece.publishedDay === null) return null
      return ['source', 'declared'].includes(piece.proof) ? 'part' : 'whole'
    }
    // Against the original day a granted one changes nothing: what waits past it, or came out between the two, is missed.
    case 'onTimeOriginal': {
      const { originalDue, dueDay, publishedDay } = piece
      if (isWaiting(piece)) return originalDue !== null && originalDue < day ? 'whole' : null
      if (status !== 'onTime') return isMissed ? 'whole' : null
      const isSaved = piece.flags.includes('extended') && publishedDay !== null && originalDue !== null && dueDay !== null
        && publishedDay > originalDue && publishedDay <= dueDay
      return isSaved ? 'whole' : 'part'
    }
  }
}

export function figureOf(pieces: readonly Piece[], figure: Figure, rules: Pick<InForce, 'year' | 'day'>): Share {
  const found = pieces.map((piece) => inFigure(piece, figure, rules))
  return shareOf(found.filter((each) => each === 'part').length, found.filter((each) => each !== null).length)
}

/** Everything counted of some duties: a unit, a category, a cell or the district. */
export interface Count {
  readonly tally: Readonly<Record<string, number>>
  readonly carriedOver: number
  readonly onTime: Share
  readonly onTimeOriginal: Share
  readonly eventual: Share
  readonly verifiable: Share
  readonly coverage: Share
  readonly overdue: number
  readonly longestOverdue: number
  readonly totalOverdue: number
  readonly dueWithin10: number
}

export function countOf(duties: readonly Judged[], rules: InForce): Count {
  const { year, day, workdays } = rules
  const pieces = duties.flatMap((each) => each.pieces)
  // The year's pieces settled or past due, and open ones of any year.
  const counted = pieces.filter((piece) => isOpen(piece) || piece.year === year)
  const late = pieces.filter(({ status }) => status === 'overdue').map(({ dueDay }) => (dueDay === null ? 0 : workdays.between(dueDay, day)))
  const tenth = workdays.after(day, 10)
  const covers = duties.map(({ cover }) => cover).filter(({ counts }) => counts)
  return {
    tally: Object.fromEntries(statuses.map((status) => [status, counted.filter((piece) => piece.status === status).length])),
    carriedOver: pieces.filter((piece) => isOpen(piece) && piece.year < year).length,
    onTime: figureOf(pieces, 'onTime', rules), onTimeOriginal: figureOf(pieces, 'onTimeOriginal', rules),
    eventual: figureOf(pieces, 'eventual', rules), verifiable: figureOf(pieces, 'verifiable', rules),
    coverage: shareOf(covers.filter(({ covered }) => covered).length, covers.length),
    overdue: late.length, longestOverdue: Math.max(0, ...late), totalOverdue: late.reduce((sum, each) => sum + each, 0),
    dueWithin10: pieces.filter((piece) => isWaiting(piece) && piece.dueDay !== null && piece.dueDay <= tenth).length,
  }
}
