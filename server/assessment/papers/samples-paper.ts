import { itemNameOf, unitNameOf } from '../../answers/obligations.ts'
import { clockWords } from '../../answers/table-notes.ts'
import { periodWords, statusWords } from '../../answers/table-words.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import type { DrawnBecause, DrawnPiece } from '../../../shared/facts/assessment-settings.ts'
import { unitActs } from '../../../shared/obligations/assessment-acts.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { nameOf, scopeNote, unitsIn } from './findings-paper.ts'
import type { PaperAsked } from './paper-asked.ts'
import { paperNotes, subtitleOf } from './paper-notes.ts'

const becauseWords: Readonly<Record<DrawnBecause, string>> = { stratum: '分层抽取', backfilled: '补登或未登记的至少抽取数', nothing: '情况说明至少抽取数', least: '单位最少抽取数' }

const columns: readonly PaperColumnHead[] = [
  { head: '序号', width: 6, kind: 'count' }, { head: '抽样批次', width: 14, kind: 'text' }, { head: '单位', width: 20, kind: 'text' }, { head: '层（类别×状态）', width: 22, kind: 'text' },
  { head: '抽取原因', width: 16, kind: 'text' }, { head: '公开事项', width: 20, kind: 'text' }, { head: '标题（已公开的）或所属期', width: 40, kind: 'text' }, { head: '截至日状态', width: 14, kind: 'text' },
  { head: '要素齐全', width: 8, kind: 'count' }, { head: '要素缺失', width: 8, kind: 'count' }, { head: '其中实质性', width: 8, kind: 'count' }, { head: '核查说明', width: 30, kind: 'text' },
  { head: '核查人', width: 11, kind: 'text' }, { head: '编号', width: 40, kind: 'text' },
]

const RULE = '先按指定日期和掌握时刻冻结总体，再以下列种子分层抽取；总体的指纹是按单位、编号排序的清单的SHA-256；用同一总体和同一种子，任何人都可以重新抽出同一份名单。盲抽件由考核人员取自网站或发文登记，不取自系统'

/** 抽样记录表: seed, frame and list of every sample of the year, then the blind pieces. */
export function samplesPaper(view: View, { units, made }: PaperAsked): PaperFile {
  const world = view.world()
  const samples = world.samples.filter(each => each.year === world.year)
  const known = obligationsById(view)
  const wanted = new Set(unitsIn(world, units))
  const rows = [
    ...samples.flatMap(sample => sample.pieces.filter(piece => wanted.has(piece.unit)).map(piece => pieceCells(piece, { world, sample: sample.id, known }))),
    ...[...wanted].flatMap(unit => blindCells(unit, world)),
  ].map((row, place) => [place + 1, ...row])
  const own = samples.flatMap(({ id, seed, frame, day, knownAt, rules, by, at, pieces }): (readonly [string, string])[] => [
    [`抽样批次${id}`, `${by}于${clockWords(at)}抽取；总体截至${day}、按${clockWords(knownAt)}掌握，共${frame.size}件；抽出${pieces.length}件；规则：每单位不少于${rules.least}件且不低于${Math.round(rules.share * 100)}%，补登或未登记的至少${rules.backfilled}件，情况说明至少${rules.nothing}件`],
    [`种子${id}`, seed], [`总体指纹${id}`, frame.sha256],
  ])
  const name = `${world.year}年度政务公开抽样记录表`
  return {
    name: `${nameOf(world, units)}${name}（截至${world.day}）`, paper: null,
    table: { head: { title: `${world.district}${name}`, columns, notes: paperNotes(view, { title: name, count: rows.length, made, counted: RULE, own: [...own, ...scopeNote(world, units)] }) }, rows, subtitle: subtitleOf(world), wide: true, fixed: 3 },
  }
}

interface PieceAt {
  readonly world: World
  readonly sample: string
  readonly known: ReadonlyMap<string, Obligation>
}

function pieceCells({ unit, obligation, stratum, because }: DrawnPiece, { world, sample, known }: PieceAt): readonly Cell[] {
  const piece = known.get(obligation)
  const seen = unitActs(world.acts, unit, world.year).inspections.findLast(({ fact }) => 'obligation' in fact.about && fact.about.obligation === obligation)
  return [
    sample, unitNameOf(world, unit), stratum, becauseWords[because], piece ? itemNameOf(world, piece.item) : '', piece ? shownName(piece) : '（其后因更正已不在清单中）', piece ? statusWords[piece.status] : '',
    seen?.fact.present?.length ?? null, seen?.fact.missing?.length ?? null, seen?.fact.material?.length ?? null, seen === undefined ? '尚未核查' : seen.fact.reason ?? '', seen?.by ?? '', piece?.exemptKind === 'withheld' ? '' : obligation,
  ]
}

function blindCells(unit: string, world: World): (readonly Cell[])[] {
  return unitActs(world.acts, unit, world.year).spotted.map(({ by, fact }) => [
    `${fact.sample}（盲抽）`, unitNameOf(world, unit), fact.from === 'site' ? '网站' : '发文登记', '盲抽', fact.item === '*' ? '' : itemNameOf(world, fact.item), fact.title,
    fact.about === undefined ? '系统中没有' : '系统中已有', null, null, null, fact.reason ?? '', by, fact.docNumber ?? fact.url ?? '',
  ])
}

/** A title only where it is public. */
function shownName({ title, publishedDay, period, exemptKind }: Obligation): string {
  if (title !== null && publishedDay !== null && exemptKind !== 'withheld') return title
  return period === null ? '' : periodWords(period)
}

function obligationsById(view: View): ReadonlyMap<string, Obligation> {
  const known = new Map<string, Obligation>()
  for (const parts of view.parts().values()) {
    for (const { obligations } of parts) for (const each of obligations) for (const id of [each.id, ...each.aliases]) known.set(id, each)
  }
  return known
}
