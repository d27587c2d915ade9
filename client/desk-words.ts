import type { DutyStanding, DueLayer, Flag, Obligation, Proof } from '../shared/obligations/obligation.ts'
import type { CountedFigure } from '../shared/measures/counted.ts'

/** Every label of the desk's office screens: overview, lists, one piece, two days, search, help, setting up a wall. */
export const deskWords = {
  nav: { label: '主导航', overview: '总览', unit: '本单位', list: '清单', compare: '两日比较', help: '口径', walls: '大屏设置', wall: '打开大屏' },
  light: { toDark: '深色', toLight: '浅色' },
  asOf: (day: string) => `截至${day}`,
  knownNow: '按现掌握',
  knownThen: '按当日掌握',
  knownAt: (day: string) => `按${day}掌握`,
  backToNow: '回到今日',
  again: '重新读取',
  moved: '数据已有更新，清单前后可能不一致。',
  close: '关闭',
  copyHint: '点选后按Ctrl+C复制',
  print: '打印',
  bureau: '部门目录',
  exact: { withheld: '不予公开', onRequest: '依申请公开', declaredLate: '逾期说明' },

  overview: {
    title: '总览',
    overdueNow: '目前逾期',
    overdueThen: (day: string) => `${day}逾期`,
    piecesThen: '件，',
    spread: '涉及',
    unitsThen: '个单位，',
    longest: '最长',
    quiet: '没有逾期未公开的信息',
    sinceLastMonth: '较上月',
    noLastMonth: '上月无数',
    points: '个百分点',
    unchanged: '持平',
    way: { up: '上升', down: '下降' },
    onTime: '按时公开率',
    eventual: '公开率',
    coverage: '目录覆盖率',
    ofWhole: (part: number, whole: number) => `${part} / ${whole}`,
    pieces: '件',
    duties: '项',
    unverified: (n: number) => `未核实${n}件`,
    uncovered: (n: number) => `未覆盖${n}项`,
    carriedOver: (n: number) => `上年结转${n}件`,
    trend: '按时公开率与逾期件数',
    trendNote: '线为本年按时公开率，柱为月末逾期件数；跨年处断开',
    trendWaiting: '各月末正在补算，稍后补齐。',
    point: (month: string, rate: string) => `${month}月末按时公开率${rate}%，看应判信息`,
    bar: (month: string, n: number) => `${month}月末逾期${n}件，看清单`,
    pointNow: (rate: string) => `目前按时公开率${rate}%，看应判信息`,
    barNow: (n: number) => `目前逾期${n}件，看清单`,
    slider: '截至日',
    today: '今日',
    play: '按周播放',
    pause: '暂停',
    reading: '正在推算',
    live: '实时',
    liveLine: (overdue: number, units: number, rate: string) => `目前逾期${overdue}件，涉及${units}个单位，按时公开率${rate}%`,
    compareWithNow: '与今日比较',
    due: '未来10个工作日到期',
    dueThen: '其后10个工作日到期',
    dueBar: (day: string, n: number) => `${day}到期${n}件，看清单`,
    noDue: '其间没有到期的信息',
    attention: '逾期清单',
    attentionNote: '按最长逾期排列，点开看各件',
    noAttention: '没有单位逾期',
    column: {
      unit: '单位', what: '单位 / 应公开信息', category: '类别', due: '到期日', pieces: '件数', longest: '最长（工作日）', score: '得分', rank: '名次', onTime: '按时公开率',
      eventual: '公开率', coverage: '覆盖率', overdue: '逾期', dueSoon: '10日内到期', unverified: '未核实', depth: '工作日',
    },
    open: (name: string) => `展开${name}`,
    shut: (name: string) => `收起${name}`,
    tables: '各单位各类别',
    tablesNote: '点表头排序，点数字看清单',
    byUnit: '按单位',
    byCategory: '按类别',
    recent: '实时动态',
    notRanked: '不排名',
    dutiesOf: '职责',
    onTimePieces: (n: number) => `按时${n}件`,
    next: '即将到期',
    officialOrder: '机构序',
    allDue: '看全部',
    tableDownload: '下载 .xlsx',
  },

  list: {
    title: '应公开信息',
    dutiesTitle: '公开责任',
    pieces: (n: string) => `${n}件`,
    duties: (n: string) => `${n}项`,
    filters: '筛选',
    addUnit: '单位',
    addCategory: '类别',
    addItem: '事项',
    all: '全部',
    from: '到期日自',
    to: '至',
    q: '标题、文号、单位、事项',
    find: '查找',
    clear: '清除筛选',
    without: (what: string) => `去掉：${what}`,
    columns: '选列',
    download: '下载',
    xlsx: '下载 .xlsx',
    csv: '下载 .csv',
    none: '没有符合条件的信息。',
    noneDuties: '没有符合条件的公开责任。',
    readingMore: (n: number, of: number) => `已读取${n}件，共${of}件`,
    order: '按到期日先后排列',
    counted: (figure: string, part: boolean) => `计入${figure}${part ? '（分子）' : ''}`,
    dueFrom: (day: string) => `到期日不早于${day}`,
    dueTo: (day: string) => `到期日不晚于${day}`,
    contains: (text: string) => `含“${text}”`,
    covered: '已覆盖',
    uncovered: '应覆盖而未覆盖',
    notCounted: '不计入覆盖率',
    applicable: '计入覆盖率',
    seePiece: '看这一件',
    record: (seq: string) => `第${seq}条记录`,
    coverage: '覆盖',
    more: '更多条件',
    year: (year: string) => `${year}年度`,
    status: '状态', origin: '来由', flag: '标记', years: '考核年度', cadence: '频次', state: '责任状态', coveredBy: '依据', lastDay: '最近公开或核对',
    overdueBy: (n: number) => `逾期${n}个工作日`,
    lateBy: (n: number) => `晚${n}个工作日`,
  },

  column: {
    unit: '单位', item: '事项', category: '类别', title: '应公开信息', docNumber: '文号', period: '所属期', status: '状态', flags: '标记', origin: '来由',
    eventDay: '起算日', dueDay: '到期日', originalDue: '原到期日', publishedDay: '公开日', lateWorkdays: '逾期工作日', proof: '形成日期依据', breach: '超过的时限',
    year: '考核年度', url: '网址', id: '编号',
  },

  piece: {
    missing: '没有这件信息，或您无权查看。',
    untitled: '（标题不公开）',
    back: '清单',
    unit: '责任单位', item: '事项', category: '类别', docNumber: '文号', period: '所属期', year: '考核年度', id: '编号', status: '状态', alias: '曾用编号',
    openPage: '打开网页',
    rule: '公开要求',
    printed: '目录原文', read: '读作', subjects: '公开主体', channels: '公开渠道', attribute: '公开属性', doubts: '目录存疑', elements: '公开要素', line: (n: number) => `第${n}行`,
    noRule: '目录没有这一行。', blankCell: '（空）', called: '编号与归属', number: '序号', noEvidence: '还没有登记或公开的记录。',
    strip: '时限推算',
    noStrip: '形成日期未登记，或没有可推算的时限，无法列出时限推算。',
    start: '起', off: '休', makeup: '班',
    layers: '时限各层',
    layer: { column: '层次', rule: '依据', from: '起算日', length: '期限', day: '到期日', binds: '从严取此', assumed: '推定', workdays: (n: number) => `${n}个工作日`, days: (n: number) => `${n}日`, date: '固定日期' },
    noLayers: '没有可推算的时限。',
    extended: (from: string, to: string) => `报备延期：${from}延至${to}`,
    evidence: '佐证材料', formed: '形成日期', page: '页面日期', address: '网址日期', seen: '首次发现', none: '未登记', proof: '依据',
    effect: '对得分的影响', effectNow: '目前', effectAfter: '今日公开后', gain: (points: string) => `公开这一件，得分可提高${points}分`,
    noEffect: '公开这一件不改变得分：已经办结，或单位不计分，或属部门目录。', noGain: '今日公开这一件，得分不变。',
    flags: '标记说明', noFlags: '没有标记。',
    history: '记录与更正', recordedAt: '入账时间', source: '数据来源', act: '记录', day: '日期', content: '内容',
    noHistory: '没有直接关于这一件的记录：由目录按期生成。',
    correction: { set: '更正', void: '作废', confirm: '确认更正', waiting: '更正待核', applied: '已生效' },
    correctionOf: (seq: number) => `更正第${seq}条`,
    correctedBy: (act: string, reason: string) => `${act}：${reason}`,
    startLong: '起算，当日不计', offLong: '休息日，不计', extendedDay: '报备延期内',
    nth: (n: string) => `第${n}个工作日`, left: (n: string) => `余${n}个工作日`, overdueRun: (n: string) => `逾期第${n}个工作日`,
    tenDays: (from: string, to: string) => `${from}至${to}`,
    notice: (title: string, number: string) => (number === '' ? `《${title}》` : `《${title}》（${number}）`),
    basis: '放假依据：',
  },

  compare: {
    title: '两日比较', from: '自', to: '至', ask: '比较', knownNow: '两日均按现掌握', knownThen: '两日各按当日掌握',
    district: '全区', moves: '变化', units: '变动单位', unit: '单位', changed: '变动件数', before: '前', after: '后', pieces: '逐件变化',
    none: '这两日之间没有变化。', listed: (shown: number, total: number) => `共${total}件，列出最要紧的${shown}件`, total: (n: number) => `共${n}件`,
    absent: '尚未产生', gone: '不再应公开', arrow: '→', same: '起止日相同，没有可比较的。', longest: '最长逾期',
    what: '应公开信息', was: '原状态', is: '现状态', onlyThis: '只看', clear: '看全部',
  },

  search: {
    label: '搜索', hint: '搜单位、事项、标题、文号，可用拼音首字母', units: '单位', items: '事项', titles: '标题', docNumbers: '文号',
    none: '没有找到', more: (n: number) => `共${n}条，看全部`, results: '搜索结果', counted: (n: number) => `找到${n}条`,
  },

  keys: {
    title: '快捷键', list: [
      ['/', '搜索'], ['?', '看快捷键'], ['g 后按 o', '总览'], ['g 后按 l', '应公开信息清单'], ['g 后按 c', '两日比较'], ['g 后按 h', '口径'],
      ['↑ ↓', '在搜索结果、清单里移动'], ['Enter', '打开'], ['Esc', '关闭，离开搜索'],
      ['← →', '截至日前后一天（先点滑块）'], ['PageUp PageDown', '截至日前后一周'],
    ],
  },

  help: {
    title: '口径', intro: '每个数字怎么算、算哪些、依据什么。', formula: '算式', counts: '计入', basis: '依据', of: (name: string) => `${name}的口径`, all: '全部口径', leaves: '得分构成',
    missing: '这一项还没有说明。',
  },

  walls: {
    title: '大屏设置', intro: '一块大屏用一个链接打开一次，此后只读，可随时撤销。',
    name: '大屏名称', nameHint: '如：一楼大厅左屏', make: '生成链接', made: '链接已生成，只显示这一次', madeNote: '在大屏的浏览器里打开一次，即成为只读大屏；链接用过即失效。',
    list: '已有的大屏', none: '还没有大屏。', created: '生成', until: '链接有效至', opened: '启用', seen: '最近在线', state: '情况',
    waiting: '链接未用', expired: '链接过期未用', active: '使用中', revoked: '已撤销', revoke: '撤销', sure: '再按一次即撤销', revokedNow: '已撤销，该屏随即停止显示。',
    blank: '请填写大屏名称。', setup: '大屏电脑怎么设', only: '只有管理员可以设置大屏。',
  },
} as const

/** Feeds by id; another feed is called by its own. */
export const feedWords: Readonly<Record<string, string>> = {
  oa: 'OA发文登记', credit: '信用双公示', finance: '财政批复登记', cms: '网站内容管理', watcher: '栏目巡查', desk: '人工登记', admin: '系统管理', clock: '日历', 'sample-live': '演示来源',
}

export const flagNotes: Readonly<Record<Flag, string>> = {
  disputed: '单位已申诉，复核期间照常统计，裁定后按裁定计。',
  suspect: '页面、网址、首次发现等日期互相矛盾，待核实。',
  provisional: '到期日涉及尚未公布放假安排的年份，公布后可能变动。',
  assumed: '目录和法规都没有写明时限，按推定时限计，得分减半计。',
  linkDead: '巡查时网页打不开。',
  wrongChannel: '没有在目录规定的渠道公开。',
  extended: '已报备延期，到期日后移，不超过法定时限；按原到期日另计一遍。',
  toCheck: '常设信息超过核对周期，待核对。',
  correctionPending: '有一条更正会改善已定的结果，待督查人员确认后才生效。',
}

export const proofWords: Readonly<Record<Proof, string>> = { source: '权威系统登记', declared: '公开前登记', backfilled: '事后补登', none: '未登记' }

export const breachWords: Readonly<Record<NonNullable<Obligation['breach']>, string>> = { printed: '目录时限', law: '法定时限', slot: '定期时限' }

export const layerWords: Readonly<Record<DueLayer['layer'], string>> = { printed: '目录', law: '法律法规', slot: '定期', internal: '内部' }

export const figureWords: Readonly<Record<CountedFigure, string>> = {
  onTime: '按时公开率', onTimeOriginal: '按时公开率（按原到期日）', eventual: '公开率', verifiable: '可核验率', overdue: '逾期未公开',
}

export const dutyStateWords: Readonly<Record<DutyStanding['state'], string>> = { proposed: '待认领', claimed: '已认领', objected: '有异议', notApplicable: '不适用' }

export const cadenceWords: Readonly<Record<DutyStanding['cadence'], string>> = { standing: '常设', slots: '定期', asFormed: '随产生公开', dynamic: '动态', followUp: '政策解读' }
