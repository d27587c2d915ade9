import type { UnitKind } from '../../shared/catalogue/item.ts'
import type { DutyStanding, Flag, Obligation, Origin, Proof, Status } from '../../shared/obligations/obligation.ts'

/* Words in tables; a test holds those that also stand on a screen equal to the screen's. */

export const statusWords: Readonly<Record<Status, string>> = {
  pending: '待公开', dueSoon: '即将到期', overdue: '逾期未公开', onTime: '按时公开', late: '逾期公开', unverified: '已公开（时限未核实）',
  nothing: '本期无此类信息', exempt: '不予公开或依申请公开', unknown: '数据中断',
}

export const flagWords: Readonly<Record<Flag, string>> = {
  disputed: '申诉复核中', suspect: '日期存疑', provisional: '暂定', assumed: '推定时限', linkDead: '链接失效', wrongChannel: '渠道不符',
  extended: '已报备延期', toCheck: '待核对', correctionPending: '更正待核',
}

export const originWords: Readonly<Record<Origin, string>> = {
  formed: '形成', periodic: '定期', standing: '常设', followUp: '解读', republish: '重新公开',
}

export const proofWords: Readonly<Record<Proof, string>> = {
  source: '权威系统登记', declared: '公开前登记', backfilled: '事后补登', none: '未登记',
}

export const breachWords: Readonly<Record<NonNullable<Obligation['breach']>, string>> = { printed: '目录时限', law: '法定时限', slot: '定期时限' }

export const dutyStateWords: Readonly<Record<DutyStanding['state'], string>> = {
  proposed: '待认领', claimed: '已认领', objected: '有异议', notApplicable: '不适用',
}

export const cadenceWords: Readonly<Record<DutyStanding['cadence'], string>> = {
  standing: '常设', slots: '定期', asFormed: '随产生公开', dynamic: '动态', followUp: '政策解读',
}

export const kindWords: Readonly<Record<UnitKind, string>> = {
  department: '部门', institution: '事业单位', vertical: '垂直管理单位', street: '街道', town: '镇',
}

export const peerGroupWords: Readonly<Record<string, string>> = {
  departments: '部门', institutions: '事业单位', vertical: '垂直管理单位', towns: '街道和镇',
}

const slotWords: Readonly<Record<string, string>> = { budget: '预算', final: '决算', plan: '计划', summary: '总结', training: '培训' }

/** "2025/final" → 2025年决算; "2026-Q1" → 2026年第1季度; "2026-03" → 2026年3月. */
export function periodWords(period: string): string {
  const [about = '', slot] = period.split('/')
  const [year, rest = ''] = about.split('-')
  const named = slot === undefined ? '' : slotWords[slot] ?? slot
  if (rest === '') return `${year}年${named}`
  if (rest.startsWith('Q')) return `${year}年第${rest.slice(1)}季度${named}`
  if (rest.startsWith('H')) return `${year}年${rest === 'H1' ? '上' : '下'}半年${named}`
  return `${year}年${Number(rest)}月${named}`
}
