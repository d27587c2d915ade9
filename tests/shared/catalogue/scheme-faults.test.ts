import { describe, expect, it } from 'vitest'
import { nextVersion, pointsIn, schemeFaults } from '../../../shared/catalogue/scheme-faults.ts'
import type { SchemeDraft } from '../../../shared/catalogue/scheme-draft.ts'
import { district, shipped, shippedWith } from './scheme-drafts.ts'

const faultsOf = (scheme: SchemeDraft) => schemeFaults(scheme, district).map(({ code, field, message }) => [code, field, message])
/** Places in the shipped scheme: A1 按比率, A2 按件, C2 固定时点. */
const [a1, a2, c2] = ['groups[0].leaves[0]', 'groups[0].leaves[1]', 'groups[2].leaves[2]']

describe('schemeFaults()', () => {
  it('finds none in the shipped scheme', () => {
    expect(faultsOf(shipped())).toEqual([])
  })

  it.each<[string, readonly (readonly [string, unknown])[], readonly [string, string, string]]>([
    ['points that fall short', [[`${a1}.points`, 14]], ['not-100-points', 'groups', '各指标分值合计98分，还差2分，应正好为100分。']],
    ['points that are too many', [[`${a1}.points`, 16.5]], ['not-100-points', 'groups', '各指标分值合计100.5分，多出0.5分，应正好为100分。']],
    ['blank points', [[`${a1}.points`, null]], ['blank', `${a1}.points`, '指标A1“按时公开（可核验口径）”的分值没有填写。']],
    ['no points', [[`${a1}.points`, 0]], ['too-small', `${a1}.points`, '指标A1“按时公开（可核验口径）”的分值应大于0，现为0。']],
    ['a full line at the zero line', [[`${a1}.zero`, 0.98]], ['full-below-zero', `${a1}.full`, '指标A1“按时公开（可核验口径）”的满分线（98%）应高于零分线（98%）。']],
    ['a full line above 100 %', [[`${a1}.full`, 98]], ['too-large', `${a1}.full`, '指标A1“按时公开（可核验口径）”的满分线不能超过1，现为98。']],
    ['half a piece', [[`${a1}.few.below`, 2.5]], ['not-whole', `${a1}.few.below`, '指标A1“按时公开（可核验口径）”“少于几件从宽”的件数应为整数，现为2.5。']],
    ['a case dearer than the leaf', [[`${a2}.each`, 9], [`${a2}.eachLong`, undefined], [`${a2}.longWorkdays`, undefined]], ['above-points', `${a2}.each`, '指标A2“当前逾期未公开”的每件扣分（9分）超过了该指标的分值（8分）。']],
    ['long ones cheaper than short ones', [[`${a2}.eachLong`, 0.2]], ['long-milder', `${a2}.eachLong`, '指标A2“当前逾期未公开”的长期逾期每件扣0.2分，少于一般的0.5分，逾期越久反而扣得越少。']],
    ['long ones without a limit', [[`${a2}.longWorkdays`, undefined]], ['blank', `${a2}.longWorkdays`, '指标A2“当前逾期未公开”的“超过几个工作日算长期”没有填写。']],
    ['a measure of another kind', [[`${a1}.measure`, 'overdueNow']], ['unknown-measure', `${a1}.measure`, '指标A1“按时公开（可核验口径）”的计分方式是“按比率”，不能依据“当前逾期未公开件数”，请另选依据的数据。']],
    ['an unknown kind of finding', [[`${a2}.codes`, ['nonsense']]], ['unknown-code', `${a2}.codes`, '指标A2“当前逾期未公开”：没有“nonsense”这类问题。']],
    ['no kind of finding', [[`${a2}.measure`, 'findings'], [`${a2}.codes`, []]], ['none-chosen', `${a2}.codes`, '指标A2“当前逾期未公开”没有选问题类别，请至少选一类，否则没有一个问题会计入。']],
    ['an unknown row', [[`${c2}.items`, ['district-999']]], ['unknown-item', `${c2}.items`, '指标C2“预决算（各一件）”：现行目录里没有编号为“district-999”的事项。']],
    ['a row without fixed points in time', [[`${c2}.items`, ['district-6']]], ['item-without-slots', `${c2}.items`, '指标C2“预决算（各一件）”：事项“部门文件”没有固定的公开时点，不能按时点计分。']],
    ['a slot of another row', [[`${c2}.slots`, ['plan']]], ['unknown-slot', `${c2}.slots`, '指标C2“预决算（各一件）”：所选事项没有“计划”这个时点。']],
    ['no row at all', [[`${c2}.items`, []]], ['none-chosen', `${c2}.items`, '指标C2“预决算（各一件）”没有选事项：固定时点要说明看哪个事项是否按期公布。']],
    ['an unknown trait', [[`${a1}.traits`, ['stats']]], ['unknown-trait', `${a1}.traits`, '指标A1“按时公开（可核验口径）”：单位和目录里都没有“部门统计”这项职能。']],
    ['a kind that is not scored', [[`${a1}.kinds`, ['vertical']]], ['not-scored', `${a1}.kinds`, '指标A1“按时公开（可核验口径）”：垂直管理单位只作监测、不计分，不能列入适用范围。']],
    ['an unknown kind', [[`${a1}.kinds`, ['village']]], ['unknown-kind', `${a1}.kinds`, '指标A1“按时公开（可核验口径）”：没有“village”这种单位类型。']],
    ['a code used twice', [[`${a2}.code`, 'A1']], ['code-used-twice', `${a2}.code`, '编号“A1”用了两次：指标A1“按时公开（可核验口径）”已经用了，请给指标A1“当前逾期未公开”另起一个。']],
    ['a bonus under a leaf\'s code', [['bonus.entries[0].code', 'A1']], ['code-used-twice', 'bonus.entries[0].code', '编号“A1”用了两次：指标A1“按时公开（可核验口径）”已经用了，请给加分项A1“经验做法被省市推广”另起一个。']],
    ['a code no address can carry', [[`${a1}.code`, '甲一']], ['bad-code', `${a1}.code`, '编号“甲一”不能用：请以字母开头，只用字母、数字和点，不超过10个字，如 A1。']],
    ['the code of the veto', [[`${a1}.code`, 'veto']], ['bad-code', `${a1}.code`, '编号“veto”不能用：请以字母开头，只用字母、数字和点，不超过10个字，如 A1。']],
    ['a group without leaves', [['groups[6].leaves', []]], ['no-leaf', 'groups[6]', '一级指标G“整改”下面没有指标，请添加一个，或删去这一级。']],
    ['a version label given away', [['version', '2025.1']], ['version-used', 'version', '版次“2025.1”已经用过，请给新版另起一个，例如“2025.2”。']],
    ['a year that begins on no day', [['yearStart', '13-01']], ['not-a-month-day', 'yearStart', '考核年度起始日应写成“月-日”，如01-01或11-01，日不超过28。']],
    ['a leaf cap below the printed points', [['leafCap', 0.5]], ['too-small', 'leafCap', '单项上限倍数应不小于1，现为0.5。']],
    ['half a duty', [['rankFloor', 4.5]], ['not-whole', 'rankFloor', '参加排名的最少已评判责任项数应为整数，现为4.5。']],
    ['a bonus above its cap', [['bonus.entries[0].points', 6]], ['above-cap', 'bonus.entries[0].points', '加分项J1“经验做法被省市推广”（6分）超过了加分上限（5分）。']],
    ['a deduction of nothing', [['negative[0].points', 0]], ['too-small', 'negative[0].points', '减分项K1“被市级及以上通报”的分值应大于0，现为0。']],
    ['a veto listed twice', [['veto.entries[1]', '伪造日期']], ['veto-twice', 'veto.entries[1]', '否决情形“伪造日期”列了两次，请删去一个。']],
    ['bands out of order', [['bands[1].from', 95]], ['bands-not-descending', 'bands[1].from', '等次“良好”从95分起，应低于上一等“优秀”的90分：等次要从高到低排列。']],
    ['scores below every band', [['bands[3].from', 10]], ['band-gap', 'bands[3].from', '最低一等“不合格”从10分起，低于它的得分没有等次，应从0分起。']],
    ['a share of all and more', [['bands[0].topShare', 30]], ['too-large', 'bands[0].topShare', '等次“优秀”的名额比例不能超过1，现为30。']],
    ['no bands', [['bands', []]], ['no-band', 'bands', '还没有等次，请至少列一个，从0分起。']],
    ['no groups', [['groups', []]], ['no-group', 'groups', '还没有一个一级指标，请先添加。']],
  ])('refuses %s at its field, in a sentence', (_, changes, expected) => {
    expect(faultsOf(shippedWith(...changes))).toEqual([[...expected]].concat(sumFault(changes)))
  })

  it('collects all of them', () => {
    const codes = faultsOf(shippedWith([`${a1}.full`, null], [`${a2}.name`, ''], ['version', ' '], ['bands[1].from', 95])).map(([code, field]) => [code, field])
    expect(codes).toEqual([['blank', 'version'], ['blank', `${a1}.full`], ['blank', `${a2}.name`], ['bands-not-descending', 'bands[1].from']])
  })
})

/** Points taken away are missed in the sum too. */
function sumFault(changes: readonly (readonly [string, unknown])[]): string[][] {
  const missing = changes.some(([place, value]) => place === `${a1}.points` && (value === null || value === 0)) ? 16 : changes[0]![0] === 'groups[6].leaves' ? 6 : 0
  return missing === 0 ? [] : [['not-100-points', 'groups', `各指标分值合计${100 - missing}分，还差${missing}分，应正好为100分。`]]
}

it('pointsIn() adds tenths without dust and leaves blanks out', () => {
  expect(pointsIn([{ points: 0.1 }, { points: 0.2 }, { points: null }])).toBe(0.3)
})

it.each([['2026.1', '2026.2'], ['试行', '试行.2'], ['第9', '第10']])('nextVersion() counts %s on to %s, past what is used', (version, next) => {
  expect(nextVersion(version, [version])).toBe(next)
  expect(nextVersion(version, [version, next])).not.toBe(next)
})
