import { addDays, weekdayOf, type Day } from '../time/day.ts'
import type { CalendarNotice, DayKind } from '../time/working-calendar.ts'
import { proofSentence, type ProofOf } from './deadline-sentence.ts'
import { unrolledDay } from './due-day.ts'
import { dueSoonFrom } from './due-soon.ts'
import type { DueLayer } from './obligation.ts'
import { isProvisional } from './provisional.ts'

/**
 * What a day is in the count: the event's own, the n-th counted, passed over, one of the last before a fixed date (n
 * working days are left), the due day, granted by a 报备, or overdue (n working days so far).
 */
export type ProofMark = 'start' | 'counted' | 'skipped' | 'before' | 'due' | 'extended' | 'overdue'

export interface ProofDay {
  readonly day: Day
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly mark: ProofMark
  /** What `mark` counts; null on days that do not count. */
  readonly n: number | null
  readonly kind: DayKind['kind']
  /** 春节 … of a holiday or make-up day. */
  readonly name: string | null
  /** Title of the notice behind a holiday or make-up day; null where the law alone makes it one. */
  readonly notice: string | null
}

/** 时限推算: any due day opened into its strip of days. */
export interface DeadlineProof {
  readonly from: Day | null
  readonly due: Day
  /** The day of a publication that came after the due day: the strip's last; null where there is none. */
  readonly published: Day | null
  /** Where calendar days ended before they moved to a working day; null where they did not. */
  readonly unrolled: Day | null
  readonly layer: DueLayer['layer']
  /** Chinese words of the rule: the printed phrase, the article. */
  readonly rule: string
  readonly assumed: boolean
  readonly provisional: boolean
  readonly days: readonly ProofDay[]
  /** The notices the strip rests on, in order of first use. */
  readonly notices: readonly CalendarNotice[]
  /** The same arithmetic as a Chinese sentence. */
  readonly sentence: string
}

/**
 * The strip of days from the event to the due day, or to a late publication, or to `upTo` when that is later, with the notice behind each holiday
 * and make-up day. A fixed date starts at its warning, so that the working days left before it can be seen.
 */
export function deadlineProof(asked: ProofOf): DeadlineProof {
  const { from, to, calendar, layer } = asked
  const published = asked.published !== undefined && asked.published > to ? asked.published : null
  const last = published ?? (asked.upTo !== undefined && asked.upTo > to ? asked.upTo : to)
  const first = layer.unit === 'date' ? laterOf(from, dueSoonFrom(layer, calendar)) : from ?? to
  const days: ProofDay[] = []
  const notices = new Set<CalendarNotice>()
  let counted = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day)
    const counts = day > (from ?? '') && day <= layer.day && isCounted(day, layer, kind)
    if (counts) counted += 1
    const notice = calendar.noticeBehind(day)
    if (notice) notices.add(notice)
    days.push({
      day, weekday: weekdayOf(day), ...markOf(day, asked, counts ? counted : null), kind: kind.kind,
      name: 'name' in kind ? kind.name : null, notice: notice?.title ?? null,
    })
  }
  const unrolled = unrolledDay(layer)
  const proof = {
    from, due: to, published, unrolled: unrolled === layer.day ? null : unrolled, layer: layer.layer, rule: layer.rule, assumed: layer.assumed,
    provisional: isProvisional(layer, calendar), days, notices: [...notices],
  }
  return { ...proof, sentence: proofSentence(proof, asked) }
}

function laterOf(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b
}

function isCounted(day: Day, layer: DueLayer, kind: DayKind): boolean {
  switch (layer.unit) {
    case 'workday': return kind.kind === 'work' || kind.kind === 'makeup'
    case 'calendarDay': return day <= (unrolledDay(layer) ?? layer.day)
    case 'date': return false
  }
}

function markOf(day: Day, { from, to, calendar, layer }: ProofOf, n: number | null): Pick<ProofDay, 'mark' | 'n'> {
  if (day === from) return { mark: 'start', n: null }
  if (day > to) return { mark: 'overdue', n: calendar.isWorkday(day) ? calendar.workdaysBetween(to, day) : null }
  if (day === to) return { mark: 'due', n }
  if (day > layer.day) return { mark: 'extended', n: null }
  if (layer.unit === 'date') return { mark: 'before', n: calendar.isWorkday(day) ? calendar.workdaysBetween(day, to) : null }
  return n === null ? { mark: 'skipped', n } : { mark: 'counted', n }
}
