import type { FindingRow, FindingStepRow } from '../../shared/wire/finding-answers.ts'
import { dayText } from '../figure-text.ts'
import { findingWords } from '../finding-words.ts'
import { queryText, today, type At } from './addresses.ts'

/** How a finding stands, in words. `overdue`: the unit is past its limit, the one thing shown in vermilion. */
export function findingStanding(row: Pick<FindingRow, 'state' | 'inTime' | 'isOverdue' | 'workdaysLeft'>): { readonly text: string; readonly overdue: boolean } {
  const { state, inTime, isOverdue, workdaysLeft } = row
  switch (state) {
    case 'open': case 'failed': {
      const left = workdaysLeft ?? 0
      if (isOverdue) return { text: left === 0 ? findingWords.overdueJust : findingWords.overdue(-left), overdue: true }
      return { text: findingWords.left(left), overdue: false }
    }
    case 'answered': return { text: inTime === false ? findingWords.waitsLate : findingWords.waits, overdue: false }
    case 'cleared': return { text: inTime === false ? findingWords.clearedLate : findingWords.clearedInTime, overdue: false }
    case 'revoked': return { text: findingWords.state.revoked, overdue: false }
  }
}

/** What one step says beside its reason. */
export function stepFacts(step: FindingStepRow): readonly string[] {
  if (step.kind === 'rectified') return []
  return [findingWords.outcome[step.outcome], ...(step.until === null ? [] : [findingWords.newUntil(dayText(step.until))])]
}

export function stepAct(step: FindingStepRow): string {
  if (step.kind === 'rechecked') return findingWords.recheck.title
  return step.disagrees ? findingWords.act.disagrees : findingWords.act.rectified
}

/** Whether this account may look at it again, and which outcomes are its to say; a sentence where none is. */
export function recheckRights(row: Pick<FindingRow, 'state' | 'by' | 'isDisputed'>, account: string): { readonly outcomes: readonly ('cleared' | 'failed' | 'revoked')[]; readonly note: string } {
  const text = findingWords.recheck
  const isFinder = row.by === account
  if (row.state === 'cleared' || row.state === 'revoked') return { outcomes: [], note: '' }
  if (row.state !== 'answered') return isFinder ? { outcomes: [], note: text.waitingOwn } : { outcomes: ['revoked'], note: text.waiting }
  if (!isFinder) return { outcomes: ['cleared', 'failed', 'revoked'], note: '' }
  return row.isDisputed ? { outcomes: [], note: text.ownDisagreed } : { outcomes: ['cleared', 'failed'], note: text.ownRevoke }
}

type Fields = Readonly<Record<string, string | number | null | undefined>>

/** The page of findings under these filters. */
export function findingsAddress(fields: Fields, at: At = today): string {
  const text = queryText(fields, at)
  return text === '' ? '/findings' : `/findings?${text}`
}

/** What the server is asked for, of what the page's address says: without a word, those that are the unit's turn. */
export function findingsQuery({ state, ...fields }: Fields, at: At = today): string {
  const asked = state === undefined || state === null || state === 'todo' ? { state: 'open,failed' } : state === 'all' ? {} : { state }
  return queryText({ ...fields, ...asked }, at)
}
