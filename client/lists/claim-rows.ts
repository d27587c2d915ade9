import type { DutyState } from '../../shared/facts/setting.ts'
import type { DutyRow } from '../../shared/wire/answers.ts'
import type { ListFilters } from './list-filters.ts'

export const claimFields = ['unit', 'category', 'state', 'q'] as const
export type ClaimField = (typeof claimFields)[number]
export type ClaimFilters = ListFilters<ClaimField>

/** What can be said of duties on this page; `upheld` is the office's claim (认定承担). */
export type ClaimAct = 'claimed' | 'objected' | 'proposed' | 'upheld' | 'notApplicable' | 'cadence'

export const claimStates: readonly DutyState[] = ['proposed', 'objected', 'claimed', 'notApplicable']

export const stateOfAct: Readonly<Record<Exclude<ClaimAct, 'cadence'>, DutyState>> = {
  claimed: 'claimed', objected: 'objected', proposed: 'proposed', upheld: 'claimed', notApplicable: 'notApplicable',
}

export function claimKey({ unit, item }: Pick<DutyRow, 'unit' | 'item'>): string {
  return `${unit}|${item}`
}

/** The rows that fit the filters: those that wait for an answer first, then in the order they came in. */
export function claimRows(rows: readonly DutyRow[], filters: ClaimFilters): readonly DutyRow[] {
  const q = (filters.q?.[0] ?? '').trim()
  const fits = rows.filter((row) =>
    (filters.unit?.includes(row.unit) ?? true) && (filters.category?.includes(row.category) ?? true) && (filters.state?.includes(row.state) ?? true)
    && (q === '' || row.itemName.includes(q) || row.unitName.includes(q)))
  return [...fits.filter(isWaiting), ...fits.filter((row) => !isWaiting(row))]
}

function isWaiting(row: DutyRow): boolean {
  return row.state === 'objected' || row.answerBy !== null
}

export interface ClaimCounts {
  readonly by: Readonly<Record<DutyState, number>>
  /** Sent to their unit and not answered yet; the soonest day to answer, with working days left. */
  readonly waiting: number
  readonly soonest: { readonly day: string; readonly left: number } | null
  /** Proposed by the catalogue alone: nobody was asked. */
  readonly unsent: number
}

export function claimCounts(rows: readonly DutyRow[]): ClaimCounts {
  const by = { proposed: 0, objected: 0, claimed: 0, notApplicable: 0 }
  let [waiting, unsent] = [0, 0]
  let soonest: ClaimCounts['soonest'] = null
  for (const row of rows) {
    by[row.state] += 1
    if (row.state !== 'proposed') continue
    if (row.answerBy === null) unsent += 1
    else waiting += 1
    if (row.answerBy !== null && (soonest === null || row.answerBy < soonest.day)) soonest = { day: row.answerBy, left: row.answerWorkdays ?? 0 }
  }
  return { by, waiting, soonest, unsent }
}

/** Acts open to a role; heads, reviewers and administrators read. */
export function actsOf(role: string | undefined): readonly ClaimAct[] {
  if (role === 'clerk') return ['claimed', 'objected']
  return role === 'supervisor' ? ['proposed', 'upheld', 'notApplicable', 'cadence'] : []
}

/** Whether an act can be said of a duty as it stands; the server has the last word. */
export function canBe(row: DutyRow, act: ClaimAct): boolean {
  switch (act) {
    case 'claimed': case 'objected': return row.state === 'proposed' || row.state === 'objected'
    case 'proposed': return row.state === 'objected' || (row.state === 'proposed' && row.answerBy === null)
    case 'upheld': return row.state !== 'claimed'
    case 'notApplicable': return true
    case 'cadence': return row.every.kind !== 'followUp'
    default: return false
  }
}
