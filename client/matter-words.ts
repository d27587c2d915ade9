import type { Verdict } from '../shared/facts/fact.ts'
import type { MatterKind, MatterResult } from '../shared/obligations/matter.ts'

/** Every label of 申诉与申请: appeals, requests for a later day, corrections that wait. */
export const matterWords = {
  title: '申诉与申请',
  nav: '申诉与申请',
  counted: '件',
  waitingFor: '待答复',
  none: '这里没有申诉、延期申请或待核更正。',
  noneHow: '要申诉或申请延期，请从清单打开那一件应公开信息，再点“提出申诉”或“申请延期”。',
  toList: '打开清单',
  choose: '从左边选一件，看往来、佐证和影响。',
  back: '返回列表',
  kind: { appeal: '申诉', extension: '延期申请', correction: '更正待核' } satisfies Record<MatterKind, string>,
  second: '复核',
  direct: '直接报备',
  allKinds: '全部',
  states: { open: '待答复', closed: '已答复', all: '全部' },
  kindLabel: '类别',
  stateLabel: '状态',
  unitLabel: '单位',
  allUnits: '全部单位',
  late: '只看超期',
  xlsx: '下载.xlsx',
  csv: '下载.csv',
  more: (n: number) => `再看${n}件`,
  answerBy: (day: string) => `答复期限${day}`,
  answerDay: '答复期限',
  raised: (day: string) => `${day}提出`,
  left: (n: number) => (n === 0 ? '今日到期' : `还有${n}个工作日`),
  past: '答复已超期',
  answeredLate: '超期答复',
  result: { ruled: '已裁定', granted: '已准延期', declined: '未准延期', confirmed: '已确认', withdrawn: '已撤回' } satisfies Record<MatterResult, string>,
  verdict: { upheld: '申诉成立，按时', excused: '申诉成立，不应公开', dayIs: '认定公开日期', rejected: '不予支持', overruled: '原说明不成立' } satisfies Record<Verdict, string>,
  verdictNote: {
    upheld: '按按时公开计。', excused: '这一件不属于主动公开，移出按时公开率。', dayIs: '以认定的日期为公开日，按它与到期日比较。', rejected: '维持原来的结果。',
    overruled: '单位的情况说明或不予公开说明不成立，按未说明计。',
  } satisfies Record<Verdict, string>,
  bulk: { requests: '同日多件', disputed: '申诉占比高' },
  bulkNote: { requests: '该单位同一天提出多件延期申请，请一并核查。', disputed: '该单位本年申诉件数超过其应公开信息的一成，请留意。' },
  exchange: '往来',
  attachments: '附件',
  gone: '附件已不在',
  size: (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  until: (day: string) => `延期至${day}`,
  counts: (day: string) => `认定日期${day}`,
  exemptKind: { withheld: '不予公开', onRequest: '依申请公开' },
  said: (who: string, when: string, n: number) => `${who}，${when}，第${n}号记录`,
  unnamed: '所指的应公开信息已不在清单中',
  open: '打开这一件',
  piece: { due: '到期日', original: '原到期日', published: '公开日', status: '目前状态' },
  evidence: '佐证',

  suspect: {
    tab: '日期存疑', none: '没有日期存疑的信息。', asFinding: '登记为“日期不一致”问题',
    note: '页面、网址、首次发现等日期互相矛盾，只作为问题提出，不自动认定；由评议人员裁定，或登记为问题。',
  },

  change: {
    title: '拟作的更正', field: '栏目', was: '现在计的', becomes: '更正为', none: '未填', isVoid: '作废这条记录',
    of: (kind: string, seq: number) => `更正第${seq}号记录（${kind}）`,
    hidden: '这一件不予公开，更正的内容不在此显示。',
  },
  fields: {
    day: '日期', title: '标题', url: '网址', channel: '公开渠道', ref: '索引号', period: '所属期', docNumber: '文号', formedDay: '成文日期', urlDay: '网址所示日期',
    firstSeenDay: '首次看到日期', until: '延期至', reason: '理由', exemptKind: '不公开类别', about: '所指', attachments: '附件',
  } as Readonly<Record<string, string>>,

  effect: {
    title: '对得分的影响', before: '现在', after: '答复后', beforeDone: '答复前', afterDone: '答复后', score: '实时测算分', rank: '名次', onTime: '按时公开率', eventual: '公开率',
    overdue: '逾期未公开', pieces: '件', status: '这一件', reading: '正在试算', unchanged: '得分、名次和状态都不变。', noUnit: '该单位没有得分。',
    choose: '选定后，这里试算得分的变化；试算不入账。', frozen: '按答复前后当时掌握的记录计算，以后不变。', others: (n: number) => `另有${n}件随之变化`,
  },

  rule: {
    title: '裁定', verdict: '裁定意见', countsDay: '认定公开日期', exemptKind: '属于', reason: '理由', reasonHint: '写明事实和依据，单位会看到全文。', act: '裁定', acting: '正在记录',
    done: '裁定已记录。', notYou: '由评议人员裁定。',
  },
  grant: {
    title: '答复延期申请', until: '准予延期至', cap: (day: string) => `最多到法定到期日${day}`, noLaw: '这一件没有法定时限可依，不能报备延期。', reason: '理由', act: '准予延期', decline: '不予延期', acting: '正在记录',
    tooLate: '原到期日已过，不能再准，只能答复不予延期。', notYou: '由督查人员答复。',
  },
  confirm: { title: '确认更正', act: '确认更正', acting: '正在记录', reason: '理由', note: '确认后按更正的值计算；不确认则一直按现在的值计。', notYou: '由督查人员确认。' },
  withdraw: { act: '撤回', ask: '撤回后不再复核，可否？', yes: '确定撤回', no: '不撤回', reason: '单位撤回' },

  ask: {
    appeal: '提出申诉', extension: '申请延期',
    appealNote: '请于收到反馈之日起5个工作日内提出，附链接或截图；复核期间大屏标“申诉”，不移出统计。',
    extensionNote: '法定时限不因报备改变；本次报备仅作督办和评议参考，计分仍按法定到期日。',
    reason: '理由', appealHint: '写明哪一处有误、依据是什么，并附链接；不要写国家秘密、工作秘密。', extensionHint: '写明为什么不能按期公开、准备何时公开。',
    until: '申请延期至', cap: (due: string, legal: string) => `现到期日${due}，最多到法定到期日${legal}`,
    submit: { appeal: '提交申诉', extension: '提交申请' }, sending: '正在提交', cancel: '不提了',
    missing: '没有写明是哪一件应公开信息，请从清单打开后再提出。', onlyClerk: '申诉和延期申请由单位联络员提出。', blocked: '现在不能提出',
    about: '所指的应公开信息',
  },
  upload: {
    label: '附件', add: '添加文件', hint: '每个不超过10 MB，合计不超过30 MB，最多10个：pdf、png、jpg、webp、docx、xlsx、ofd、txt。类型按内容核对。',
    going: (name: string, percent: number) => `${name}已上传${percent}%`, done: '已上传', remove: (name: string) => `去掉${name}`, removed: '去掉', tooMany: '最多10个附件，请先去掉一些。', waiting: '附件还在上传，请稍候。',
  },
} as const
