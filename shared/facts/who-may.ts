import { refusal, type Refusal } from '../refusal.ts'
import type { FactKind } from './fact.ts'

/** In what capacity somebody writes: a token is `feed`, the column watcher `watcher`, people write in their role. */
export type Writer = 'feed' | 'clerk' | 'watcher' | 'supervisor' | 'reviewer' | 'head' | 'admin' | 'wall'

/** What one source may write: its capacity, and the units and items its token or account names. */
export interface Scope {
  readonly role: Writer
  /** Unit ids; "*" = every unit. */
  readonly units: '*' | readonly string[]
  /** Item ids; absent or "*" = every item. */
  readonly items?: '*' | readonly string[]
}

const writers: Readonly<Record<FactKind, readonly Writer[]>> = {
  formed: ['feed', 'clerk'],
  published: ['feed', 'clerk', 'watcher'],
  withdrawn: ['feed', 'clerk'],
  nothing: ['feed', 'clerk'],
  checked: ['clerk', 'watcher'],
  exempt: ['clerk', 'supervisor'],
  extended: ['supervisor'],
  requested: ['clerk'],
  declined: ['supervisor'],
  approved: ['feed', 'supervisor'],
  observed: ['watcher'],
  disputed: ['clerk'],
  ruled: ['reviewer'],
  closed: ['clerk'],
  explained: ['clerk'],
  marked: ['reviewer'],
  inspected: ['reviewer'],
  spotted: ['reviewer'],
  found: ['supervisor', 'reviewer'],
  rectified: ['clerk'],
  rechecked: ['supervisor', 'reviewer'],
  agreed: ['clerk'],
  corrected: ['feed', 'clerk', 'watcher', 'supervisor', 'reviewer'],
}

const writerNames: Readonly<Record<Writer, string>> = {
  feed: '数据来源', clerk: '联络员', watcher: '栏目监测', supervisor: '督办人员', reviewer: '评议人员', head: '单位负责人', admin: '管理员', wall: '大屏',
}

export const kindNames: Readonly<Record<FactKind, string>> = {
  formed: '形成登记', published: '公开登记', withdrawn: '撤下登记', nothing: '情况说明', checked: '核对记录', exempt: '不予公开登记',
  extended: '延期报备', requested: '延期申请', declined: '延期申请答复', approved: '批复登记', observed: '监测记录', disputed: '申诉', ruled: '裁定',
  closed: '月度关账', explained: '文号说明', corrected: '更正',
  marked: '评分', inspected: '抽查核查', spotted: '盲抽登记', found: '问题登记', rectified: '整改反馈', rechecked: '复查', agreed: '得分反馈',
}

/**
 * Who may append what (design §3). A clerk asks for an extension and a supervisor grants it; a reviewer rules and
 * assesses; exempting is the unit's own decision (条例 第17条), which the office may record too.
 */
export function mayAppend(role: Writer, kind: FactKind): boolean {
  return writers[kind].includes(role)
}

/** The refusal of a fact its source may not write: wrong capacity, or a unit or item outside the scope. */
export function refusedBy(scope: Scope, fact: { readonly kind: FactKind; readonly units: readonly string[]; readonly item: string }): Refusal | undefined {
  if (!mayAppend(scope.role, fact.kind)) {
    const able = writers[fact.kind].map((each) => writerNames[each]).join('、')
    return refusal('not-allowed', 'kind', `${writerNames[scope.role]}不能提交“${kindNames[fact.kind]}”（${fact.kind}），可以提交的有：${able}。`)
  }
  if (scope.units !== '*' && !fact.units.some((unit) => scope.units.includes(unit))) {
    return refusal('out-of-scope', 'unit', `单位 ${fact.units[0] ?? ''} 不在本来源的授权范围内，请改报本单位事项，或请管理员调整授权。`)
  }
  if (scope.items !== undefined && scope.items !== '*' && !scope.items.includes(fact.item)) {
    return refusal('out-of-scope', 'item', `事项 ${fact.item} 不在本来源的授权范围内，请核对事项编号，或请管理员调整授权。`)
  }
  return undefined
}

/**
 * The refusal of a correction by somebody who is neither its own source nor a supervisor. A source corrects what it sent
 * itself and could send again: at the desk a clerk so never touches an extension or a ruling. Only a supervisor confirms.
 */
export function refusedCorrection(
  scope: Scope,
  correction: { readonly feed: string; readonly of: { readonly feed: string; readonly kind: FactKind }; readonly confirms: boolean },
): Refusal | undefined {
  if (scope.role === 'supervisor') return undefined
  if (correction.confirms) return refusal('not-allowed', 'confirm', '只有督办人员可以确认待核的更正，请联系区政府办公室。')
  if (correction.feed !== correction.of.feed || !mayAppend(scope.role, correction.of.kind)) {
    return refusal('not-allowed', 'of', '只能更正本来源自己提交的记录；他人的记录请由原来源或督办人员更正。')
  }
  return undefined
}
