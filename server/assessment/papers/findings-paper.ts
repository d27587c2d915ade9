import { itemNameOf, obligationsFound, unitNameOf } from '../../answers/obligations.ts'
import { periodWords } from '../../answers/table-words.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { findingNames } from '../../../shared/facts/finding-codes.ts'
import { unitActs } from '../../../shared/obligations/assessment-acts.ts'
import type { Finding, FindingState } from '../../../shared/obligations/finding.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import type { World } from '../../../shared/obligations/world.ts'
import type { PaperAsked } from './paper-asked.ts'
import { paperNotes, subtitleOf } from './paper-notes.ts'

export const stateWords: Readonly<Record<FindingState, string>> = { open: '待整改', answered: '待复查', cleared: '已销号', failed: '复查未通过', revoked: '已撤销' }

const columns: readonly PaperColumnHead[] = [
  { head: '序号', width: 6, kind: 'count' }, { head: '单位', width: 22, kind: 'text' }, { head: '来源', width: 10, kind: 'text' }, { head: '问题类别', width: 16, kind: 'text' },
  { head: '公开事项', width: 22, kind: 'text' }, { head: '位置', width: 24, kind: 'text' }, { head: '问题描述', width: 44, kind: 'text' }, { head: '发现日期', width: 12, kind: 'day' },
  { head: '整改期限', width: 12, kind: 'day' }, { head: '状态', width: 11, kind: 'text' }, { head: '重复问题', width: 9, kind: 'text' },
]

export const FINDING_RULE = '“人工核查”为考核人员记录的问题（已撤销的不列）；“系统监测”为截至日仍逾期未公开的应公开信息，逾期按工作日计，自到期日次日起算；未公开的信息不列标题和文号'

/** 问题清单: what reviewers found in the year and what is overdue, unit by unit. Never a title of what is not public. */
export function findingsPaper(view: View, { units, made }: PaperAsked): PaperFile {
  const world = view.world()
  const rows = problemRows(view, units)
  const title = `${world.district}${world.year}年度政务公开问题清单`
  return {
    name: `${nameOf(world, units)}${world.year}年度政务公开问题清单（截至${world.day}）`, paper: null,
    table: { head: { title, columns, notes: paperNotes(view, { title: `${world.year}年度政务公开问题清单`, count: rows.length, made, counted: FINDING_RULE, own: scopeNote(world, units) }) }, rows, subtitle: subtitleOf(world), wide: true, fixed: 2 },
  }
}

/** Rows of 问题清单, in the order of `columns`. */
export function problemRows(view: View, units: readonly string[] | null): (readonly Cell[])[] {
  const world = view.world()
  const overdue = new Map<string, Obligation[]>()
  for (const each of obligationsFound(view, { status: ['overdue'], limit: 0 })) overdue.set(each.unit, [...(overdue.get(each.unit) ?? []), each])
  const rows = unitsIn(world, units).flatMap(unit => [
    ...standingFindings(world, unit).map(each => findingCells(each, world)),
    ...(overdue.get(unit) ?? []).map(each => overdueCells(each, world)),
  ])
  return rows.map((row, place) => [place + 1, ...row])
}

/** Findings of the world's year that stand. */
export function standingFindings(world: World, unit: string): readonly Finding[] {
  return unitActs(world.acts, unit, world.year).findings.filter(each => each.state !== 'revoked')
}

function findingCells(each: Finding, world: World): readonly Cell[] {
  return [
    unitNameOf(world, each.unit), '人工核查', findingNames[each.code], each.item === '*' ? '（全单位）' : itemNameOf(world, each.item), each.place, each.reason, each.day, each.until,
    stateWords[each.state], each.repeats === null ? '' : '重复',
  ]
}

function overdueCells(each: Obligation, world: World): readonly Cell[] {
  const days = each.dueDay === null ? 0 : world.calendar.workdaysBetween(each.dueDay, world.day)
  return [
    unitNameOf(world, each.unit), '系统监测', findingNames.unpublished, itemNameOf(world, each.item), each.period === null ? '' : periodWords(each.period),
    `应于${each.dueDay ?? '—'}前公开，截至${world.day}逾期${days}个工作日`, each.dueDay, null, '逾期未公开', '',
  ]
}

/** In official order. */
export function unitsIn(world: World, units: readonly string[] | null): readonly string[] {
  return [...world.units.keys()].filter(unit => units === null || units.includes(unit))
}

/** The district, or the one unit a paper is of. */
export function nameOf(world: World, units: readonly string[] | null): string {
  const [only] = units?.length === 1 ? units : []
  return world.units.get(only ?? '')?.name ?? world.district
}

export function scopeNote(world: World, units: readonly string[] | null): readonly (readonly [string, string])[] {
  return units === null ? [] : [['单位范围', units.map(unit => unitNameOf(world, unit)).join('、')]]
}
