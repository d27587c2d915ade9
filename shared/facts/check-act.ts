import type { Day } from '../time/day.ts'
import type { ActKind } from './act.ts'
import type { ActDraft } from './fact-context.ts'
import type { Reading } from './reading.ts'

interface Said {
  readonly unit?: string
  readonly of?: { readonly feed: string; readonly key: string }
  readonly period?: string
  readonly present?: readonly string[]
  readonly missing?: readonly string[]
  readonly material?: readonly string[]
  readonly objects?: true
  readonly reason?: string
  readonly until?: Day
  readonly outcome?: string
  readonly url?: string
  readonly docNumber?: string
}

/** Refuses 考核记录 that contradict themselves, then those that what stands already speaks against. */
export function checkAct(draft: Readonly<Record<string, unknown>>, kind: ActKind, at: Reading): void {
  const said = draft as Said
  switch (kind) {
    case 'inspected': checkElements(said, at); break
    case 'spotted':
      if (said.url === undefined && said.docNumber === undefined) at.refuseAt('url', 'missing-field', '盲抽的信息须写明网址或文号，至少一项。')
      break
    case 'rectified': case 'rechecked': checkFinding(said, kind, at); break
    case 'agreed':
      if (said.objects === true && said.reason === undefined) at.refuseAt('reason', 'missing-field', '有异议的，请写明哪一项、为什么。')
      break
    default:
  }
  if (kind === 'found' && said.until !== undefined && said.until < at.context.today) {
    at.refuseAt('until', 'bad-value', `整改期限 ${said.until} 已经过去（今天是 ${at.context.today}），请填今天或以后的日期。`)
  }
  if (at.refusals.length > 0 || said.unit === undefined) return
  const refused = at.context.refusedAct(draft as unknown as ActDraft)
  if (refused) at.refusals.push(refused)
}

function checkElements({ present = [], missing = [], material = [] }: Said, at: Reading): void {
  const both = present.find((each) => missing.includes(each))
  if (both !== undefined) at.refuseAt('missing', 'bad-value', `要素“${both}”既写在齐全里又写在缺失里，请核对。`)
  const stray = material.find((each) => !missing.includes(each))
  if (stray !== undefined) at.refuseAt('material', 'bad-value', `重要缺失“${stray}”不在缺失要素里，请先记为缺失。`)
  if (present.length + missing.length === 0) at.refuseAt('present', 'missing-field', '一个要素也没有核查，请至少勾选一项。')
}

/** An answer or a recheck names a finding of the same unit. */
function checkFinding({ unit, of, until, outcome }: Said, kind: 'rectified' | 'rechecked', at: Reading): void {
  if (of === undefined) return
  const target = at.context.findTarget(of.feed, of.key)
  if (target?.fact.kind !== 'found') at.refuseAt('of', 'unknown-finding', '没有找到所指的问题，请从问题清单中选择。')
  else if (unit !== undefined && target.fact.unit !== unit && target.fact.namedUnit !== unit) {
    at.refuseAt('of', 'other-unit', `所指的问题属于单位 ${target.fact.unit}，与所报单位不同，请核对。`)
  }
  if (kind === 'rechecked' && until !== undefined && outcome !== 'failed') at.refuseAt('until', 'bad-value', '只有复查未通过时才写新的整改期限，请删去后重报。')
  if (until !== undefined && until < at.context.today) at.refuseAt('until', 'bad-value', `新的期限 ${until} 已经过去，请填今天或以后的日期。`)
}
