import type { UnitKind } from './item.ts'
import type { Leaf } from './scheme.ts'

/** What a scheme's parts are called in sentences and on screen. */
export const leafKindNames: Readonly<Record<Leaf['kind'], string>> = { ratio: '按比率', perCase: '按件扣分', fixed: '固定时点', manual: '人工评分' }

const measureNames: Readonly<Record<string, string>> = {
  onTimeMacro: '按时公开率（事项平均）', eventualMacro: '公开率（事项平均）', overdueNow: '当前逾期未公开件数',
  standingCoverage: '常设类在架并按期核对的占比', periodicCoverage: '定期类当期公开的占比', asFormedCoverage: '随产生公开类覆盖的占比',
  irregularNothing: '逾期提交的情况说明件数', slotOnTime: '固定时点是否按期公布', interpretedInTime: '政策文件按时解读率', interpreted: '政策文件解读率',
  verifiable: '可核验率', suspectRuledWrong: '裁定日期有误的件数', elementsComplete: '抽查要素齐全率', findings: '问题清单所列问题数',
  rectifiedInTime: '问题按期整改销号率', recurrence: '年内重复问题数', none: '人工评分',
}

/** What a leaf is read from; one of an older program by its code. */
export function measureName(measure: string): string {
  return measureNames[measure] ?? measure
}

export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  department: '部门', institution: '事业单位', vertical: '垂直管理单位', street: '街道', town: '镇',
}

const traitNames: Readonly<Record<string, string>> = {
  permit: '行政许可', penalty: '行政处罚', enforce: '执法主体', inspect: '双随机检查', enterprise: '涉企政策', stats: '部门统计', policy: '规范性文件',
  plan: '专项规划', task: '政府工作报告任务', livelihood: '民生实事', project: '重大项目', decision: '重大行政决策', proposal: '建议提案办理',
  emergency: '应急预案', pilot26: '试点领域', personnel: '人事', economy: '稳增长', milciv: '军民融合', regional: '区域协调', opening: '对外开放',
  startup: '双创', approval: '压减许可', rectify: '督查整改', press: '新闻发布会', budget: '预决算', fund: '专项资金', credit: '信用公示', basis: '执法依据',
}

/** 职能特征 by its word; one nobody has named yet by its code. */
export function traitName(trait: string): string {
  return traitNames[trait] ?? trait
}

const slotNames: Readonly<Record<string, string>> = { budget: '预算', final: '决算', plan: '计划', summary: '总结', training: '培训' }

export function slotName(slot: string): string {
  return slotNames[slot] ?? slot
}

export const emptyNames: Readonly<Record<Leaf['emptyMeans'], string>> = { full: '得满分', skip: '不计入，分值分摊' }

/** "0.98" as "98%". */
export function shareWords(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

/** At most two decimals, none that say nothing. */
export function pointWords(points: number): string {
  return String(Math.round(points * 100) / 100)
}
