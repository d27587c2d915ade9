import { peerGroupWords } from '../../answers/table-words.ts'
import { clockWords } from '../../answers/table-notes.ts'
import type { View } from '../../answers/view.ts'
import type { FormRow, PaperBlock } from '../../documents/paper.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { assessmentOf } from '../../../shared/assessment/assessment-of.ts'
import type { AssessedUnit, AssessmentResult } from '../../../shared/assessment/result.ts'
import { meanOf } from '../../../shared/measures/ratio.ts'
import type { World } from '../../../shared/obligations/world.ts'
import type { PaperAsked } from './paper-asked.ts'
import { dayWords, officeOf, paperNotes, remarksOf, subtitleOf } from './paper-notes.ts'
import { SCORE_RULE, settledWords } from './scores-paper.ts'

const columns: readonly PaperColumnHead[] = [
  { head: '代码', width: 9, kind: 'text' }, { head: '指标', width: 22, kind: 'text' }, { head: '分值', width: 8, kind: 'points' },
  { head: '可得分', width: 10, kind: 'points' }, { head: '得分', width: 8, kind: 'points' }, { head: '计分过程', width: 54, kind: 'text' },
]

/** 得分反馈表 of one unit: every leaf with its working, what was entered by hand, and room to sign; undefined for an unknown unit. */
export function feedbackPaper(view: View, { units, made }: PaperAsked): PaperFile | undefined {
  const world = view.world()
  const result = assessmentOf({ parts: view.parts(), world, revision: view.revision })
  const unit = result.units.find(each => each.unit === units?.[0])
  if (unit === undefined) return undefined
  const title = `${world.year}年度政务公开考核得分反馈表`
  const notes = paperNotes(view, { title: `${unit.name}${title}`, count: unit.working.leaves.length, made, counted: SCORE_RULE, own: [['核定封存', settledWords(world)], ...(unit.working.note === '' ? [] : [['折算', unit.working.note] as const])] })
  const rows = rowsOf(unit)
  return {
    name: `${unit.name}${title}（截至${world.day}）`,
    table: { head: { title: `${unit.name}${title}`, columns, notes }, rows, subtitle: subtitleOf(world), wide: true, fixed: 2 },
    paper: {
      title: `${unit.name}${title}`,
      sections: [{ wide: false, blocks: [
        { block: 'title', text: title }, { block: 'form', widths: [16, 34, 16, 34], rows: figures(unit, { result, world }) },
        { block: 'remarks', lines: [subtitleOf(world)] }, { block: 'grid', columns, rows }, ...entriesOf(unit),
        { block: 'form', widths: [22, 28, 22, 28], rows: signing(world) }, { block: 'remarks', lines: remarksOf(notes) },
      ] }],
    },
  }
}

function rowsOf({ working }: AssessedUnit): (readonly (string | number | null)[])[] {
  return working.leaves.map(leaf => [leaf.code, leaf.name, leaf.printed, leaf.skipped ? '—' : leaf.possible, leaf.got ?? '—', leaf.formula])
}

function figures(unit: AssessedUnit, { result, world }: { readonly result: AssessmentResult; readonly world: World }): readonly FormRow[] {
  const peers = result.units.filter(each => each.peerGroup === unit.peerGroup && each.final !== null)
  const mean = meanOf(peers.map(each => each.final))
  const settled = world.settlements.findLast(each => each.period === String(world.year))?.scores.find(each => each.unit === unit.unit)
  const pair = (a: readonly [string, string], b: readonly [string, string]): FormRow => ({ cells: [{ text: a[0], label: true }, { text: a[1] }, { text: b[0], label: true }, { text: b[1] }] })
  return [
    pair(['单位', unit.name], ['组别', peerGroupWords[unit.peerGroup] ?? unit.peerGroup]),
    pair(['测算分', points(unit.working.score)], ['加分/扣分', `＋${points(unit.bonus.given)} / －${points(unit.negative.lost)}`]),
    pair(['最终得分', points(unit.final)], ['等次', unit.band ?? '—']),
    pair(['名次', unit.rank === null ? '列入，不排名' : `第${unit.rank}名（同类${peers.length}个单位）`], ['同类单位平均分', points(mean)]),
    pair(['核定分', settled === undefined ? '尚未核定' : points(settled.score)], ['目前逾期', unit.overdue === 0 ? '无' : `${unit.overdue}件，最长${unit.longestOverdue}个工作日`]),
  ]
}

/** Bonus, deductions and veto with who entered them and why. */
function entriesOf({ bonus, negative, veto }: AssessedUnit): readonly PaperBlock[] {
  const rows = [
    ...bonus.entries.map(each => ['加分', each.name, `＋${points(each.points)}`, each.reason, `${each.by} ${clockWords(each.at)}`]),
    ...negative.entries.map(each => ['扣分', each.name, `－${points(each.points)}`, each.reason, `${each.by} ${clockWords(each.at)}`]),
    ...(veto === null ? [] : [['单项否决', veto.name, '—', veto.reason, `${veto.by} ${clockWords(veto.at)}`]]),
  ]
  if (rows.length === 0) return [{ block: 'remarks', lines: ['加分、扣分、单项否决：无。'] }]
  const heads = [['类别', 10], ['事由', 20], ['分值', 9], ['理由与佐证', 40], ['录入', 21]] as const
  return [
    { block: 'remarks', lines: [bonus.note === '' ? '加分、扣分、单项否决如下。' : `加分、扣分、单项否决如下（${bonus.note}）。`] },
    { block: 'grid', columns: heads.map(([head, width]) => ({ head, width, kind: 'text' })), rows },
  ]
}

function signing(world: World): readonly FormRow[] {
  const window = world.proposals.findLast(each => each.period === String(world.year))
  return [
    { cells: [{ text: '反馈期限', label: true }, { text: window === undefined ? '自收到之日起5个工作日内' : `${dayWords(window.until)}前`, span: 3 }] },
    { cells: [{ text: '单位意见', label: true }, { text: '□ 无异议\n□ 有异议（理由和佐证材料附后，5个工作日内提出）', span: 3 }], tall: 26 },
    { cells: [{ text: '单位负责人\n（签字、盖章）', label: true }, { text: '' }, { text: '签字日期', label: true }, { text: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' }], tall: 20 },
    { cells: [{ text: '经办人', label: true }, { text: '' }, { text: '联系电话', label: true }, { text: '' }] },
    { cells: [{ text: `${officeOf(world)}\n（盖章）`, label: true }, { text: '' }, { text: '反馈日期', label: true }, { text: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' }], tall: 20 },
  ]
}

function points(value: number | null): string {
  return value === null ? '—' : value.toFixed(2)
}
