import { itemNameOf, obligationsFound } from '../../answers/obligations.ts'
import { periodWords } from '../../answers/table-words.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { FormRow, PaperBlock, PaperColumn } from '../../documents/paper.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import { findingNames } from '../../../shared/facts/finding-codes.ts'
import { dayOf, laterDay } from '../../../shared/time/day.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { standingFindings } from './findings-paper.ts'
import type { PaperAsked } from './paper-asked.ts'
import { dayWords, officeOf, paperNotes, remarksOf } from './paper-notes.ts'

const RULE = '逾期未公开按应公开信息逐件计，逾期按工作日计，自到期日次日起算；问题为核查记录中尚未销号的；未公开的信息只列公开事项和所属期，不列标题和文号'
/** Days a unit has to sign for it (签收). */
const SIGN_WITHIN = 2

const columns: readonly PaperColumn[] = [
  { head: '序号', width: 7, kind: 'count' }, { head: '公开事项', width: 26, kind: 'text' }, { head: '所属期或位置', width: 20, kind: 'text' }, { head: '问题', width: 31, kind: 'text' }, { head: '到期日或\n整改期限', width: 16, kind: 'day' },
]

/** 《政务公开督办通知单》 to one unit: what is overdue and what is still to be set right, with 签发, 签收 and the receipt; undefined when there is nothing to drive. */
export function noticePaper(view: View, { units, made }: PaperAsked): PaperFile | undefined {
  const world = view.world()
  const unit = world.units.get(units?.[0] ?? '')
  if (unit === undefined) return undefined
  const rows = rowsOf(view, unit.id)
  if (rows.length === 0) return undefined
  const office = officeOf(world)
  const sent = laterDay(dayOf(made.at), world.day)
  const until = world.calendar.addWorkdays(sent, world.thresholds.rectifyWorkdays)
  const notes = paperNotes(view, { title: `${unit.name}政务公开督办通知单`, count: rows.length, made, counted: RULE })
  const words = `截至${dayWords(world.day)}，你单位有以下${rows.length}件逾期未公开信息或未销号问题。请于${dayWords(until)}前（${world.thresholds.rectifyWorkdays}个工作日内）办结，逐件在监测督办平台反馈，并将回执加盖公章后送${office}。逾期仍未办结的，按规定拟入通报。`
  return {
    name: `${unit.name}政务公开督办通知单（截至${world.day}）`, table: null,
    paper: {
      title: `${unit.name}政务公开督办通知单`,
      sections: [{ wide: false, blocks: [
        { block: 'title', text: '政务公开督办通知单' },
        { block: 'form', widths: [16, 34, 16, 34], rows: heading(unit.name, { world, sent }) },
        { block: 'addressee', text: `${unit.name}：` }, { block: 'text', text: words },
        { block: 'grid', columns, rows },
        { block: 'text', text: '依据：《中华人民共和国政府信息公开条例》第四十六条、第四十七条。' },
        { block: 'signed', by: office, day: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
      ] }, { wide: false, blocks: [...receipt(unit.name, rows.length), { block: 'remarks', lines: remarksOf(notes) }] }],
    },
  }
}

function rowsOf(view: View, unit: string): (readonly Cell[])[] {
  const world = view.world()
  const overdue = obligationsFound(view, { unit: [unit], status: ['overdue'], limit: 0 }).map(each => [
    itemNameOf(world, each.item), each.period === null ? '' : periodWords(each.period), `逾期未公开，${daysWords(each.dueDay === null ? 0 : world.calendar.workdaysBetween(each.dueDay, world.day))}`, each.dueDay,
  ])
  const findings = standingFindings(world, unit).filter(each => each.state === 'open' || each.state === 'failed').map(each => [
    each.item === '*' ? '（全单位）' : itemNameOf(world, each.item), each.place, `${findingNames[each.code]}：${each.reason}${each.state === 'failed' ? '（复查未通过）' : ''}`, each.until,
  ])
  return [...overdue, ...findings].map((row, place) => [place + 1, ...row])
}

function daysWords(workdays: number): string {
  return workdays === 0 ? '刚逾期' : `已逾期${workdays}个工作日`
}

function heading(unit: string, { world, sent }: { readonly world: World; readonly sent: string }): readonly FormRow[] {
  const signBy = world.calendar.addWorkdays(sent, SIGN_WITHIN)
  return [
    { cells: [{ text: '编号', label: true }, { text: `督办〔${sent.slice(0, 4)}〕\u3000\u3000号` }, { text: '签发', label: true }, { text: '' }] },
    { cells: [{ text: '被督办单位', label: true }, { text: unit }, { text: '签收', label: true }, { text: `（请于${dayWords(signBy)}前签收）` }] },
  ]
}

function receipt(unit: string, pieces: number): readonly PaperBlock[] {
  return [
    { block: 'title', text: '政务公开督办反馈回执' },
    { block: 'form', widths: [20, 30, 20, 30], rows: [
      { cells: [{ text: '单位', label: true }, { text: unit }, { text: '通知单编号', label: true }, { text: '督办〔\u3000\u3000〕\u3000\u3000号' }] },
      { cells: [{ text: '办理情况', label: true }, { text: `共${pieces}件，已办结\u3000\u3000件，未办结\u3000\u3000件（逐件说明原因和办结日期）：`, span: 3 }], tall: 40 },
      { cells: [{ text: '经办人及电话', label: true }, { text: '' }, { text: '单位负责人\n（签字、盖章）', label: true }, { text: '' }], tall: 18 },
      { cells: [{ text: '签收日期', label: true }, { text: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' }, { text: '反馈日期', label: true }, { text: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' }] },
    ] },
  ]
}
