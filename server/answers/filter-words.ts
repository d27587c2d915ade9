import type { CountedFigure } from '../../shared/measures/counted.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { DutyFilter } from './duties.ts'
import { categoryName } from './obligation-columns.ts'
import { itemNameOf, unitNameOf, type WholeFilter } from './obligations.ts'
import { cadenceWords, dutyStateWords, flagWords, originWords, statusWords } from './table-words.ts'

const figureWords: Readonly<Record<CountedFigure, string>> = {
  onTime: '按时公开率', onTimeOriginal: '按时公开率（按原到期日）', eventual: '公开率', verifiable: '可核验率', overdue: '逾期未公开',
}

/** The filters of a table in the words of its notes, one string each. */
export function filterWords(filter: WholeFilter & DutyFilter, world: World): readonly string[] {
  const listed = (label: string, values: readonly (string | number)[] | undefined) => (values ? [`${label}：${values.join('、')}`] : [])
  const { from, to, q, counted, part, applicable, covered } = filter
  return [
    ...listed('单位', filter.unit?.map(id => unitNameOf(world, id))),
    ...listed('类别', filter.category?.map(id => categoryName(id, world))),
    ...listed('事项', filter.item?.map(id => itemNameOf(world, id))),
    ...listed('状态', filter.status?.map(status => statusWords[status])),
    ...listed('来由', filter.origin?.map(origin => originWords[origin])),
    ...listed('标记', filter.flag?.map(flag => flagWords[flag])),
    ...listed('考核年度', filter.year),
    ...listed('频次', filter.cadence?.map(cadence => cadenceWords[cadence])),
    ...listed('认领情况', filter.state?.map(state => dutyStateWords[state])),
    ...(filter.leaf === undefined ? [] : [`计入得分指标${filter.leaf}${part && counted === undefined ? '的分子' : ''}`]),
    ...(from === undefined ? [] : [`到期日不早于${from}`]),
    ...(to === undefined ? [] : [`到期日不晚于${to}`]),
    ...(q === undefined ? [] : [`含“${q}”`]),
    ...(counted === undefined ? [] : [`计入${figureWords[counted]}的${part ? '分子' : '全部'}`]),
    ...(applicable === undefined ? [] : [applicable ? '计入覆盖率' : '不计入覆盖率']),
    ...(covered === undefined ? [] : [covered ? '已覆盖' : '应覆盖而未覆盖']),
  ]
}
