import type { DrawnBecause } from '../shared/facts/assessment-settings.ts'
import type { SampleRules } from '../shared/assessment/sample-draw.ts'
import type { ChecklistKind } from '../shared/assessment/checklist.ts'
import type { PieceState } from '../shared/assessment/piece-state.ts'

const percent = ({ share }: SampleRules) => Math.round(share * 100)

/** Every label of 抽样核查: the frame, the draw, the checklist, blind pieces. */
export const sampleWords = {
  title: '抽样核查',
  ofYear: (year: number | string) => `${year}年度`,
  none: '本年度还没有抽样。',
  noneHow: '由评议人员先固定总体，再用种子抽取。',
  name: (id: string) => `第${id.split('-')[1] ?? id}次抽样`,
  record: '抽样记录',
  list: { id: '抽样', day: '截至日', frame: '总体', drawn: '抽中', inspected: '已核查', blind: '盲抽', findings: '问题', by: '抽取', seed: '种子' },
  scope: { all: '全部计分单位', some: (n: number) => `${n}个单位` },
  of: (done: number, all: number) => `${done} / ${all}`,

  draw: {
    title: '新的抽样', step1: '第一步　固定总体', step2: '第二步　按种子抽取',
    day: '截至日', dayHint: (first: string, last: string) => `总体为截至这一天已到期的应公开信息，可选${first}至${last}。`,
    units: '范围', allUnits: '全部计分单位', someUnits: '指定单位', pickUnits: '按住Ctrl可选多个',
    freeze: '固定总体', freezing: '正在固定',
    frozen: (size: number, units: number) => `总体${size}件，涉及${units}个单位，已固定。`,
    atLeast: (n: number) => `至少抽取${n}件，各单位件数见下。`,
    fingerprint: '总体指纹（SHA-256）', knownAt: '掌握时刻',
    again: '重新固定', empty: '总体里没有已到期的应公开信息，不能抽样；请换截至日或单位。',
    seed: '种子', seedHint: '当众确定的任何一句话或一串数字，如公证号、当日开奖号；不填由服务器随机产生。抽取后种子随名单公布。',
    act: '抽取', acting: '正在抽取', readOnly: '由评议人员抽取和核查；其他人员可查看、可复抽核对。',
    unit: '单位', pieces: '总体件数', sample: '至少抽取',
    restored: '上次固定的总体还在，可以接着抽取。',
  },

  head: {
    seed: '种子', frame: '总体', size: (n: number) => `${n}件`, fingerprint: '总体指纹（SHA-256）', day: '截至日', knownAt: '掌握时刻', drawn: '抽取', scope: '范围', pieces: '抽中',
    file: '下载总体.txt', print: '打印抽样记录', redraw: '复抽核对', redrawing: '正在由当时的记录重算总体并重抽',
    all: '全部单位', steps: '抽取办法', stepsNote: '任何人可照此由种子和总体重抽',
  },
  steps: (rules: SampleRules): readonly string[] => [
    '总体：列出截至日本年度已到期的应公开信息（计分单位、区级目录），每行依次为单位编号、应公开编号、类别编号、状态代码、形成日期核实情况，用制表符分隔，换行结尾，UTF-8编码；按单位编号、应公开编号的字符顺序排列。全文的SHA-256即总体指纹。',
    '签号：每件的签号＝SHA-256（种子＋“|”＋应公开编号），写成小写十六进制，按字符顺序比较，小的在前。',
    `件数：每个单位取总体件数的${percent(rules)}%（进一取整）和${rules.least}件中较大的；总体不超过${rules.least}件的单位全部抽取。`,
    '分层：类别和状态相同的为一层，层名写作“类别编号 × 状态代码”。各层按件数占比分配：先取整数部分，余下的按余数从大到小各加一件，余数相同的按层名的字符顺序。各层按签号取前几件。',
    `补足：形成日期事后补登或未登记的（每行末项为backfilled、none）不足${rules.backfilled}件，再有情况说明（nothing）不足${rules.nothing}件的，依次在该单位未抽中的里按签号补足；总体不够的，有多少取多少。`,
  ],
  redraw: {
    equal: (n: number) => `复抽一致：由当时的记录重算，总体指纹相同，重抽的${n}件与名单完全相同。`,
    frame: '总体指纹不同', differs: '复抽不一致，请查明后再用这份名单。',
    missing: (n: number) => `名单上有、重抽没有的${n}件`, added: (n: number) => `重抽有、名单上没有的${n}件`, otherwise: (n: number) => `抽中理由不同的${n}件`,
    recorded: '存档', again: '重算',
  },
  because: { stratum: '分层抽中', backfilled: '补足：形成日期补登或未登记', nothing: '补足：情况说明', least: '总体不多，全部抽取' } satisfies Record<DrawnBecause, string>,
  state: { open: '未核', whole: '齐全', faulty: '有缺失或问题' } satisfies Record<PieceState, string>,
  mark: { open: '○', whole: '●', faulty: '◉' } satisfies Record<PieceState, string>,

  units: { title: '各单位进度', unit: '单位', drawn: '抽中', inspected: '已核查', blind: '盲抽', findings: '问题', elements: '要素齐全', all: '全部单位' },
  pieces: {
    title: '名单', n: '序号', piece: '应公开信息', item: '事项', stratum: '层', then: '抽取时', now: '现在', because: '抽中理由', state: '核查', gone: '已不在系统中', open: '打开核查',
    counted: (n: number) => `${n}件`, more: (n: number) => `再看${n}件`,
  },
  left: (n: number) => (n === 0 ? '已全部核查' : `还有${n}件未核`),

  blind: {
    title: '盲抽', note: (n: number) => `每个单位${n}件，由评议人员从网站或发文登记中找，不从本系统找，用来查有没有漏登。`,
    choose: '从左边选一个单位，登记它的盲抽信息。', none: '还没有登记盲抽的信息。',
    from: '取自', site: '网站', register: '发文登记', pieceTitle: '标题', url: '网址', docNumber: '文号', day: '日期',
    dayHint: { site: '网页上写的发布日期', register: '登记簿上的成文日期' },
    needOne: '网址和文号至少填一项，用来与系统比对。',
    look: '比对', looking: '正在比对', keep: '登记这件盲抽', keeping: '正在登记',
    found: '系统里有', notFound: '系统里没有这一件，属源头漏登或未公开。', otherUnit: (name: string) => `系统里这一件登记在${name}名下，不在本单位。`,
    by: { url: '网址相同', docNumber: '文号相同' },
    days: { agrees: (day: string) => `日期一致（${day}）`, differs: (theirs: string, ours: string) => `日期不一致：所见${theirs}，系统${ours}`, unknown: '系统没有这个日期，无法比较' },
    matched: '与系统相符', unmatched: '系统没有', find: '登记源头漏登', isFound: '已登记问题',
    place: (from: string, name: string) => `${from}：${name}`,
    reason: (title: string) => `盲抽发现《${title}》，本系统没有登记，也没有公开记录。`,
  },

  piece: {
    place: (n: number, all: number) => `第${n}件，共${all}件`, previous: '上一件', next: '下一件', back: '返回名单', jump: '本单位的各件',
    keys: '键盘：J下一件，K上一件，数字键勾选要素，Ctrl+Enter保存', drawnWhen: (day: string) => `抽取时（截至${day}）`, openPiece: '打开这一件的全部记录',
    gone: '这一件已不在系统中（后来的更正使它不再存在），不必核查。',
    four: '四个日期', kept: '留存', keptNone: '没有留存记录。', fetched: '抓取时刻', http: '响应', hash: '网页内容SHA-256', noHash: '未留存', strip: '时限推算', noStrip: '形成日期不明或时限无法计算，没有推算。',
  },
  check: {
    title: '要素核查', kind: { page: '网页要素', nothing: '情况说明要素', exempt: '不公开说明要素', absent: '没有公开' } satisfies Record<ChecklistKind, string>,
    absent: '这一件没有公开，没有要素可核。经查确未公开的，登记问题“应公开未公开”；其实已公开而系统没有看到的，登记“源头漏登”并写明网址。登记后即算核查过。',
    present: '齐全', missing: '缺失', material: '重要缺失', all: '全部齐全', clear: '清空',
    materialNote: '重要缺失：缺了它公众就办不成事或看不懂的要素；有一项，这一件按零计。',
    note: '说明', noteHint: '写明在哪里看到、缺在哪里，可不填。', save: '保存核查', saving: '正在保存', saved: '已保存。', saveNext: '保存并看下一件',
    rest: (n: number) => `还有${n}项没有核。`, draft: '有未保存的勾选，已存在本机，刷新不丢。',
    opinions: '核查意见', holds: '现行', earlier: '此前', said: (who: string, when: string) => `${who}，${when}`, whole: '全部齐全', lacks: '缺失', lacksMaterial: '重要缺失',
    meanwhile: (who: string, when: string) => `${who}于${when}保存了不同的核查意见，见下。`, take: '采用对方意见', overwrite: '看过了，仍按我的保存', readOnly: '由评议人员核查。',
    leaf: (code: string, name: string) => `${code} ${name}`, leafSo: (pieces: number) => `已核${pieces}件`, leafNone: '这个单位还没有核过，指标暂不计分。',
  },
  finding: { title: '问题', add: '登记问题', none: '本单位本年度还没有登记问题。', ofPiece: '这一件', ofItem: '同一事项', ofUnit: '本单位', until: (day: string) => `${day}前整改`, done: '问题已登记，单位可见。', all: '全部问题' },
} as const
