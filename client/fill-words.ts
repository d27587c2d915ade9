import type { ClosingDifference } from '../shared/measures/month-closings.ts'
import type { ExemptKind, WithdrawReason } from '../shared/facts/fact.ts'

/** What can be done at the desk, in the order of its list. */
export const fillTasks = ['formed', 'published', 'nothing', 'checked', 'exempt', 'extension', 'correct', 'paste', 'closing'] as const
export type FillTask = (typeof fillTasks)[number]

/** Every label of the desk (填报台) and of the office's look at 月度关账. */
export const fillWords = {
  title: '填报台',
  nav: { fill: '填报', register: '关账' },
  tasks: {
    formed: '登记形成', published: '报公开', nothing: '情况说明', checked: '核对', exempt: '不予公开、依申请公开', extension: '延期申请', correct: '更正',
    paste: '粘贴多行', closing: '月度关账',
  } satisfies Readonly<Record<FillTask, string>>,
  notes: {
    formed: '信息形成后即登记，公开时限自形成之日起算。',
    published: '信息公开后登记网址和公开日期，对应的应公开信息随即办结。',
    nothing: '已结束的时期确无此类信息的，公开情况说明后在此登记；到期日之后才说明的仍计逾期。',
    checked: '常设信息按期核对：内容未变，或已更新到位。',
    exempt: '只报件数和理由，不填写标题和文号；到期日之后才登记的仍计逾期。',
    extension: '在原到期日之前申请，由区政府办公室审核。',
    correct: '更正的是本单位在填报台登记的记录，原记录和更正都保留。',
    paste: '从电子表格复制多行，粘贴后先检查，合格的入账，不合格的留下修改。一次最多2000行。',
    closing: '每月一行，次月10日前关账；文号不连续的逐号说明。',
  } satisfies Readonly<Record<FillTask, string>>,
  tasksLabel: '填报事项',
  secrecy: '严禁录入国家秘密、工作秘密。本条信息已经保密审查，公开属性：主动公开；依申请公开、不予公开的另报件数。',
  officeOnly: { title: '填报由各单位联络员进行', head: '单位负责人可以查看本单位的情况，登记和报送由本单位联络员办理。', office: '区政府办公室不代单位填报。各单位的月度关账和文号情况见“关账”。', toUnit: '打开本单位页面', toRegister: '打开月度关账' },
  loadingRows: '正在读取本单位的事项',
  again: '重新读取',

  field: {
    item: '事项', ref: '文号或索引号', title: '标题', day: '形成日期', publishedDay: '公开日期', checkedDay: '核对日期', url: '公开网址', urlIfAny: '公开网址（已公开的填写）', channel: '公开渠道',
    policy: '政策文件，须解读', with: '联合发文单位', period: '所属期', which: '对应的应公开信息', refs: '本页所载各件', reason: '理由', exemptKind: '类别', basis: '依据', count: '件数',
    interprets: '所解读的政策', nothingUrl: '情况说明的网址', docNumber: '文号', docNumbers: '文号', until: '延期至', withdrawReason: '撤下原因', formedDay: '成文日期',
    made: '制发', proactive: '主动公开', onRequest: '依申请公开', withheld: '不予公开',
  },
  hint: {
    item: '输入事项名称或拼音首字母', ref: '有文号的填文号，没有的填索引号', day: '公文为签发（成文）日期，许可处罚为决定日期，数据表为审定日期',
    refs: '一行一件，写文号或索引号；“1203—1239号”这样的连号可写一行', period: '信息所说的时期', with: '本单位牵头；没有联合单位的不选', which: '输入标题或事项查找；不在其中的选“另报一件”',
    url: '以 http:// 或 https:// 开头', interprets: '政策文件的文号或索引号', exemptCount: '没有登记形成的填件数', reason: '不写标题、文号和可识别文件的内容',
  },
  required: '必填',
  own: '本单位承担', others: '目录列给本单位、未承担', noItem: '没有这样的事项', noPiece: '没有这样的待办', anew: '另报一件（不对应待办）',
  none: '不选', choose: '请选择', add: '添加', remove: (name: string) => `去掉${name}`,
  many: '一页公开多件（公示表）', refsRead: (n: number) => `共${n}件`,
  numberRepair: (right: string) => `文号一般写作“${right}”：用六角括号〔〕，不加“第”，不编虚位。`, useRepair: '照此改',
  due: { title: '到期日', waiting: '填写事项和形成日期后，这里显示到期日。', on: (day: string) => `须在${day}前公开（含当日）`, past: (day: string) => `按此日期，${day}已经到期`, none: '本事项定期或动态公开，登记形成只作佐证，不另起时限。', assumed: '目录和法规都没有写明时限，按推定掌握，计分减半。' },
  save: '登记', saveKeys: '也可按Ctrl+Enter登记', saving: '正在登记', clear: '清空',
  restored: '上次没有提交的内容已恢复，核对后再登记。', kept: '填写的内容保留在本页，恢复后再按“登记”，不会重复入账。', signIn: '在新窗口登录', reused: '这一条其实已经入账，之后内容又改了。要改已入账的请到“更正”；若是另一件事，请按“作为新的一条”。', asNew: '作为新的一条',
  refused: (n: number) => `有${n}处需要修改，没有入账。`,
  saved: { title: '本次登记', none: '还没有登记。登记后，这里逐条列出对应公开信息的变化。', duplicate: '已经入账，没有重复登记', waiting: '更正待核', void: '已作废', noPiece: '已入账，没有对应的应公开信息', opened: (due: string) => `开始计时，${due}到期`, due: (day: string) => `${day}到期`, open: '开始计时', kept: '已核对', exempt: '已计入，不再列为应公开', evidence: '已入账', see: '看这一件' },

  published: { choose: '待公开的信息', chooseNote: (n: number) => `未公开${n}件，按到期日排列`, noneOpen: '没有待公开的信息。' },

  nothing: {
    text: (asked: { period: string; item: string; by: string }) => `经核查，本单位${asked.period}未产生“${asked.item}”类应主动公开信息。核查范围：发文登记、业务系统。审核人：${asked.by}（分管负责人）`,
    title: '情况说明', by: '审核人（分管负责人）', byHint: '只用于下面的文稿，不入账', copy: '复制文稿', copied: '已复制', copyFailed: '浏览器不允许复制，请选中文稿后按Ctrl+C。', print: '打印文稿', paper: '文稿', noPeriod: '这一事项还没有已结束的时期', always: '这一事项每期必有内容，不接受情况说明',
  },

  checked: { column: { pick: '选', item: '事项', lastDay: '最近公开或核对', reviewBy: '应核对日', url: '网址' }, all: '全选已到期的', save: (n: number) => `核对所选${n}项`, none: '本单位没有需要核对的常设事项。', past: '已过', never: '没有公开过，请先报公开', noReview: '不定期', pick: (name: string) => `选${name}`, urlOf: (name: string) => `${name}的网址` },

  exempt: {
    way: '怎样报', which: '已登记形成的一件', countOnly: '没有登记的，只报件数', kinds: { withheld: '不予公开', onRequest: '依申请公开' } satisfies Readonly<Record<ExemptKind, string>>,
    basis: [
      ['条例第十四条', '依法确定为国家秘密，法律、行政法规禁止公开，或公开后可能危及国家安全、公共安全、经济安全、社会稳定'],
      ['条例第十五条', '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害'],
      ['条例第十六条', '内部事务信息，或讨论记录、过程稿、磋商信函、请示报告等过程性信息'],
    ] as readonly (readonly [string, string])[],
    onRequestReason: '不属主动公开范围，可依申请公开', more: '补充说明（可不填）', reasonOf: (basis: string, more: string) => (more === '' ? basis : `${basis}；${more}`),
  },

  extension: { note: '法定时限不因报备改变；本次报备仅作督办和评议参考，计分仍按法定到期日。', ask: '申请延期', none: '没有尚未到期的信息。', column: { title: '应公开信息', due: '到期日', act: '' } },

  correct: {
    find: '按标题、文号、事项查找', kind: '类别', all: '全部', none: '没有符合条件的记录。', pick: '更正', chosen: '要更正的记录', other: '另选一条', change: '改正内容', void: '整条作废',
    reason: '更正理由', save: '登记更正', nothingChanged: '没有改动任何一项。', waits: '更正待核：会改善已定的结果，待督查人员确认后才生效，现按原值统计。', applied: '更正已生效。', history: '更正经过', was: '现按', will: '更正为', voidNote: '作废后这条记录不再计入；报错了单位或事项的，作废后另行登记。', more: (n: number) => `再看${n}条`,
    act: { set: '改正', void: '作废', confirm: '确认' }, state: { applied: '已生效', waiting: '待核' }, recorded: '入账',
  },

  paste: {
    box: '粘贴到这里', boxHint: '在电子表格中选中各行（可连同表头）复制，点此处后按Ctrl+V', template: '下载模板 .xlsx', read: '读入', again: '清空重贴', columns: '各列是什么', column: (n: number) => `第${n}列`, skip: '不用', hasHead: '首行是表头',
    check: '检查', checking: '正在检查', send: (n: number) => `入账${n}行`, sending: '正在入账', row: '行', result: '检查结果', good: '可以入账', duplicate: '已入账过', unchecked: '未检查', bad: '需要修改', onlyBad: '只看没通过的', before: '前50行', after: '后50行', page: (at: number, of: number, rows: number) => `第${at}页，共${of}页${rows}行`, limit: (most: number) => `一次最多${most}行。改动后请再检查一遍。`, sent: (n: number) => `已入账${n}行`, left: (n: number) => `还有${n}行没有入账`, remove: (n: number) => `去掉第${n}行`, drop: '去掉',
    tooMany: (n: number) => `共${n}行，一次最多2000行，只读入了前2000行。`, empty: '没有读到内容，请先粘贴。', counts: (good: number, bad: number) => `可以入账${good}行，需要修改${bad}行`, cell: (column: string, row: number) => `第${row}行${column}`, badDay: (text: string) => `“${text}”不是能认出的日期，请写成2026-03-09、2026/3/9或2026年3月9日。`, noItem: (text: string) => `没有名为“${text}”的事项，请填目录中的事项名称或编号。`, someItems: (text: string, names: string) => `“${text}”有几个事项都叫这个名字，请填编号：${names}。`, badKind: (text: string) => `类别“${text}”认不出，只能是“登记形成”或“报公开”。`, noUnit: (text: string) => `没有名为“${text}”的单位。`,
    formed: '登记形成', published: '报公开', yes: /^(是|有|√|✓|1|true|yes|y)$/i, formedWords: /^(登记形成|形成|登记|formed)$/i, publishedWords: /^(报公开|公开|已公开|published)$/i,
  },

  closing: {
    year: (year: number) => `${year}年`, month: (month: string) => `${+month.slice(0, 4)}年${+month.slice(5)}月`, yearLabel: '年份',
    column: { month: '月份', due: '关账期限', said: '本单位填报', known: '系统已登记', made: '制发合计', state: '情况' },
    known: (made: number, published: number) => `形成${made}件，已公开${published}件`, knownExempt: (onRequest: number, withheld: number) => `依申请${onRequest}件，不予公开${withheld}件`,
    state: { closed: '已关账', closedLate: '逾期关账', due: '待关账', missing: '逾期未关账' },
    close: '关账', closedOn: (day: string) => `${day}关账`, print: '打印', change: '改正', monthsNone: '还没有已结束的月份。', none: '—',
    difference: {
      fewerRegistered: (said: number, known: number) => `填报制发${said}件，系统登记形成${known}件，有${said - known}件没有登记，请补登或核对。`,
      moreRegistered: (said: number, known: number) => `填报制发${said}件，系统登记形成${known}件，多出${known - said}件，请核对填报数。`,
      onRequest: (said: number, known: number) => `填报依申请公开${said}件，系统登记${known}件，请核对。`,
      withheld: (said: number, known: number) => `填报不予公开${said}件，系统登记${known}件，请核对。`,
    } satisfies Readonly<Record<ClosingDifference['of'], (said: number, known: number) => string>>,
    numbers: '文号连续性', numbersNote: '按机关代字和年份排列，缺号逐一说明或补登', series: (code: string, year: number) => `${code}〔${year}〕`, seriesNote: (known: number, last: number) => `已登记${known}个，最大${last}号`,
    unbroken: '连续', numbersNone: '本年还没有登记带文号的信息。', gapsOpen: (n: number) => `待说明${n}个`, register: '补登这一件', explain: '说明', reasons: ['作废', '不予公开', '其他'] as readonly string[], reasonMore: '具体说明', reasonLabel: '原因', from: '自', to: '至', numberUnit: '号', explained: '已说明', needMore: '选“其他”的，请写明原因。',
    paper: (unit: string, month: string) => `${unit}${month}政府信息公开月度关账表`, by: '经办人：', head: '审核人：', stamp: '（盖章）', madeBy: '本表由系统生成，经____审核', asOf: (day: string) => `截至${day}，按生成时掌握`, counted: '口径：制发＝主动公开＋依申请公开＋不予公开，按件计；系统登记数为当月登记形成或不予公开、依申请公开的件数。', unitLabel: '单位',
  },

  register: {
    title: '月度关账与文号', column: { unit: '单位', closed: '已关账', missing: '逾期未关账', differing: '数字待核对', gaps: '待说明文号' }, of: (part: number, whole: number) => `${part} / ${whole}`, months: (n: number) => `${n}个月`, numbers: (n: number) => `${n}个`, none: '—',
    sentence: (units: number, months: number) => `${units}个单位有${months}个月份逾期未关账`, allClosed: '各单位到期的月份都已关账', gapsSentence: (units: number, numbers: number) => `${units}个单位有${numbers}个文号待说明`, noGaps: '没有待说明的文号', onlyOpen: '只看有问题的', empty: '没有单位需要过问。', monthList: (months: readonly string[]) => months.map((month) => `${+month.slice(5)}月`).join('、'), note: '缺月、缺号是向单位的询问，不计入各项比率。',
  },

  withdrawReasons: { repealed: '废止失效', revoked: '撤销决定', privacy: '隐私', expired: '到期', other: '其他' } satisfies Readonly<Record<WithdrawReason, string>>,
}
