import type { Day } from '../time/day.ts'
import { ofKind, type EffectiveFact } from '../facts/effective-facts.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { appealUntil, feedbackDay, isContestable, type Contested } from './contest.ts'
import { findingsAbout } from './findings-about.ts'
import type { World } from './world.ts'
import { isSettled } from './status.ts'

/** A unit's appeal or request, or the office's answer to one, before it is recorded. */
export interface MatterAsked extends Contested {
  readonly kind: 'disputed' | 'requested' | 'ruled' | 'extended' | 'declined'
  readonly until?: Day | undefined
  /** Account that says it. */
  readonly account: string | undefined
  /** As far as the law lets the due day be moved; null where no law sets a limit. */
  readonly legal: Day | null
  readonly world: World
}

const field = 'about.obligation'

/** 报备 moves what the office counts by, never the law. */
export const lawStands = '法定时限不因报备改变；本次报备仅作督办和评议参考，计分仍按法定到期日。'

/** Why it is not taken now; undefined where it is. */
export function refusedMatter(asked: MatterAsked): Refusal | undefined {
  switch (asked.kind) {
    case 'disputed': return refusedAppeal(asked)
    case 'requested': return refusedRequest(asked)
    case 'ruled': return refusedRuling(asked)
    case 'extended': return refusedGrant(asked)
    case 'declined': return openRequest(asked.facts) ? undefined : refusal('no-request', field, '这一件没有待答复的延期申请，可能已由他人答复或单位已撤回，请刷新后再看。')
  }
}

/**
 * An appeal (申诉) contests what is counted against the unit or asked of it, within five working days of the feedback
 * (`feedbackDay`), once, and once more (复核) after a ruling.
 */
function refusedAppeal(asked: MatterAsked): Refusal | undefined {
  const { obligation, facts, world } = asked
  const appeals = ofKind(facts, 'disputed')
  const ruling = ofKind(facts, 'ruled').at(-1)
  const last = appeals.at(-1)
  if (last && (ruling === undefined || last.seq > ruling.seq)) {
    return refusal('already-open', field, `这一件已于 ${last.fact.day} 提出申诉，正在复核，请等待裁定；要补充材料，请更正原申诉。`)
  }
  if (appeals.length >= 2) return refusal('appealed-twice', field, '这一件已申诉并复核过一次，不再受理；确有新情况，请直接联系区政府办公室。')
  if (!isContestable(obligation)) {
    return refusal('not-contestable', field, '这一件目前没有可申诉的结果：只有逾期未公开、逾期公开、时限未核实，或标有日期存疑、链接失效、渠道不符的，才可申诉。')
  }
  const told = feedbackDay(asked)
  if (told === null) return undefined
  const until = appealUntil(told, world.thresholds.appealWorkdays, world.calendar)
  if (world.day <= until) return undefined
  const wayOut = obligation.status === 'overdue' ? '请先公开并报送，公开后对新的结果仍可申诉。' : '确有新情况，请直接联系区政府办公室。'
  return refusal('too-late', field, `申诉期限已过：反馈之日为 ${told}，应在 ${world.thresholds.appealWorkdays} 个工作日内（${until} 前，含当日）提出。${wayOut}`)
}

/** 延期申请: not after the original due day, one at a time, to a day after the present due day and within the law. */
function refusedRequest(asked: MatterAsked): Refusal | undefined {
  const { obligation, facts, until } = asked
  if (isSettled(obligation.status)) return refusal('settled', field, '这一件已有结果，不必再申请延期。')
  const waiting = openRequest(facts)
  if (waiting) return refusal('already-open', field, `这一件已于 ${waiting.fact.day} 申请延期至 ${waiting.fact.until}，请等待答复。`)
  const late = refusedLate(asked)
  if (late) return late
  const { dueDay } = obligation
  if (until !== undefined && dueDay !== null && until <= dueDay) return refusal('bad-value', 'until', `现到期日就是 ${dueDay}，延期至 ${until} 不需要申请。`)
  return refusedBeyondLaw(asked)
}

/** A grant (报备) has effect only when given not after the original due day, up to the legal one. */
function refusedGrant(asked: MatterAsked): Refusal | undefined {
  return refusedLate(asked) ?? refusedBeyondLaw(asked)
}

function refusedLate({ obligation, world }: MatterAsked): Refusal | undefined {
  const { originalDue } = obligation
  if (originalDue === null) return refusal('no-due-day', field, '这一件形成日期不明，还没有到期日，不能报备延期；请先登记形成日期。')
  if (world.day <= originalDue) return undefined
  return refusal('too-late', field, `原到期日 ${originalDue} 已过，不能再报备延期。${lawStands}`)
}

function refusedBeyondLaw({ until, legal }: MatterAsked): Refusal | undefined {
  if (until === undefined || (legal !== null && until <= legal)) return undefined
  if (legal === null) return refusal('no-law', 'until', `这一件没有法定时限可依，报备不改变到期日，请按到期日公开。${lawStands}`)
  return refusal('beyond-law', 'until', `最多延至法定到期日 ${legal}，收到的是 ${until}。${lawStands}`)
}

/**
 * A ruling (裁定) answers what has come in since the last one: of two at once the second is told that the first stands.
 * Nobody rules on what they recorded themselves, nor on a piece they found something wrong with (问题): both opinions are kept.
 */
function refusedRuling({ obligation, facts, corrections, account, world }: MatterAsked): Refusal | undefined {
  const rulings = ofKind(facts, 'ruled')
  const own = [...facts.filter(({ fact }) => fact.kind !== 'ruled'), ...corrections].find(({ source }) => account !== undefined && source.account === account)
  if (own) return refusal('own-record', field, `第 ${own.seq} 号记录是本账号自己登记的，不能由本人裁定，请交其他评议人员裁定。`)
  const finding = findingsAbout(obligation, world.acts).find(({ by, state }) => account !== undefined && by === account && state !== 'revoked')
  if (finding) return refusal('own-finding', field, `这一件的第 ${finding.seq} 号问题是本账号登记的，不能再由本人裁定，请交其他评议人员裁定；双方意见都会保留。`)
  const last = rulings.at(-1)
  const news = [...facts, ...corrections].some(({ seq, fact }) => last !== undefined && seq > last.seq && fact.kind !== 'ruled')
  if (!last || news) return undefined
  return refusal('already-ruled', field, `这一件已由 ${last.source.account ?? last.source.feed} 于 ${last.fact.day} 裁定，没有新的申诉，不能再裁；请刷新后查看。要改写原裁定，请由原裁定人更正。`)
}

/** The request nobody has answered yet. */
export function openRequest(facts: readonly EffectiveFact[]) {
  const request = ofKind(facts, 'requested').at(-1)
  const answer = facts.findLast(({ fact }) => fact.kind === 'extended' || fact.kind === 'declined')
  return request && (answer === undefined || request.seq > answer.seq) ? request : undefined
}
