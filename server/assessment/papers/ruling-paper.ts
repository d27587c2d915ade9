import { clockWords } from '../../answers/table-notes.ts'
import { itemNameOf } from '../../answers/obligations.ts'
import { periodWords, statusWords } from '../../answers/table-words.ts'
import type { View } from '../../answers/view.ts'
import type { FormRow } from '../../documents/paper.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import { verdictWords } from '../../matters/matter-table.ts'
import { dayOf } from '../../../shared/time/day.ts'
import type { MatterLine } from '../../../shared/obligations/matter.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import type { PaperAsked } from './paper-asked.ts'
import { dayWords, officeOf, paperNotes, remarksOf } from './paper-notes.ts'
import { ruledAppeals } from './ruled-appeals.ts'

const RULE = '申诉须在收到反馈之日起规定的工作日内提出；复核由原认定以外的人员作出，双方意见原文照录；复核期间只作标记，不移出统计；状态为截至日、按何时掌握的认定'

/** 申诉复核意见书 of one ruled appeal: what the unit said and what was ruled, word for word; undefined where there is no such ruling. */
export function rulingPaper(view: View, { appeal, units, made }: PaperAsked): PaperFile | undefined {
  const world = view.world()
  const { appeals, book } = ruledAppeals(view)
  const matter = appeals.find(each => each.id === appeal && (units === null || units.includes(each.unit)))
  const ruling = matter?.outcome?.line
  if (matter === undefined || ruling === undefined) return undefined
  const unit = world.units.get(matter.unit)?.name ?? matter.unit
  const piece = matter.obligation === null ? undefined : book.obligations.get(matter.obligation)
  const title = matter.round > 1 ? '政务公开申诉复核意见书（再次复核）' : '政务公开申诉复核意见书'
  const notes = paperNotes(view, { title: `${unit}${title}`, count: 1, made, counted: RULE })
  const wide = (label: string, text: string, tall = 10): FormRow => ({ cells: [{ text: label, label: true }, { text, span: 3 }], tall })
  const earlier = matter.exchange.filter(line => line.kind === 'ruled' && line.seq < ruling.seq && !line.withdrawn)
  return {
    name: `${unit}申诉复核意见书（第${matter.id}号）`, table: null,
    paper: {
      title: `${unit}${title}`,
      sections: [{ wide: false, blocks: [
        { block: 'title', text: title },
        { block: 'form', widths: [18, 32, 18, 32], rows: [
          { cells: [{ text: '编号', label: true }, { text: `申诉第${matter.id}号` }, { text: '申诉单位', label: true }, { text: unit }] },
          { cells: [{ text: '公开事项', label: true }, { text: itemNameOf(world, matter.item) }, { text: '提出日期', label: true }, { text: dayWords(matter.day) }] },
          wide('应公开信息', pieceWords(piece)),
          wide('申诉单位意见', said(matter.opened), 26),
          ...earlier.map(line => wide('原认定意见', ruled(line), 22)),
          wide('复核意见', ruled(ruling), 26),
          wide('复核后状态', piece === undefined ? '该条信息其后已不在统计中' : `${statusWords[piece.status]}${piece.dueDay === null ? '' : `（到期日${piece.dueDay}）`}`),
          { cells: [{ text: '复核人', label: true }, { text: ruling.account ?? ruling.feed }, { text: '复核日期', label: true }, { text: dayWords(dayOf(ruling.at)) }] },
          { cells: [{ text: '分管领导签字', label: true }, { text: '' }, { text: '单位签收', label: true }, { text: '' }], tall: 14 },
        ] },
        { block: 'signed', by: officeOf(world), day: dayWords(dayOf(ruling.at)) }, { block: 'remarks', lines: remarksOf(notes) },
      ] }],
    },
  }
}

/** Shown to the unit it belongs to; a withheld one without its title. */
function pieceWords(piece: Obligation | undefined): string {
  if (piece === undefined) return '（其后因更正已不在清单中）'
  const name = piece.exemptKind === 'withheld' ? null : piece.title
  return [name, piece.period === null ? null : periodWords(piece.period), piece.docNumber].filter(Boolean).join('\u3000') || '（未登记标题）'
}

function said({ reason, attachments, account, feed, at }: MatterLine): string {
  return `${reason}\n（${account ?? feed}于${clockWords(at)}提出；佐证材料${attachments.length}件）`
}

function ruled({ verdict, countsDay, reason, attachments, account, feed, at }: MatterLine): string {
  const words = verdict === null ? '' : `${verdictWords[verdict]}${countsDay === null ? '' : `（认定日期${countsDay}）`}。`
  return `${words}${reason}\n（${account ?? feed}于${clockWords(at)}作出；所附材料${attachments.length}件）`
}
