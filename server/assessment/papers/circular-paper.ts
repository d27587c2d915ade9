import type { View } from '../../answers/view.ts'
import type { PaperBlock, PaperColumn } from '../../documents/paper.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import { dayOf, laterDay } from '../../../shared/time/day.ts'
import { findingCounts, overdueUnits, shareWords, situationColumns, situationRows, unitList } from './circular-figures.ts'
import { FINDING_RULE, problemRows } from './findings-paper.ts'
import type { MadeBy, PaperAsked } from './paper-asked.ts'
import { dayWords, officeOf, paperNotes, remarksOf } from './paper-notes.ts'

const RULE = '按件计；按时公开率＝按时÷（按时＋逾期公开＋逾期未公开），形成日期未核实的不计入；公开率含未核实的；覆盖率按公开责任计；全区合计含垂直管理单位和部门目录；没有可统计事项的显示“—”；逾期按工作日计，自到期日次日起算'
const NAMED = 10
const ordinals = ['一', '二', '三', '四']

const problemColumns: readonly PaperColumn[] = [
  { head: '序号', width: 5, kind: 'count' }, { head: '单位', width: 20, kind: 'text' }, { head: '来源', width: 9, kind: 'text' }, { head: '问题类别', width: 13, kind: 'text' },
  { head: '公开事项', width: 18, kind: 'text' }, { head: '位置', width: 14, kind: 'text' }, { head: '问题描述', width: 36, kind: 'text' }, { head: '发现（到期）\n日期', width: 11, kind: 'day' },
  { head: '整改期限', width: 11, kind: 'day' }, { head: '状态', width: 10, kind: 'text' }, { head: '重复', width: 6, kind: 'text' },
]

/** 《关于…政务公开监测情况的通报》 as a draft for signature: three parts from the board's numbers, and two attachments. */
export function circularPaper(view: View, { made }: PaperAsked): PaperFile {
  const world = view.world()
  const quarter = ordinals[Math.floor((Number(world.day.slice(5, 7)) - 1) / 3)] ?? ''
  const name = `关于${world.year}年第${quarter}季度政务公开监测情况的通报`
  const office = officeOf(world)
  const enclosures = ['各单位政务公开情况表', '政务公开问题清单']
  const problems = problemRows(view, null)
  const notes = paperNotes(view, { title: name, count: view.board().units.length, made, counted: RULE })
  return {
    name: `${world.district}${name}（送审稿，截至${world.day}）`, table: null,
    paper: {
      title: `${office}${name}`,
      sections: [
        { wide: false, blocks: [
          { block: 'masthead', issuer: `${office}文件`, number: `〔${dayOf(made.at).slice(0, 4)}〕\u3000\u3000号` },
          { block: 'title', text: `${office}\n关于${world.year}年第${quarter}季度政务公开\n监测情况的通报` },
          { block: 'addressee', text: '各街道办事处、镇人民政府，区政府各部门、单位：' },
          { block: 'text', text: `根据《中华人民共和国政府信息公开条例》第四十六条、第四十七条规定，${office}对全区${view.board().units.length}个单位${world.year}年度主动公开情况进行了监测，数据截至${dayWords(world.day)}。现将有关情况通报如下。` },
          ...overallBlocks(view), ...problemBlocks(view), ...demandBlocks(view, made),
          { block: 'enclosures', names: enclosures }, { block: 'signed', by: office, day: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
        ] },
        { wide: true, blocks: [
          { block: 'enclosure', label: '附件1', title: enclosures[0] ?? '' }, { block: 'grid', columns: situationColumns, rows: situationRows(view) },
          { block: 'remarks', lines: remarksOf(notes) },
        ] },
        { wide: true, blocks: [
          { block: 'enclosure', label: '附件2', title: enclosures[1] ?? '' },
          ...(problems.length === 0 ? [{ block: 'text', text: '截至监测日，没有逾期未公开信息和核查发现的问题。' } as const] : [{ block: 'grid', columns: problemColumns, rows: problems } as const]),
          { block: 'remarks', lines: [`口径：${FINDING_RULE}。`] },
          { block: 'colophon', copies: '区委办公室，区人大常委会办公室，区政协办公室', issuer: office, day: '\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
        ] },
      ],
    },
  }
}

function overallBlocks(view: View): readonly PaperBlock[] {
  const { district } = view.board()
  const world = view.world()
  const full = view.board().units.filter(each => each.overdue === 0).length
  return [
    { block: 'heading', text: '一、总体情况' },
    { block: 'text', text: `${world.year}年度已到期的应公开信息${district.eventual.whole}件，已公开${district.eventual.part}件，公开率${shareWords(district.eventual)}；按时公开率${shareWords(district.onTime)}（${district.onTime.part}/${district.onTime.whole}件），形成日期未核实的${district.tally.unverified}件不计入按时公开率。公开责任覆盖率${shareWords(district.coverage)}，可核验率${shareWords(district.verifiable)}。` },
    { block: 'text', text: district.overdue === 0 ? '截至监测日，全区没有逾期未公开信息。' : `截至监测日，全区逾期未公开${district.overdue}件，涉及${district.overdueUnits}个单位，最长逾期${district.longestOverdue}个工作日${district.carriedOver === 0 ? '' : `（以前年度结转未办结的${district.carriedOver}件一并统计）`}；${full}个单位没有逾期。` },
  ]
}

function problemBlocks(view: View): readonly PaperBlock[] {
  const overdue = overdueUnits(view.board())
  const { tally } = view.board().district
  const found = findingCounts(view)
  const parts: (readonly [string, string])[] = []
  if (overdue.length > 0) parts.push(['应公开信息逾期未公开', `${unitList(overdue, NAMED)}。`])
  if (tally.late > 0) parts.push(['公开超过时限', `本年度有${tally.late}件信息超过规定时限才公开，虽已补公开，仍计入逾期公开。`])
  if (tally.unverified > 0) parts.push(['源头登记不及时', `有${tally.unverified}件信息公开时没有可核验的形成日期，时限无法核实。`])
  if (found.length > 0) parts.push(['核查发现的问题', found.map(({ name, pieces, units }) => `${name}${pieces}件（${units.slice(0, 5).join('、')}${units.length > 5 ? `等${units.length}个单位` : ''}）`).join('；') + '。'])
  if (parts.length === 0) return [{ block: 'heading', text: '二、主要问题' }, { block: 'text', text: '截至监测日，监测和核查没有发现需要通报的问题。' }]
  return [{ block: 'heading', text: '二、主要问题' }, ...parts.flatMap(([head, text], place): PaperBlock[] => [{ block: 'subheading', text: `（${ordinals[place] ?? ''}）${head}。` }, { block: 'text', text }])]
}

function demandBlocks(view: View, made: MadeBy): readonly PaperBlock[] {
  const world = view.world()
  const until = world.calendar.addWorkdays(laterDay(dayOf(made.at), world.day), world.thresholds.rectifyWorkdays)
  const { dueWithin10 } = view.board().district
  return [
    { block: 'heading', text: '三、下一步要求' },
    { block: 'text', text: `（一）限期整改。有逾期未公开信息和核查发现问题的单位，要对照附件2逐件整改，于${dayWords(until)}前公开到位并在监测督办平台反馈，由${officeOf(world)}复查销号。` },
    { block: 'text', text: `（二）按时公开。未来10个工作日内全区还有${dueWithin10}件信息到期，各单位要提前做好起草、审查和发布，谁起草、谁解读，避免前清后欠。` },
    { block: 'text', text: '（三）把好源头。信息形成或者变更后要及时登记形成日期和文号，发布前严格落实公开属性审查和保密审查，严禁伪造发布日期。' },
  ]
}
