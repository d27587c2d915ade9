import type { UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import type { PieceChange } from '../../shared/measures/unit-changes.ts'
import { yearOf, type Day } from '../../shared/time/day.ts'
import type { EntrySince, TodoRow } from '../../shared/wire/unit-answers.ts'
import { dayText, monthDayText, periodicText, scoreText, tenthsOf } from '../figure-text.ts'
import { feedWords } from '../record-words.ts'
import { settingWords, unitWords } from '../unit-words.ts'
import { factWords, statusWords } from '../words.ts'

export interface ScoreChange {
  readonly way: 'up' | 'down' | 'level'
  readonly points: string
}

/** The score shown against that of the end of last month; null across a new year, which begins from nothing, and without a score on either side. */
export function scoreChange(score: number | null, month: UnitTrendPoint | null, day: Day): ScoreChange | null {
  if (score === null || month === null || month.score === null || month.year !== yearOf(day)) return null
  const tenths = tenthsOf(score) - tenthsOf(month.score)
  return { way: tenths > 0 ? 'up' : tenths < 0 ? 'down' : 'level', points: tenths === 0 ? unitWords.level : (Math.abs(tenths) / 10).toFixed(1) }
}

/** The more urgent first, as the server says; or what gains most first, equals by urgency. */
export function sortedTodo(rows: readonly TodoRow[], by: 'urgency' | 'gain'): readonly TodoRow[] {
  return by === 'urgency' ? rows : [...rows].sort((a, b) => (b.gain ?? -1) - (a.gain ?? -1))
}

/** What a line is called: the title where it has one, else the period and the catalogue's name. */
export function lineTitle(line: { readonly title: string | null; readonly period: string | null; readonly itemName: string }): string {
  return line.title ?? periodicText(line.period, line.itemName)
}

/** "逾期6日", "还有2日", "今日到期". */
export function leftText({ row, kind, workdaysLeft }: Pick<TodoRow, 'row' | 'kind' | 'workdaysLeft'>): string {
  if (row === null) return unitWords.uncoveredTodo
  if (workdaysLeft === null) return unitWords.noDue
  return kind === 'overdue' ? unitWords.overdueBy(-workdaysLeft) : unitWords.leftDays(workdaysLeft)
}

/** What became of a piece: "待公开 → 按时公开", "新增：逾期未公开", a due day that moved. */
export function changeText({ from, to, dueBefore, dueDay }: PieceChange): string {
  if (to === null) return `${from === null ? '' : `${statusWords[from]} → `}${unitWords.wentAway}`
  if (from === null) return `${unitWords.came} → ${statusWords[to]}`
  if (from !== to) return `${statusWords[from]} → ${statusWords[to]}`
  return unitWords.dueMoved(dueBefore === null ? unitWords.noDue : monthDayText(dueBefore), dueDay === null ? unitWords.noDue : monthDayText(dueDay))
}

/** Who and what is behind a change: the entries that bear on the piece; with none, a rule that took effect or the passing of days. */
export function reasonText({ id }: PieceChange, entries: readonly EntrySince[]): string {
  const own = entries.filter(({ pieces }) => pieces.includes(id))
  if (own.length > 0) return [...new Set([...own].reverse().map(entryText))].join('，')
  return entries.some(({ what }) => what === 'setting') ? unitWords.byRule : unitWords.byTime
}

/** "区医保局联络员 公开", "OA发文登记 登记". */
export function entryText({ by, feed, what, kind }: EntrySince): string {
  const act = what === 'fact' ? factWords[kind as keyof typeof factWords] : settingWords[kind as keyof typeof settingWords]
  return unitWords.by(by ?? feedWords[feed] ?? feed, act)
}

/** A point of the trend read aloud. */
export function pointText({ day, score, rank, peerCount, onTime, overdue }: UnitTrendPoint): string {
  const share = onTime.share === null ? '—' : `${(onTime.share * 100).toFixed(1)}%`
  const place = rank === null ? unitWords.notRanked : unitWords.rank + unitWords.rankOf(rank, peerCount)
  return unitWords.point(dayText(day), [unitWords.pointScore(scoreText(score)), place, unitWords.pointRate(share), unitWords.pointOverdue(overdue)])
}
