import type { FreezeStep, PeriodState } from '../shared/wire/edition-answers.ts'

/** Every label of settling, freezing and restating scores (核定封存). */
export const editionWords = {
  title: '核定与封存',
  lead: '每月和年度的得分先交单位反馈，反馈期满后核定封存；封存的结果不再改动，有变化的另出一版。',
  yearLabel: '考核年度', year: (year: number) => `${year}年度`,
  sentence: (settled: number, open: number, waiting: number) =>
    [`已核定${settled}期`, ...(open > 0 ? [`反馈中${open}期`] : []), ...(waiting > 0 ? [`反馈期满待核定${waiting}期`] : [])].join('，'),
  noneBegun: '本年度还没有结束的月份，月份结束后可开启得分反馈。',
  columns: { period: '所属期', day: '截至日', state: '状态', answers: '单位反馈', edition: '版次' },
  wholeYear: '全年',
  state: { running: '进行中', ended: '待开启反馈', open: '反馈中', waiting: '反馈期满，待核定', settled: '已核定' } satisfies Record<PeriodState, string>,
  openUntil: (day: string) => `反馈中，到${day}`,
  settledAs: (edition: number) => `已核定，第${edition}版`,
  changed: '封存后有变化', checking: '正在核对封存后的变化…',
  agreed: '同意', objected: '有异议', silent: '未反馈', units: '个单位',
  choose: '选择一期，查看反馈、版次和封存后的变化。',
  back: '返回各期',
  act: {
    openWindow: '开启得分反馈', openHint: (day: string) => `开启后各单位在单位页看到得分及计算过程，可同意或提出异议，到${day}（含当日）为止。`,
    again: '再次交单位反馈', settle: '核定封存', settleHint: '按此刻掌握的情况计算并封存全部单位的得分、名次、等次和计算过程，不能撤回。',
    restate: '核定后更正', restateHint: '另出一版，原来各版都保留。', reason: '更正理由', doRestate: '出新的一版',
    sure: '确认核定封存', cancel: '取消', dropped: '已取消，没有写入。', done: '已核定封存。', restated: '新的一版已封存。', opened: '已开启得分反馈。',
    reviewerOnly: '核定、封存和更正由年度考核人员办理。',
    waitFor: (day: string) => `反馈到${day}为止，期满后可核定。`,
    notEnded: (day: string) => `${day}之后可开启得分反馈。`,
  },
  step: { judging: '按截至日逐件判定', printing: '计算流水指纹', composing: '汇总各单位结果', writing: '写入' } satisfies Record<FreezeStep, string>,
  stepOf: (n: number, of: number) => `第${n}步，共${of}步`,
  answers: { title: '单位反馈', none: '这一期没有交单位反馈。', noneYet: '还没有单位反馈。', silentUnits: '未反馈' },
  editions: {
    title: '各版', none: '还没有核定。', edition: (n: number) => `第${n}版`, asOf: '截至', knownAt: '按此时掌握', by: '核定人', reason: '更正理由', software: '软件版本',
    print: '封存指纹', printHint: '八位一组，可逐组朗读，与纸面核对', file: '下载封存文件', units: (n: number) => `${n}个单位有得分`, holds: '现行',
    compare: '与现在比较', compareWith: (n: number) => `与第${n}版比较`,
  },
  differences: {
    sinceTitle: '封存后的变化', betweenTitle: (a: number, b: number) => `第${a}版与第${b}版对比`,
    none: '封存后没有变化：按现在掌握的情况重新计算，结果相同。', noneBetween: '两版结果相同。',
    counted: (units: number, pieces: number) => `涉及${units}个单位、${pieces}件`,
    before: '封存', after: '现在', earlier: '前一版', later: '后一版', score: '总分', rank: '名次', band: '等次',
    leaf: '指标', piece: '应公开信息', facts: '后来的记录', due: '到期', published: '公开', absent: '没有这一件', noRank: '—', more: (n: number) => `展开其余${n}件`,
    byHand: '加分、扣分、否决或件数有变化。', recordedAt: (moment: string, who: string) => `${moment}由${who}入账`,
  },
  unit: {
    title: '核定分', none: '还没有核定分；月度得分交单位反馈、期满核定后列在这里。', live: '实时测算分', settled: (period: string) => `${period}核定分`,
    rank: (rank: number) => `第${rank}名`, noRank: '不排名', edition: (n: number) => `第${n}版`, restated: (reason: string) => `核定后更正：${reason}`,
    asked: (period: string) => `${period}得分请反馈`, until: (day: string) => `请在${day}（含当日）前反馈；逾期未反馈视为无异议，可另行申诉的件照常申诉。`,
    waiting: (period: string) => `${period}得分反馈已截止，待核定`,
    agree: '同意', object: '有异议', reason: '哪一项、为什么有异议', send: '提交异议', said: { agreed: '本单位已同意', objected: '本单位有异议' }, change: '改为', readOnly: '由本单位联络员反馈。',
    working: '得分计算过程', leaf: '指标', got: '得分', rule: '怎样计算', bonus: '加分', lost: '扣分', veto: '单项否决', total: '总分',
  },
} as const
