import { isActKind, type FactName, type FoundFact, type RecheckedFact, type RectifiedFact } from '../facts/act.ts'
import type { FactKind } from '../facts/fact.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { addDays, type Day } from '../time/day.ts'
import { aboutKey } from './about.ts'
import { unitActs, type AssessmentActs } from './assessment-acts.ts'
import { isDisputed, type Finding, type Spoken } from './finding.ts'
import type { World } from './world.ts'

type Draft<F> = Omit<F, 'day'>
export type FindingWorld = Pick<World, 'acts' | 'calendar' | 'day'>

/** What somebody says, and under which account. */
interface Said<F> {
  readonly draft: Draft<F>
  readonly account: string | undefined
}

/** Nobody is given longer than a year: such a day is a slip of the pen. */
const LONGEST_DAYS = 366

/** The finding a fact names, of any unit and year. */
export function findingNamed(acts: AssessmentActs, { feed, key }: FactName): Finding | undefined {
  for (const { findings } of acts.byUnit.values()) {
    const found = findings.find((each) => each.feed === feed && each.key === key)
    if (found) return found
  }
  return undefined
}

/** A finding's limit is a working day; of two who enter the same fault of the same place at once the second is told. */
export function refusedFinding(draft: Draft<FoundFact>, { acts, calendar, day }: FindingWorld): Refusal | undefined {
  const twin = unitActs(acts, draft.unit, draft.year).findings.find((each) => isTwin(each, draft))
  if (twin) {
    return refusal('already-found', 'place', `同一处的同类问题已由 ${twin.by} 登记（第 ${twin.seq} 号，还没有销号），不必重复登记；确是另一处的，请在“位置”里写清楚。`)
  }
  return refusedLimit(draft.until, { calendar, day })
}

function isTwin(each: Finding, { key, code, item, about, place }: Draft<FoundFact>): boolean {
  return each.key !== key && each.state !== 'cleared' && each.state !== 'revoked' && each.code === code && each.item === item && each.place === place
    && (each.about === null ? about === undefined : about !== undefined && aboutKey(each.about) === aboutKey(about))
}

/** A correction leaves the limit out where it does not replace it. */
function refusedLimit(until: Day | undefined, { calendar, day }: Omit<FindingWorld, 'acts'>): Refusal | undefined {
  if (until === undefined) return undefined
  if (until > addDays(day, LONGEST_DAYS)) return refusal('bad-value', 'until', `整改期限 ${until} 在一年以后，请核对年份。`)
  if (calendar.isWorkday(until)) return undefined
  return refusal('not-workday', 'until', `整改期限 ${until} 不是工作日，请改填工作日，如 ${calendar.nextWorkday(until)}。`)
}

/** An answer is taken as long as the finding is not closed, as often as there is something to add. */
export function refusedAnswer(draft: Pick<RectifiedFact, 'of'>, acts: AssessmentActs): Refusal | undefined {
  const finding = findingNamed(acts, draft.of)
  if (!finding) return refusal('unknown-finding', 'of', '所指的问题已撤回，请刷新后再看。')
  return finding.state === 'cleared' || finding.state === 'revoked' ? refusedClosed(finding, '不必再反馈') : undefined
}

function refusedClosed({ state, steps }: Finding, way: string): Refusal {
  return refusal('closed', 'of', `这个问题已由 ${steps.at(-1)?.by ?? ''} ${state === 'cleared' ? '销号' : '撤销'}，${way}，请刷新后查看。`)
}

/**
 * Clearing and failing answer what the unit said. A finding the unit holds wrong is ruled on by somebody other than its
 * finder, and only such a one revokes it: both opinions are kept. Where the limit has gone by, failing gives a new one.
 */
export function refusedRecheck({ draft, account }: Said<RecheckedFact>, { acts, calendar, day }: FindingWorld): Refusal | undefined {
  const finding = findingNamed(acts, draft.of)
  if (!finding) return refusal('unknown-finding', 'of', '所指的问题已撤回，请刷新后再看。')
  if (finding.state === 'cleared' || finding.state === 'revoked') return refusedClosed(finding, '不再复查')
  const isFinder = account !== undefined && finding.by === account
  if (isFinder && draft.outcome === 'revoked') return refusal('own-finding', 'outcome', '问题是本账号登记的，撤销须由其他人员作出，双方意见都会保留。')
  if (isFinder && isDisputed(finding)) return refusal('own-finding', 'outcome', '单位对问题有异议，而问题是本账号登记的，须由其他人员复查，双方意见都会保留。')
  if (draft.outcome === 'revoked') return undefined
  if (finding.state !== 'answered') return refusedUnanswered(finding)
  if (draft.outcome === 'failed' && draft.until === undefined && finding.until < day) {
    return refusal('missing-field', 'until', `原整改期限 ${finding.until} 已过，复查未通过须写明新的整改期限。`)
  }
  return refusedLimit(draft.until, { calendar, day })
}

function refusedUnanswered({ state, steps, until }: Finding): Refusal {
  if (state !== 'failed') return refusal('not-answered', 'of', '单位还没有反馈整改情况，请等反馈后再复查。')
  return refusal('not-answered', 'of', `刚由 ${steps.at(-1)?.by ?? ''} 复查未通过（整改期限 ${until}），请等单位再次反馈后再复查。`)
}

/** An opinion, a mark or a blind piece is corrected only by who gave it; a finding and its steps only until the other side has spoken to them. */
export function refusedRewriting({ of, kind, account }: { readonly of: FactName; readonly kind: FactKind; readonly account: string | undefined }, acts: AssessmentActs): Refusal | undefined {
  if (!isActKind(kind)) return undefined
  for (const { marks, inspections, spotted, findings } of acts.byUnit.values()) {
    const work = [...marks, ...inspections, ...spotted].find((each) => each.feed === of.feed && each.fact.key === of.key)
    if (work) return refusedIn([work], account)
    for (const finding of findings) {
      const exchange = [finding, ...finding.steps]
      const place = exchange.findIndex((each) => each.feed === of.feed && each.key === of.key)
      if (place !== -1) return refusedIn(exchange.slice(place), account)
    }
  }
  return undefined
}

function refusedIn([said, next]: readonly Spoken[], account: string | undefined): Refusal | undefined {
  if (said !== undefined && account !== undefined && said.by !== account) {
    return refusal('not-own', 'of', `这条意见是 ${said.by} 写的，只能由本人更正；各方意见都会保留。`)
  }
  return next === undefined ? undefined : refusal('answered-meanwhile', 'of', `此后已有 ${next.by} 的意见，不能再改；问题不成立的，请由登记人以外的人员撤销。`)
}
