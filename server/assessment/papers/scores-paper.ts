import { peerGroupWords } from '../../answers/table-words.ts'
import type { Cell } from '../../answers/table.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { assessmentOf } from '../../../shared/assessment/assessment-of.ts'
import type { AssessedUnit } from '../../../shared/assessment/result.ts'
import type { World } from '../../../shared/obligations/world.ts'
import type { PaperAsked } from './paper-asked.ts'
import { paperNotes, subtitleOf } from './paper-notes.ts'

export const SCORE_RULE = '得分为各指标得分之和（不适用的指标分值按细则先在组内、再在全表分摊，仍分不完的按可得分折算为百分），加分、扣分、单项否决由考核人员依佐证录入；名次在同类单位内按最终得分、按时公开率排列；“—”表示不适用或没有可统计事项'

/** 成绩汇总表: every unit by peer group and rank, leaf by leaf, with what was settled beside it. */
export function scoresPaper(view: View, { made }: PaperAsked): PaperFile {
  const world = view.world()
  const { units } = assessmentOf({ parts: view.parts(), world, revision: view.revision })
  const leaves = world.scheme.groups.flatMap(group => group.leaves.map(leaf => ({ ...leaf, group: `${group.code} ${group.name}` })))
  const settlement = world.settlements.findLast(each => each.period === String(world.year))
  const settled = new Map(settlement?.scores.map(each => [each.unit, each]) ?? [])
  const columns: readonly PaperColumnHead[] = [
    { head: '序号', width: 5, kind: 'count' }, { head: '组别', width: 9, kind: 'text' }, { head: '单位', width: 24, kind: 'text' },
    ...leaves.map((leaf): PaperColumnHead => ({ head: `${leaf.code} ${leaf.name}（${leaf.points}）`, width: 8, kind: 'points', group: leaf.group })),
    ...['测算分', '加分', '扣分'].map((head): PaperColumnHead => ({ head, width: 7.5, kind: 'points' })),
    { head: '单项否决', width: 9, kind: 'text' }, { head: '最终得分', width: 8, kind: 'points' }, { head: '等次', width: 7, kind: 'text' }, { head: '名次', width: 6, kind: 'count' },
    { head: '核定分', width: 8, kind: 'points' }, { head: '核定名次', width: 6, kind: 'count' },
  ]
  const title = `${world.district}${world.year}年度政务公开考核成绩汇总表`
  return {
    name: `${title}（截至${world.day}）`, paper: null,
    table: {
      head: { title, columns, notes: paperNotes(view, { title: `${world.year}年度政务公开考核成绩汇总表`, count: units.length, made, counted: SCORE_RULE, own: [['核定封存', settledWords(world)]] }) },
      rows: units.map((unit, place): readonly Cell[] => [
        place + 1, peerGroupWords[unit.peerGroup] ?? unit.peerGroup, unit.name, ...leaves.map(({ code }) => gotOf(unit, code)),
        unit.working.score, unit.bonus.given, unit.negative.lost, unit.veto?.name ?? null, unit.final, unit.band, unit.rank,
        settled.get(unit.unit)?.score ?? null, settled.get(unit.unit)?.rank ?? null,
      ]),
      subtitle: subtitleOf(world), wide: true, fixed: 3,
    },
  }
}

/** "—" where a leaf does not concern the unit or has nothing to read. */
function gotOf({ working }: AssessedUnit, code: string): Cell {
  return working.leaves.find(leaf => leaf.code === code)?.got ?? '—'
}

/** Which edition of the year stands, and its fingerprint. */
export function settledWords(world: World): string {
  const settlement = world.settlements.findLast(each => each.period === String(world.year))
  return settlement === undefined
    ? '截至按何时掌握之时，本年度成绩尚未核定封存，本表为测算结果'
    : `第${settlement.edition}版，截至${settlement.day}，封存指纹（SHA-256）${settlement.sha256}`
}
