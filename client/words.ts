import type { FactKind } from '../shared/facts/fact.ts'
import type { UnitKind } from '../shared/catalogue/item.ts'
import type { Flag, Origin, Status } from '../shared/obligations/obligation.ts'
import type { WhoAmI } from '../shared/wire/answers.ts'
import type { LineState } from './channel.ts'

/** Every label on screen. Terms are those the field uses; figures are put in by the panels. */
export const words = {
  platform: '政务公开监测督办平台',
  sample: '演示数据',
  none: '—',
  pieces: '件',
  units: '个单位',
  workdays: '个工作日',
  points: '分',
  percent: '%',
  loading: '正在读取数据',
  unreachable: '连不上服务器，请稍后再试。',
  failed: (status: number) => `服务器没有受理（${status}），请稍后再试。`,
  slot: { budget: '预算', final: '决算', plan: '计划', summary: '总结', training: '培训' } as Readonly<Record<string, string>>,

  wall: {
    overdueNow: '目前逾期',
    piecesThen: '件，',
    spread: '涉及',
    unitsThen: '个单位，',
    longest: '最长',
    nothingOverdue: '目前没有逾期未公开的信息',
    onTime: '本年按时公开率',
    eventual: '本年公开率',
    coverage: '目录覆盖率',
    onTimeCount: (part: number, whole: number) => `按时${part}件，应判${whole}件`,
    eventualCount: (part: number, whole: number) => `已公开${part}件，应公开${whole}件`,
    unverified: (n: number) => `含形成日期未核实${n}件`,
    coverageCount: (part: number, whole: number) => `已覆盖${part}项，适用${whole}项`,
    carriedOver: (n: number) => `另有上年结转未公开${n}件`,
    nothingJudged: '尚无到期应判的信息',
    nothingApplicable: '尚无适用的公开责任',
    due10: '未来10个工作日到期',
    dueLater: '其后',
    toCall: '逾期单位',
    toCallNote: '按最长逾期排列',
    toCallMore: (n: number) => `另有${n}个单位逾期`,
    inCategories: (first: string, n: number) => (n > 1 ? `${first}等${n}类` : first),
    noneToCall: '没有单位逾期',
    due: '即将到期',
    noneDue: '近期没有到期的信息',
    recent: '实时动态',
    noneRecent: '还没有收到记录',
    total: '合计',
    overdue: '逾期',
    depth1: '逾期5个工作日以内',
    depth2: '逾期6–20个工作日',
    depth3: '逾期超过20个工作日',
    dueSoonCell: '未来10个工作日到期',
    dutyCell: '有此职责，无逾期',
    cells: '格',
    longestList: '逾期最久',
    noneLongest: '没有逾期',
    merged: (month: string, into: string) => `${month}并入${into}`,
    category: '类别',
    categories: '各类公开情况',
    onTimeShort: '按时公开率',
    eventualShort: '公开率',
    departmentsOverdue: '部门逾期',
    othersOverdue: '街镇及其他单位逾期',
    ranking: '单位名次',
    front: '靠前单位',
    back: '需加力单位',
    noneRanked: '评判件数不足，暂不排名',
    provisional: '暂定',
    rankedNote: (n: number) => `${n}个单位`,
    settledNote: (period: string) => `按${period}核定分，浅色为实时测算分`,
  },
  scope: {
    all: (units: number, categories: number) => `${units}个单位\u3000${categories}类应公开信息`,
    departments: '部门×类别\u3000目前逾期件数',
    others: '事业、垂管、街镇×类别\u3000目前逾期件数',
  },
  scene: { overview: '总览', departments: '部门热力', towns: '街镇热力', categories: '类别名次' },
  foot: {
    overview: '口径：按件计；按时公开率＝按时÷（按时＋逾期公开＋逾期未公开），未核实的不计入；公开率含未核实的',
    depths: '圈点',
    heat: '空白＝无此职责；格内数字＝逾期件数，含上年结转；深浅按格内最长逾期分三档',
    categories: '口径：按件计；覆盖率按职责计，无此类应判信息的显示“—”；得分按核定分，未核定时为实时测算分，垂管单位不计分，应判不足5件的不排名',
  },
  depthShort: ['5以内', '6–20', '超过20个工作日'] as const,
  pager: { paused: '暂停', seconds: '秒', hint: '数字键换页，空格暂停', signOut: '退出登录' },
  header: {
    updated: (age: string) => `数据更新于${age}`,
    noEvent: '尚无记录',
    frame: (time: string) => `画面为${time}`,
  },
  unit: {
    toWall: '大屏',
    asOf: (day: string) => `截至${day}`,
  },
} as const

export const lineWords: Readonly<Record<LineState, string>> = {
  connecting: '正在连接',
  live: '连接正常',
  polling: '推送中断，定时取数',
  cut: '连接中断',
  ended: '登录已失效',
}

export const statusWords: Readonly<Record<Status, string>> = {
  pending: '待公开',
  dueSoon: '即将到期',
  overdue: '逾期未公开',
  onTime: '按时公开',
  late: '逾期公开',
  unverified: '已公开（时限未核实）',
  nothing: '本期无此类信息',
  exempt: '不予公开或依申请公开',
  unknown: '数据中断',
}

export const flagWords: Readonly<Record<Flag, string>> = {
  disputed: '申诉复核中',
  suspect: '日期存疑',
  provisional: '暂定',
  assumed: '推定时限',
  linkDead: '链接失效',
  wrongChannel: '渠道不符',
  extended: '已报备延期',
  toCheck: '待核对',
  correctionPending: '更正待核',
}

export const originWords: Readonly<Record<Origin, string>> = {
  formed: '形成',
  periodic: '定期',
  standing: '常设',
  followUp: '解读',
  republish: '重新公开',
}

/** What a fact did, between a unit and an item: 「区水务局 公开 行政处罚决定」. */
export const factWords: Readonly<Record<FactKind, string>> = {
  formed: '登记',
  published: '公开',
  withdrawn: '撤下',
  nothing: '情况说明',
  checked: '核对',
  exempt: '登记不公开',
  extended: '报备延期',
  requested: '申请延期',
  declined: '未准延期',
  approved: '批复',
  observed: '巡查',
  disputed: '申诉',
  ruled: '裁定',
  closed: '月度关账',
  explained: '文号说明',
  marked: '评分',
  inspected: '抽查核查',
  spotted: '盲抽登记',
  found: '登记问题',
  rectified: '反馈整改',
  rechecked: '复查',
  agreed: '得分反馈',
  corrected: '更正',
}

export const kindWords: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  institution: '事业单位',
  vertical: '垂直管理单位',
  street: '街道',
  town: '镇',
}

/** Vertical labels of the matrix, in official order (机构序). */
export const kindGroupWords: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  institution: '事业',
  vertical: '垂管',
  street: '街道',
  town: '镇',
}

export const roleWords: Readonly<Record<WhoAmI['role'], string>> = {
  admin: '管理员',
  supervisor: '督查人员',
  reviewer: '考核人员',
  head: '单位负责人',
  clerk: '联络员',
  wall: '大屏',
}

export const peerGroupWords: Readonly<Record<string, string>> = {
  departments: '部门',
  institutions: '事业单位',
  vertical: '垂直管理单位',
  towns: '街道和镇',
}
