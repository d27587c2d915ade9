import { clockWords } from '../../answers/table-notes.ts'
import { statusWords } from '../../answers/table-words.ts'
import type { Cell } from '../../answers/table.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import { differencesOf, type UnitDifference } from '../../../shared/assessment/edition-differences.ts'
import type { EditionBody } from '../../../shared/assessment/edition.ts'
import { dayOf } from '../../../shared/time/day.ts'
import { dayWords, READ_OVER } from './paper-notes.ts'
import type { MadeBy } from './paper-asked.ts'

/** A settled edition with the fingerprint of its whole. */
export interface PrintedEdition {
  readonly body: EditionBody
  readonly sha256: string
  readonly at: string
  readonly by: string
}

interface Restated {
  readonly before: PrintedEdition
  readonly after: PrintedEdition
  readonly made: MadeBy
  readonly itemName: (item: string) => string
}

/** 核定后更正说明: why an edition was settled anew, what moved by unit and leaf, and both fingerprints. */
export function restatementPaper({ before, after, made, itemName }: Restated): PaperFile {
  const { body: { period, result, reason } } = after
  const moved = differencesOf(before.body, after.body)
  const office = `${result.district}人民政府办公室`
  const what = period.length === 4 ? `${period}年度` : `${period.slice(0, 4)}年${Number(period.slice(5))}月`
  const name = `${what}政务公开考核成绩核定后更正说明（第${after.body.edition}版）`
  const figures = moved.filter(each => each.before?.final !== each.after?.final || each.before?.rank !== each.after?.rank || each.before?.band !== each.after?.band)
  return {
    name: `${result.district}${name}`, table: null,
    paper: {
      title: `${office}${name}`,
      sections: [{ wide: false, blocks: [
        { block: 'title', text: `${what}政务公开考核成绩\n核定后更正说明` },
        { block: 'heading', text: '一、更正原因' }, { block: 'text', text: reason === '' ? '（未写明原因）' : reason },
        { block: 'heading', text: '二、更正前后版本' },
        { block: 'form', widths: [18, 41, 41], rows: [
          { cells: [{ text: '', label: true }, { text: `第${before.body.edition}版（原核定）`, label: true }, { text: `第${after.body.edition}版（更正后）`, label: true }] },
          row('截至日', before.body.result.day, result.day), row('按何时掌握', knownWords(before), knownWords(after)), row('核定', `${before.by}\u3000${clockWords(before.at)}`, `${after.by}\u3000${clockWords(after.at)}`),
          row('评分细则', schemeWords(before), schemeWords(after)), row('目录', catalogueWords(before), catalogueWords(after)), row('工作日历', calendarWords(before), calendarWords(after)),
          row('软件版本', before.body.software, after.body.software), row('封存指纹\n（SHA-256）', spaced(before.sha256), spaced(after.sha256)),
        ] },
        { block: 'heading', text: '三、变化情况' },
        { block: 'text', text: moved.length === 0 ? '两版的得分、计分过程和每一件信息的认定完全一致。' : `共${moved.length}个单位的计分过程或信息认定有变化，其中${figures.length}个单位的得分、等次或名次有变化，逐项见下。原核定结果保留，不删除。` },
        ...(moved.length === 0 ? [] : [
          { block: 'grid', columns: unitColumns, rows: moved.map(unitCells) } as const,
          { block: 'subheading', text: '（一）按指标' } as const, { block: 'grid', columns: leafColumns, rows: moved.flatMap(leafCells) } as const,
          { block: 'subheading', text: '（二）按信息' } as const, { block: 'grid', columns: pieceColumns, rows: moved.flatMap(each => pieceCells(each, itemName)) } as const,
        ]),
        { block: 'signed', by: office, day: dayWords(dayOf(after.at)) },
        { block: 'remarks', lines: [
          '口径：两版各按其截至日和掌握时刻从流水全部重新计算，逐单位、逐指标、逐件比较；封存指纹是整份核定结果（含计分过程）的SHA-256，可用 npm run verify 核对封存文件。',
          `软件版本：${made.software}。`, `生成时间：${clockWords(made.at)}。`, `${READ_OVER}。`,
        ] },
      ] }],
    },
  }
}

const text = (head: string, width: number) => ({ head, width, kind: 'text' as const })
const unitColumns = [text('单位', 30), text('最终得分', 20), text('名次', 16), text('等次', 18), text('有变化的信息（件）', 16)]
const leafColumns = [text('单位', 22), text('指标', 24), text('更正前', 11), text('更正后', 11), text('更正后计分过程', 32)]
const pieceColumns = [text('单位', 24), text('公开事项', 26), text('更正前', 25), text('更正后', 25)]

const row = (label: string, before: string, after: string) => ({ cells: [{ text: label, label: true as const }, { text: before }, { text: after }] })

function unitCells({ name, before, after, pieces }: UnitDifference): readonly Cell[] {
  return [name, moved(points(before?.final), points(after?.final)), moved(words(before?.rank), words(after?.rank)), moved(words(before?.band), words(after?.band)), String(pieces.length)]
}

function leafCells({ name, leaves }: UnitDifference): (readonly Cell[])[] {
  return leaves.map(leaf => [name, `${leaf.code} ${leaf.name}`, points(leaf.before?.got), points(leaf.after?.got), leaf.after?.formula ?? '（此版没有这项指标）'])
}

function pieceCells({ name, pieces }: UnitDifference, itemName: Restated['itemName']): (readonly Cell[])[] {
  return pieces.map(piece => [name, itemName(piece.item), piece.before === null ? '不在统计中' : statusWords[piece.before.status], piece.after === null ? '不在统计中' : statusWords[piece.after.status]])
}

function moved(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`
}

function points(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : value.toFixed(2)
}

function words(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(value)
}

function knownWords({ body: { result } }: PrintedEdition): string {
  return result.knownAt === null ? '核定时掌握' : clockWords(result.knownAt)
}

function schemeWords({ body: { result: { restsOn } } }: PrintedEdition): string {
  return `${restsOn.scheme.name}（${restsOn.scheme.version}）`
}

function catalogueWords({ body: { result: { restsOn } } }: PrintedEdition): string {
  return restsOn.catalogues.map(each => `${each.name}（${each.version}）`).join('；')
}

function calendarWords({ body: { result: { restsOn } } }: PrintedEdition): string {
  return restsOn.calendars.map(each => `${each.year}年${each.notice ?? '未公布，暂定'}`).join('；')
}

/** In groups of eight, for comparing by eye. */
function spaced(sha256: string): string {
  return (sha256.match(/.{1,8}/g) ?? []).join(' ')
}
