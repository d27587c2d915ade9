import type { ScoreEvent } from '../../shared/measures/score-events.ts'
import type { UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import { scoreText } from '../figure-text.ts'

/** A point of the unit's line, with what moved it in its month. */
export interface TrendMark {
  readonly point: UnitTrendPoint
  /** What its line shows, with one decimal. */
  readonly figure: string
  /** "2026-03": the month it closes. */
  readonly month: string
  /** "3月", "今日". */
  readonly label: string
  readonly x: number
  /** null without a score that day. */
  readonly y: number | null
  readonly peerY: number | null
  /** The first of a year, the lowest and the last say their figure. */
  readonly named: boolean
  readonly under: boolean
  readonly events: readonly ScoreEvent[]
}

export interface UnitTrendPlot {
  /** The score, or for a unit without one the on-time rate in per cent. */
  readonly measure: 'score' | 'onTime' | null
  readonly marks: readonly TrendMark[]
  readonly own: readonly string[]
  readonly peers: readonly string[]
}

export interface TrendBox {
  readonly width: number
  readonly height: number
}

const TOP = 22
/** Room for a figure under the lowest point. */
const BOTTOM = 26

/**
 * The unit's score at the month ends and today, its peers' mean beside it; both lines break where a year begins anew. A unit
 * that never had a score shows its on-time rate, alone.
 */
export function unitTrendPlot(points: readonly UnitTrendPoint[], events: readonly ScoreEvent[], { width, height }: TrendBox): UnitTrendPlot {
  const isScored = points.some(({ score }) => score !== null)
  const valueOf = ({ score, onTime }: UnitTrendPoint) => (isScored ? score : onTime.share === null ? null : onTime.share * 100)
  const peerOf = ({ peerMean }: UnitTrendPoint) => (isScored ? peerMean : null)
  const known = points.flatMap((point) => [valueOf(point), peerOf(point)]).filter((value) => value !== null)
  const [low, high] = [Math.min(...known, 100), Math.max(...known, 0)]
  const span = Math.max(4, high - low)
  const yOf = (score: number) => height - BOTTOM - ((score - low) / span) * (height - TOP - BOTTOM)
  // Each month has the same room, so that its name and its count fit; today stands in a month's place.
  const xOf = (index: number) => (points.length < 2 ? width : (index / (points.length - 1)) * width)
  const scores = points.map(valueOf)
  const lowest = scores.indexOf(Math.min(...scores.filter((score) => score !== null)))
  const marks = points.map((point, index): TrendMark => {
    const isLast = index === points.length - 1
    const opens = points[index - 1]?.year !== point.year
    const [value, peer] = [valueOf(point), peerOf(point)]
    return {
      point, month: point.day.slice(0, 7), label: isLast ? '今日' : `${+point.day.slice(5, 7)}月`, x: xOf(index),
      y: value === null ? null : yOf(value), peerY: peer === null ? null : yOf(peer), figure: value === null ? '' : scoreText(value),
      named: isLast || index === lowest || (opens && index > 0), under: index === lowest && !isLast,
      events: events.filter(({ day }) => day.slice(0, 7) === point.day.slice(0, 7)),
    }
  })
  const measure = scores.every((value) => value === null) ? null : isScored ? 'score' : 'onTime'
  return { measure, marks, own: linesOf(marks, ({ y }) => y), peers: linesOf(marks, ({ peerY }) => peerY) }
}

/** Strokes between neighbours of one year that both have a figure. */
function linesOf(marks: readonly TrendMark[], yOf: (mark: TrendMark) => number | null): string[] {
  const paths: string[][] = []
  let before: TrendMark | undefined
  for (const mark of marks) {
    const y = yOf(mark)
    if (y === null) {
      before = undefined
      continue
    }
    const at = `${mark.x.toFixed(1)},${y.toFixed(1)}`
    if (before?.point.year === mark.point.year) paths[paths.length - 1]?.push(at)
    else paths.push([at])
    before = mark
  }
  return paths.filter((path) => path.length > 1).map((path) => `M${path.join('L')}`)
}
