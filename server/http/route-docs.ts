import type { z } from '@hono/zod-openapi'
import { columnNames } from '../answers/tables.ts'
import * as schema from './api-schemas.ts'
import * as body from './bodies.ts'
import * as claim from './claim-bodies.ts'
import * as claimSchema from './claim-schemas.ts'
import { editionDocs } from './edition-docs.ts'
import * as finding from './finding-schemas.ts'
import * as matter from './matter-schemas.ts'
import * as office from './office-schemas.ts'
import { paperDocs } from './paper-docs.ts'
import { sampleDocs } from './sample-docs.ts'
import { schemeDocs } from './scheme-docs.ts'

/** What the description says of a route: its title, its query in words, and the shapes that go in and out. */
export interface RouteDoc {
  readonly subject: string
  readonly title: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
}

const asKnown = {
  asOf: '截至日 YYYY-MM-DD，默认今天',
  knownAt: '按何时掌握：日期（指当日结束）或带时区的时刻，默认按现掌握',
}

const filters = {
  unit: '单位编号', category: '类别编号', item: '事项编号', status: '状态', origin: '来由', flag: '标记', year: '考核年度',
  from: '到期日不早于', to: '到期日不晚于', q: '标题、文号、单位、事项中的文字',
  leaf: '某个得分指标所计的全部：指标编号，如 A1', counted: '某个指标背后的全部：onTime、onTimeOriginal、eventual、verifiable、overdue', part: '1 表示只要分子',
  limit: '每页件数，1 至 2000，默认 100', cursor: '上一页返回的 next', offset: '从第几行起（0 为首行），直接到清单的任何一处；不与 cursor 同用',
}

const dutyFilters = { leaf: '某个覆盖类得分指标所计的全部：指标编号，如 B1', unit: '单位编号', item: '事项编号', category: '类别编号', cadence: '频次类型', state: '认领情况：proposed、claimed、objected、notApplicable', applicable: '1 计入覆盖率，0 不计入', covered: '1 已覆盖，0 应覆盖而未覆盖' }
const dutyPart = { offset: '从第几行起，默认 0', limit: '每页项数，1 至 2000，默认全部' }

const matterFilters = { unit: '单位编号', kind: 'appeal 申诉、extension 延期申请、correction 更正待核', open: '1 待答复，0 已答复', late: '1 超期的', obligation: '应公开编号' }

const findingFilters = {
  unit: '单位编号', item: '事项编号，* 为整个单位', year: '考核年度', code: '问题类别', state: 'open 待整改、answered 待复查、failed 复查未通过、cleared 已销号、revoked 已撤销', open: '1 未销号，0 已销号或已撤销',
  late: '1 未按期整改的', repeats: '1 重复问题', obligation: '应公开编号', sample: '抽样编号', leaf: '某个得分指标所计的全部：指标编号，如 G1', part: '1 表示只要分子',
}

const columns = (names: readonly string[]) => `要哪些列、按什么顺序，默认全部：${names.join('、')}`
const { limit: _limit, cursor: _cursor, offset: _offset, ...allOf } = filters

const exportDocs = Object.fromEntries((['xlsx', 'csv'] as const).flatMap(format => [
  [`GET /api/exports/obligations.${format}`, { subject: '下载', title: `应公开信息，全部（.${format}）`, query: { ...allOf, columns: columns(columnNames('obligations')), ...asKnown } }],
  [`GET /api/exports/units.${format}`, { subject: '下载', title: `各单位公开情况（.${format}）`, query: { columns: columns(columnNames('units')), ...asKnown } }],
  [`GET /api/exports/findings.${format}`, { subject: '问题整改', title: `问题整改情况，全部（.${format}）`, query: { ...findingFilters, columns: columns(columnNames('findings')), ...asKnown } }],
  [`GET /api/exports/register.${format}`, { subject: '下载', title: `月度关账与文号（.${format}）`, query: { year: '年份，默认今年', columns: columns(columnNames('register')), ...asKnown } }],
  [`GET /api/exports/responsibilities.${format}`, { subject: '责任认领', title: `责任清单（认领确认表）（.${format}）`, query: { ...dutyFilters, columns: columns(columnNames('responsibilities')), ...asKnown } }],
  [`GET /api/exports/duties.${format}`, { subject: '下载', title: `公开责任（.${format}）`, query: { ...dutyFilters, columns: columns(columnNames('duties')), ...asKnown } }],
]))

/** By the same names as the access table; a route that is not described here fails a test. */
export const routeDocs: Readonly<Record<string, RouteDoc>> = {
  'GET /api/health': { subject: '运行', title: '运行状况（无需登录）', answer: schema.health },
  'GET /api/openapi.json': { subject: '运行', title: '本接口说明（OpenAPI 3.1）' },
  'GET /api/docs': { subject: '运行', title: '本接口说明（网页，可离线查看）' },
  'GET /api/docs/docs.css': { subject: '运行', title: '接口说明网页的样式' },
  'POST /api/session': { subject: '登录', title: '登录，成功后下发 Cookie', body: body.signInBody, answer: schema.whoAmI },
  'GET /api/session': { subject: '登录', title: '当前登录的是谁', answer: schema.whoAmI },
  'GET /api/session/offer': { subject: '登录', title: '登录页所需：当前登录的是谁（没有为 null）、可提供的演示账号（正式环境为空）', answer: schema.signInOffer },
  'DELETE /api/session': { subject: '登录', title: '退出' },
  'POST /api/session/password': { subject: '登录', title: '修改自己的密码', body: body.ownPasswordBody },
  'POST /api/first-admin': { subject: '登录', title: '用首次启动打印的一次性密钥建立第一个管理员', body: body.firstAdminBody },
  'GET /first-admin/:secret': { subject: '登录', title: '同上，网页' },
  'POST /first-admin/:secret': { subject: '登录', title: '同上，网页提交' },
  'GET /api/board': { subject: '总览', title: '总览（ETag 为版本号，未变时 304）', query: asKnown, answer: schema.board },
  'GET /api/units': { subject: '单位', title: '全部单位（单位账号只见本单位）', query: asKnown, answer: schema.unitsAnswer },
  'GET /api/units/:id': { subject: '单位', title: '一个单位：得分及计算过程、名次、同类平均、分类别', query: asKnown, answer: schema.unitAnswer },
  'GET /api/units/:id/forecast': { subject: '单位', title: '预测：未来 5、10 个工作日到期，年末公开率', query: asKnown, answer: schema.anyAnswer },
  'GET /api/units/:id/gap-plan': { subject: '单位', title: '提分清单', query: asKnown, answer: schema.anyAnswer },
  'GET /api/units/:id/todo': { subject: '单位', title: '待办：未公开的和没有可示的责任，各件公开后可得的分', query: asKnown, answer: schema.anyAnswer },
  'GET /api/units/:id/trend': { subject: '单位', title: '走势：各月末和当日的得分、同类平均、公开率，以及使得分变动的各件', query: asKnown, answer: schema.anyAnswer },
  'GET /api/units/:id/changes': {
    subject: '单位', title: '上次查看以来的变化：入账的记录、变动的各件、前后得分', query: { since: '自何时：日期（指当日结束）或带时区的时刻，默认上次查看' }, answer: schema.anyAnswer,
  },
  'POST /api/units/:id/what-if': { subject: '单位', title: '试算：这些今天公开后的得分、名次和公开率', body: body.projectionBody, answer: schema.anyAnswer },
  'POST /api/units/:id/looked': { subject: '单位', title: '记下看过本单位页；done 为 true 时下次从现在比起', body: body.lookedBody },
  'GET /api/assessments/:year': { subject: '年度考核', title: '考核年度全部单位：各指标得分及计算过程、加分、扣分、否决、总分、等次、名次；截至日默认年度最后一天或今天', query: asKnown, answer: schema.anyAnswer },
  ...editionDocs,
  'GET /api/assessments/:year/marks': { subject: '年度考核', title: '考核年度的人工评分、加分、扣分、否决的全部记录，及当日所用评分细则', query: { unit: '单位编号，默认全部', ...asKnown }, answer: schema.anyAnswer },
  'GET /api/obligations': {
    subject: '应公开信息', title: '应公开信息列表；同一条件可给多个值（重复或用逗号）', query: { ...filters, ...asKnown }, answer: schema.obligationPage,
  },
  'GET /api/obligations/:id': { subject: '应公开信息', title: '一件：佐证记录、各层时限、时限推算', query: asKnown, answer: schema.obligationAnswer },
  'GET /api/duties': {
    subject: '应公开信息', title: '公开责任及其覆盖情况', answer: schema.dutyPage,
    query: { ...dutyFilters, ...dutyPart, ...asKnown },
  },
  'POST /api/duty-states': {
    subject: '责任认领', title: '认领、提出异议（联络员，限本单位）；送交认领、认定承担或不适用（区政府办公室）。合格的全部入账，不合格的逐条说明', body: claim.dutyStatesBody, answer: claimSchema.claimTaken,
  },
  'POST /api/duty-states/preview': { subject: '责任认领', title: '同上，只推算影响，不入账', body: claim.dutyStatesBody, answer: claimSchema.claimPreview },
  'POST /api/duty-cadences': { subject: '责任认领', title: '改一项责任的频次，此前已产生的不变', body: claim.dutyCadenceBody, answer: claimSchema.claimTaken },
  'POST /api/duty-cadences/preview': { subject: '责任认领', title: '同上，只推算影响，不入账', body: claim.dutyCadenceBody, answer: claimSchema.claimPreview },
  'GET /api/wall': { subject: '总览', title: '大屏在总览之外所需：走势、预测、节点点名、倒计时、上月末（至多每分钟更新一次）', query: asKnown, answer: office.wallAnswer },
  'GET /api/compare': {
    subject: '总览', title: '两天对比：哪些单位变了、为什么', answer: office.compareAnswer,
    query: { from: '起始日', to: '截止日，默认今天', unit: '单位编号', knownAt: asKnown.knownAt, known: 'then 表示两天各按当日掌握' },
  },
  'GET /api/search': {
    subject: '总览', title: '按单位、事项（含拼音首字母）、标题、文号查找', query: { q: '要找的字', unit: '单位编号', ...asKnown }, answer: office.searchAnswer,
  },
  ...exportDocs,
  ...paperDocs,
  ...sampleDocs,
  'GET /api/units/:id/fill-rows': { subject: '填报', title: '填报台：本单位可填报的事项，应承担的在前', query: asKnown, answer: schema.anyAnswer },
  'GET /api/units/:id/due': { subject: '填报', title: '登记之前推算到期日', query: { item: '事项编号，默认本单位承担的全部', day: '形成日期 YYYY-MM-DD，默认截至日', ...asKnown }, answer: schema.anyAnswer },
  'GET /api/units/:id/records': {
    subject: '填报', title: '填报台的记录，最近的在前：更正情况、对应公开信息的影响', answer: schema.anyAnswer,
    query: { kind: '记录类别', key: '记录编号', q: '标题、文号、网址、事项中的文字', offset: '从第几条起，默认 0', limit: '每页条数，1 至 200，默认 50', ...asKnown },
  },
  'GET /api/units/:id/register': { subject: '填报', title: '月度关账与文号连续性', query: { year: '年份，默认今年', ...asKnown }, answer: schema.anyAnswer },
  'GET /api/register': { subject: '填报', title: '各单位未关账的月份和待说明的文号', query: { year: '年份，默认今年', ...asKnown }, answer: schema.anyAnswer },
  'GET /api/templates/facts.xlsx': { subject: '填报', title: '粘贴多行的填报模板（.xlsx）' },
  'POST /api/facts': {
    subject: '报送', title: '报送记录：一条、数组或 application/x-ndjson 逐行；合格的全部入账，不合格的逐条说明',
    query: { dryRun: '1 表示预检：照样逐条审读并说明，什么都不入账' }, body: schema.anyAnswer, answer: schema.intakeAnswer,
  },
  'POST /api/attachments': {
    subject: '申诉与申请', title: '上传附件：请求体为文件内容，X-File-Name 为百分号编码的文件名；类型按内容核对，每个不超过 10 MB', query: { unit: '附件所属单位，联络员可不写' }, answer: matter.attachment,
  },
  'GET /api/attachments/:id': { subject: '申诉与申请', title: '下载附件（按内容的 SHA-256）', query: { unit: '所属单位' } },
  'GET /api/matters': { subject: '申诉与申请', title: '申诉、延期申请、更正待核：待答复的在前，按应答复日排列', query: { ...matterFilters, offset: '从第几行起，默认 0', limit: '每页件数，1 至 500，默认 100' }, answer: matter.matterPage },
  'GET /api/matters/:id': { subject: '申诉与申请', title: '一件：往来全文、附件，答复前后的得分和状态', answer: matter.matterAnswer },
  'GET /api/exports/matters.xlsx': { subject: '申诉与申请', title: '申诉与申请（.xlsx）', query: matterFilters },
  'GET /api/exports/matters.csv': { subject: '申诉与申请', title: '申诉与申请（.csv）', query: matterFilters },
  'GET /api/findings': {
    subject: '问题整改', title: '问题：待整改的在前（按期限），其次待复查，再次已销号和已撤销', answer: finding.findingPage,
    query: { ...findingFilters, offset: '从第几行起，默认 0', limit: '每页个数，1 至 500，默认 100', ...asKnown },
  },
  'GET /api/findings/:id': { subject: '问题整改', title: '一个问题：登记、整改反馈、复查的全部往来和附件', query: asKnown, answer: finding.findingAnswer },
  'POST /api/what-if': { subject: '申诉与申请', title: '试算：这些记录若现在入账，单位得分、名次和各件状态如何变化；不入账', body: body.whatIfFactsBody, answer: matter.whatIfFacts },
  'GET /api/catalogues': { subject: '目录', title: '现行目录', answer: schema.anyAnswer },
  'GET /api/catalogues/:id': { subject: '目录', title: '一部目录：每行的原文、解读、时限、责任单位、待核问题', answer: schema.anyAnswer },
  'GET /api/calendar/:year': { subject: '日历', title: '一年的工作日历：是否已公布、依据的通知、放假和调休', answer: schema.anyAnswer },
  ...schemeDocs,
  'GET /api/tokens': { subject: '管理', title: '接入令牌', answer: schema.anyAnswer },
  'POST /api/tokens': { subject: '管理', title: '新建接入令牌（只显示一次）', body: body.tokenBody, answer: schema.anyAnswer },
  'DELETE /api/tokens/:id': { subject: '管理', title: '撤销接入令牌，立即生效' },
  'GET /api/kiosks': { subject: '管理', title: '大屏', answer: schema.anyAnswer },
  'POST /api/kiosks': { subject: '管理', title: '新建大屏，返回只能打开一次的链接', body: body.kioskBody, answer: schema.anyAnswer },
  'DELETE /api/kiosks/:id': { subject: '管理', title: '撤销大屏，立即断开' },
  'GET /kiosk/:secret': { subject: '管理', title: '打开大屏链接，换取只读 Cookie 后转到 /wall' },
  'GET /api/accounts': { subject: '管理', title: '账号', answer: schema.anyAnswer },
  'POST /api/accounts': { subject: '管理', title: '新建账号', body: body.accountBody, answer: schema.anyAnswer },
  'PATCH /api/accounts/:id': { subject: '管理', title: '修改角色、单位，停用或恢复；立即生效', body: body.accountChangeBody, answer: schema.anyAnswer },
  'POST /api/accounts/:id/password': { subject: '管理', title: '重置密码，该账号立即退出', body: body.newPasswordBody },
}
