import { categoryName } from '../../answers/obligation-columns.ts'
import { itemNameOf, unitNameOf } from '../../answers/obligations.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import type { PaperColumnHead } from '../../documents/paper-table.ts'
import { dayOf } from '../../../shared/time/day.ts'
import { nameOf, scopeNote, unitsIn } from './findings-paper.ts'
import type { PaperAsked } from './paper-asked.ts'
import { paperNotes, subtitleOf } from './paper-notes.ts'

const columns: readonly PaperColumnHead[] = [
  { head: '序号', width: 6, kind: 'count' }, { head: '单位', width: 24, kind: 'text' }, { head: '类别', width: 18, kind: 'text' }, { head: '公开事项', width: 26, kind: 'text' },
  { head: '不予公开的理由', width: 60, kind: 'text' }, { head: '件数', width: 8, kind: 'count' }, { head: '最近登记日期', width: 13, kind: 'day' },
]

const RULE = '不予公开由单位经保密审查后自行决定（条例第十四至十七条），按件数和理由登记；本表不列标题、文号和编号；同一单位、同一事项、同一理由的合并计数'

interface Counted {
  readonly unit: string
  readonly category: string
  readonly item: string
  readonly reason: string
  pieces: number
  last: string
}

/** 不予公开信息登记表: how many papers of the year each unit withholds, and why. Count and reason only, never a title. */
export function withheldPaper(view: View, { units, made }: PaperAsked): PaperFile {
  const world = view.world()
  const counted = unitsIn(world, units).flatMap(unit => [...countedOf(view, unit).values()])
  const pieces = counted.reduce((sum, each) => sum + each.pieces, 0)
  const name = `${world.year}年度不予公开信息登记表`
  return {
    name: `${nameOf(world, units)}${name}（截至${world.day}）`, paper: null,
    table: {
      head: { title: `${world.district}${name}`, columns, notes: paperNotes(view, { title: name, count: pieces, made, counted: RULE, own: scopeNote(world, units) }) },
      rows: counted.map((each, place) => [place + 1, unitNameOf(world, each.unit), categoryName(each.category, world), itemNameOf(world, each.item), each.reason, each.pieces, each.last]),
      subtitle: subtitleOf(world), wide: true, fixed: 2,
    },
  }
}

function countedOf(view: View, unit: string): ReadonlyMap<string, Counted> {
  const { year } = view.world()
  const counted = new Map<string, Counted>()
  for (const { obligations } of view.parts().get(unit) ?? []) {
    for (const each of obligations) {
      if (each.exemptKind !== 'withheld' || each.year !== year) continue
      const said = view.facts(each.facts).findLast(({ fact }) => fact.kind === 'exempt')
      const reason = said?.fact.kind === 'exempt' ? said.fact.reason : '未写明理由'
      const day = said === undefined ? each.publishedDay ?? '' : dayOf(said.recordedAt)
      const key = `${each.item}\u0000${reason}`
      const row = counted.get(key) ?? { unit, category: each.category, item: each.item, reason, pieces: 0, last: day }
      counted.set(key, { ...row, pieces: row.pieces + 1, last: row.last > day ? row.last : day })
    }
  }
  return counted
}
