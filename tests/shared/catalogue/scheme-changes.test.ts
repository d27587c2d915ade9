import { expect, it } from 'vitest'
import { schemeChangesOf } from '../../../shared/catalogue/scheme-changes.ts'
import { shipped, shippedWith } from './scheme-drafts.ts'

const wordsOf = (...changes: readonly (readonly [string, unknown])[]) => schemeChangesOf(shipped(), shippedWith(...changes)).map(({ words }) => words)

it('schemeChangesOf() finds nothing in the same scheme, whatever its version is called', () => {
  expect(wordsOf(['version', '2027.1'])).toEqual([])
})

it.each<[string, readonly (readonly [string, unknown])[], readonly string[]]>([
  ['weights', [['groups[0].leaves[0].points', 14], ['groups[0].leaves[1].points', 10]], ['指标A1“按时公开（可核验口径）”的分值由16分改为14分', '指标A2“当前逾期未公开”的分值由8分改为10分']],
  ['a weight moved between groups', [['groups[0].leaves[0].points', 14], ['groups[6].leaves[0].points', 6]], [
    '一级指标A“公开及时与完整”合计由32分改为30分', '一级指标G“整改”合计由6分改为8分', '指标A1“按时公开（可核验口径）”的分值由16分改为14分', '指标G1“整改按期销号”的分值由4分改为6分']],
  ['lines of a rate', [['groups[0].leaves[0].full', 0.95]], ['指标A1“按时公开（可核验口径）”的满分线由98%改为95%']],
  ['the mercy for few pieces', [['groups[0].leaves[0].few', undefined]], ['指标A1“按时公开（可核验口径）”的从宽由少于10件时每件扣1分改为不设']],
  ['what a case costs', [['groups[0].leaves[1].longWorkdays', 30]], ['指标A2“当前逾期未公开”的长期逾期由“超过20个工作日的每件扣1分”改为“超过30个工作日的每件扣1分”']],
  ['the scope', [['groups[2].leaves[3].traits', undefined]], ['指标C3“行政执法总体情况”的适用职能由执法主体改为不限']],
  ['slots', [['groups[2].leaves[2].slots', ['budget']]], ['指标C2“预决算（各一件）”的所看时点由预算、决算改为预算']],
  ['what no data means', [['groups[6].leaves[0].emptyMeans', 'skip']], ['指标G1“整改按期销号”的没有数据时由得满分改为不计入，分值分摊']],
  ['a leaf dropped', [['groups[6].leaves', shipped().groups[6]!.leaves.slice(0, 1)]], ['一级指标G“整改”合计由6分改为4分', '删去指标G2“重复问题”（2分）']],
  ['a leaf added', [['groups[6].leaves[2]', { ...shipped().groups[5]!.leaves[0]!, code: 'G3', name: '整改回头看', points: 1, kind: 'manual', measure: 'none' }]],
    ['一级指标G“整改”合计由6分改为7分', '新增指标G3“整改回头看”（1分，人工评分）']],
  ['caps and the year', [['leafCap', 1.2], ['yearStart', '11-01']], ['考核年度起始日由01-01改为11-01', '单项上限由1.5倍改为1.2倍']],
  ['bonuses', [['bonus.entries[0].points', 3], ['bonus.entries[3]', { code: 'J5', name: '开放日', points: 1 }]], ['加分项J1“经验做法被省市推广”的分值由2分改为3分', '新增加分项J5“开放日”（1分）', '删去加分项J4“政务公开专区等创新”']],
  ['vetoes', [['veto.entries', ['伪造日期', '发布国家秘密', '拒不整改']]], ['新增否决情形“拒不整改”', '删去否决情形“大面积泄露个人隐私造成影响”']],
  ['bands', [['bands[0].topShare', 0.25], ['bands[1].from', 75]], ['等次“优秀”由90分起且在前30%改为90分起且在前25%', '等次“良好”由80分起改为75分起']],
])('schemeChangesOf() puts %s into words', (_, changes, words) => {
  expect(wordsOf(...changes)).toEqual(words)
})

it('schemeChangesOf() says a leaf moved between groups once, and the order of groups', () => {
  const groups = shipped().groups
  const moved = { ...shipped(), groups: [{ ...groups[1]!, leaves: [...groups[1]!.leaves, groups[0]!.leaves[2]!] }, { ...groups[0]!, leaves: groups[0]!.leaves.slice(0, 2) }, ...groups.slice(2)] }
  expect(schemeChangesOf(shipped(), moved).map(({ code, words }) => [code, words])).toEqual([
    ['B', '一级指标B“目录事项覆盖”合计由24分改为32分'], ['A', '一级指标A“公开及时与完整”合计由32分改为24分'], [null, '一级指标的次序有调整'],
    ['A3', '指标A3“应公开信息公开率（含逾期补公开）”所属一级指标由A“公开及时与完整”改为B“目录事项覆盖”'],
  ])
})
