import { itemNameOf, unitNameOf } from '../../answers/obligations.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { findingNames } from '../../../shared/facts/finding-codes.ts'
import type { RecheckOutcome } from '../../../shared/facts/act.ts'
import { unitActs } from '../../../shared/obligations/assessment-acts.ts'
import type { Finding } from '../../../shared/obligations/finding.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { nameOf, scopeNote, stateWords, unitsIn } from './findings-paper.ts'
import type { PaperAsked } from './paper-asked.ts'
import { paperNotes, subtitleOf } from './paper-notes.ts'

export const outcomeWords: Readonly<Record<RecheckOutcome, string>> = { cleared: '销号', failed: '未通过', revoked: '撤销' }

const columns: readonly PaperColumnHead[] = [
  { head: '序号', width: 6, kind: 'count' }, { head: '问题编号', width: 9, kind: 'count' }, { head: '单位', width: 20, kind: 'text' }, { head: '问题类别', width: 14, kind: 'text' },
  { head: '公开事项', width: 18, kind: 'text' }, { head: '问题', width: 32, kind: 'text' }, { head: '发现日期', width: 12, kind: 'day' }, { head: '发现人', width: 11, kind: 'text' },
  { head: '整改期限', width: 12, kind: 'day' }, { head: '整改日期', width: 12, kind: 'day' }, { head: '整改情况', width: 32, kind: 'text' }, { head: '佐证件数', width: 8, kind: 'count' },
  { head: '复查日期', width: 12, kind: 'day' }, { head: '复查结论', width: 9, kind: 'text' }, { head: '复查意见', width: 26, kind: 'text' }, { head: '复查人', width: 11, kind: 'text' },
  { head: '状态', width: 11, kind: 'text' }, { head: '按期', width: 8, kind: 'text' },
]

const RULE = '期限内反馈并经复查销号的为按期；期限按工作日计，复查未通过另给期限的按新期限；“同类单位、同一事项、同一类别”销号后再次出现的为重复问题；撤销须由发现人以外的人作出'

/** 整改台账: each finding of the year with its last answer and its last recheck. */
export function rectificationPaper(view: View, { units, made }: PaperAsked): PaperFile {
  const world = view.world()
  const findings = unitsIn(world, units).flatMap(unit => unitActs(world.acts, unit, world.year).findings)
  const name = `${world.year}年度政务公开整改台账`
  return {
    name: `${nameOf(world, units)}${name}（截至${world.day}）`, paper: null,
    table: {
      head: { title: `${world.district}${name}`, columns, notes: paperNotes(view, { title: name, count: findings.length, made, counted: RULE, own: scopeNote(world, units) }) },
      rows: findings.map((each, place) => [place + 1, ...cellsOf(each, world)]), subtitle: subtitleOf(world), wide: true, fixed: 3,
    },
  }
}

function cellsOf(each: Finding, world: World): readonly Cell[] {
  const answer = each.steps.findLast(step => step.kind === 'rectified')
  const recheck = each.steps.findLast(step => step.kind === 'rechecked')
  return [
    each.seq, unitNameOf(world, each.unit), findingNames[each.code], each.item === '*' ? '（全单位）' : itemNameOf(world, each.item), `${each.place}：${each.reason}`, each.day, each.by,
    each.until, answer?.day ?? null, answer === undefined ? null : `${answer.kind === 'rectified' && answer.disagrees ? '（单位认为问题不成立）' : ''}${answer.reason}`,
    each.steps.reduce((sum, step) => sum + step.attachments.length, each.attachments.length), recheck?.day ?? null,
    recheck?.kind === 'rechecked' ? outcomeWords[recheck.outcome] : null, recheck?.reason ?? null, recheck?.by ?? null, `${stateWords[each.state]}${each.repeats === null ? '' : '（重复）'}`,
    each.inTime === null ? '' : each.inTime ? '按期' : '逾期',
  ]
}
