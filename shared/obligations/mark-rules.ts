import type { Scheme } from '../catalogue/scheme.ts'
import type { MarkedFact } from '../facts/act.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { unitActs } from './assessment-acts.ts'
import { versionOn } from './scheme-versions.ts'
import { yearSpan, type World } from './world.ts'

type MarkDraft = Omit<MarkedFact, 'key' | 'day'>
type MarkingWorld = Pick<World, 'acts' | 'scheme' | 'schemes' | 'units' | 'day'>

/** Points within what is printed; a leaf the system reckons itself is not marked by hand; vertical units have no score. */
export function refusedMark(draft: MarkDraft, world: MarkingWorld): Refusal | undefined {
  const { acts, units } = world
  if (units.get(draft.unit)?.kind === 'vertical') return refusal('not-scored', 'unit', '垂直管理单位只作监测，不计分，不能评分。')
  const { marks } = unitActs(acts, draft.unit, draft.year)
  const last = marks.findLast(({ fact }) => fact.entry === draft.entry)
  if (draft.after !== undefined && draft.after !== (last?.seq ?? 0)) {
    return refusal('marked-meanwhile', 'after', last === undefined
      ? '这一项的上一条记录已不在，请刷新后再评。'
      : `这一项刚由 ${last.by} 评为 ${last.fact.takeBack === true ? '撤回' : `${last.fact.points} 分`}，请看过后再决定是否改评，不会自动覆盖。`)
  }
  return refusedEntry(draft, schemeOfYear(world, draft.year))
}

function refusedEntry({ entry, points, vetoKind, takeBack }: MarkDraft, scheme: Scheme): Refusal | undefined {
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

/** A year is scored by the scheme that governs its last day, as far as it has come. */
export function schemeOfYear({ scheme, schemes, day }: Pick<World, 'scheme' | 'schemes' | 'day'>, year: number): Scheme {
  const { to } = yearSpan(year, scheme)
  return versionOn(schemes, to < day ? to : day)?.scheme ?? scheme
}
