import type { ActDraft } from '../facts/fact-context.ts'
import type { FoundFact, InspectedFact, MarkedFact, RecheckedFact, RectifiedFact } from '../facts/act.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { aboutKey } from './about.ts'
import { unitActs, type AssessmentActs } from './assessment-acts.ts'
import { refusedAnswer, refusedFinding, refusedRecheck } from './finding-rules.ts'
import type { World } from './world.ts'

type Draft<F> = Omit<F, 'key' | 'day'>

export interface ActAsked {
  readonly draft: ActDraft
  /** Account that says it. */
  readonly account: string | undefined
  readonly world: Pick<World, 'acts' | 'scheme' | 'units' | 'calendar' | 'day'>
}

/** Why 考核记录 is not taken as things stand; undefined where it is. Of two at once the second sees the first. */
export function refusedAct({ draft, account, world }: ActAsked): Refusal | undefined {
  switch (draft.kind) {
    case 'marked': return refusedMark(draft as Draft<MarkedFact>, world)
    case 'inspected': return refusedInspection(draft as Draft<InspectedFact>, world.acts)
    case 'found': return refusedFinding(draft as Omit<FoundFact, 'day'>, world)
    case 'rectified': return refusedAnswer(draft as Draft<RectifiedFact>, world.acts)
    case 'rechecked': return refusedRecheck({ draft: draft as Omit<RecheckedFact, 'day'>, account }, world)
    default: return undefined
  }
}

/** Points within what is printed; a leaf the system reckons itself is not marked by hand; vertical units have no score. */
function refusedMark(draft: Draft<MarkedFact>, { acts, scheme, units }: ActAsked['world']): Refusal | undefined {
  if (units.get(draft.unit)?.kind === 'vertical') return refusal('not-scored', 'unit', '垂直管理单位只作监测，不计分，不能评分。')
  const { marks } = unitActs(acts, draft.unit, draft.year)
  const last = marks.findLast(({ fact }) => fact.entry === draft.entry)
  if (draft.after !== undefined && draft.after !== (last?.seq ?? 0)) {
    return refusal('marked-meanwhile', 'after', last === undefined
      ? '这一项的上一条记录已不在，请刷新后再评。'
      : `这一项刚由 ${last.by} 评为 ${last.fact.takeBack === true ? '撤回' : `${last.fact.points} 分`}，请看过后再决定是否改评，不会自动覆盖。`)
  }
  return refusedEntry(draft, scheme)
}

function refusedEntry({ entry, points, vetoKind, takeBack }: Draft<MarkedFact>, scheme: World['scheme']): Refusal | undefined {
  if (takeBack === true) return undefined
  if (entry === 'veto') {
    if (vetoKind !== undefined && scheme.veto.entries.includes(vetoKind)) return undefined
    return refusal('unknown-veto', 'vetoKind', `单项否决须写明情形：${scheme.veto.entries.join('、')}。`)
  }
  const leaf = scheme.groups.flatMap(({ leaves }) => leaves).find(({ code }) => code === entry)
  if (leaf && leaf.measure !== 'none') return refusal('reckoned', 'entry', `指标 ${entry}（${leaf.name}）由系统按记录计算，不能人工评分；有异议请走申诉或问题登记。`)
  const bonus = scheme.bonus.entries.find(({ code }) => code === entry)
  const most = leaf?.points ?? bonus?.points
  if (most !== undefined) return points > most ? refusal('too-many-points', 'points', `${entry} 最多 ${most} 分，收到的是 ${points} 分。`) : undefined
  if (!scheme.negative.some(({ code }) => code === entry)) return refusal('unknown-entry', 'entry', `评分细则里没有编号为“${entry.slice(0, 40)}”的指标、加分或扣分项。`)
  return Number.isInteger(points) ? undefined : refusal('bad-value', 'points', '扣分项填次数，应为整数。')
}

function refusedInspection({ unit, year, about, after }: Draft<InspectedFact>, acts: AssessmentActs): Refusal | undefined {
  const last = unitActs(acts, unit, year).inspections.find((each) => aboutKey(each.fact.about) === aboutKey(about))
  if (after === undefined || after === (last?.seq ?? 0)) return undefined
  return refusal('inspected-meanwhile', 'after', last === undefined ? '上一次核查已不在，请刷新后再核。' : `这一件刚由 ${last.by} 核查过，请看过后再决定是否改写，不会自动覆盖。`)
}
