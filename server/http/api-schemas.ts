import { z } from '@hono/zod-openapi'
import { statuses } from '../../shared/obligations/obligation.ts'
import { flags, origins } from './obligation-query.ts'

/*
 * What is answered, for the description at /api/openapi.json. A test reads real answers with these schemas, so that the
 * description cannot drift from the program.
 */

const count = z.int().min(0)
const day = z.string().openapi({ description: '北京时间的日期', example: '2026-01-31' })
const instant = z.string().openapi({ description: 'UTC 时刻', example: '2026-01-31T08:00:00.000Z' })

export const ratio = z.strictObject({
  part: count, whole: count, share: z.number().nullable().openapi({ description: '没有可统计的事项时为 null，不是 0' }),
}).openapi('Ratio')

export const tally = z.strictObject(Object.fromEntries(statuses.map(status => [status, count]))).openapi('Tally', { description: '各状态件数' })

const rates = { onTime: ratio, eventual: ratio, coverage: ratio }

export const unitRow = z.strictObject({
  id: z.string(), name: z.string(), shortName: z.string(), kind: z.string(), peerGroup: z.string(), tally, ...rates, verifiable: ratio,
  overdue: count, longestOverdue: count, score: z.number().nullable(), rank: z.int().nullable(),
  settled: z.strictObject({ period: z.string(), score: z.number(), rank: z.int().nullable() }).nullable().openapi({ description: '本年度最近一次核定分：所属期、分数、名次；尚未核定时为 null' }),
  validTo: day.nullable(), successor: z.string().nullable(),
}).openapi('UnitRow')

export const cellRow = z.strictObject({
  unit: z.string(), category: z.string(), tally, overdue: count, longestOverdue: count, totalOverdue: count, dueSoon: count,
}).openapi('CellRow')

const dueRow = z.strictObject({
  id: z.string(), unit: z.string(), item: z.string(), category: z.string(), period: z.string().nullable(), dueDay: day,
  status: z.enum(statuses), flags: z.array(z.enum(flags)),
}).openapi('DueRow')

const recentRow = z.strictObject({
  seq: z.int(), at: instant, unit: z.string(), item: z.string(), kind: z.string(), title: z.string().nullable(), day,
}).openapi('RecentRow')

export const board = z.strictObject({
  revision: z.int(), day, asOf: day, knownAt: instant.nullable(), sample: z.boolean(),
  district: z.strictObject({
    name: z.string(), tally, carriedOver: count, ...rates, onTimeOriginal: ratio, verifiable: ratio, overdue: count, overdueUnits: count,
    longestOverdue: count, dueWithin10: count, dueByDay: z.array(z.strictObject({ day, pieces: count })).optional(),
  }),
  units: z.array(unitRow),
  categories: z.array(z.strictObject({ id: z.string(), name: z.string(), shortName: z.string(), tally, ...rates, overdue: count })),
  cells: z.array(cellRow).openapi({ description: '每个有公开责任的单位 × 类别一格，没有责任的没有格' }),
  recent: z.array(recentRow).max(20), due: z.array(dueRow).max(20), itemNames: z.record(z.string(), z.string()), lastEventAt: instant.nullable(),
  lastSourceAt: instant.nullable().openapi({ description: '最近一条由数据来源送来的记录' }),
  outages: z.strictObject({ feeds: z.array(z.strictObject({ feed: z.string(), since: day })), cells: z.record(z.string(), z.array(z.string())) }).openapi({ description: '数据中断：失败中的来源；只由它们提供的单位和类别' }),
}).openapi('Board')

const stamp = { revision: z.int(), asOf: day, knownAt: instant.nullable(), sample: z.boolean() }

const leaf = z.strictObject({
  code: z.string(), name: z.string(), group: z.string(), printed: z.number(), possible: z.number(), got: z.number().nullable(), skipped: z.boolean(),
  formula: z.string(), inputs: z.record(z.string(), z.number().nullable()), behind: z.string().nullable(),
}).openapi('LeafWorking')

export const unitsAnswer = z.strictObject({ ...stamp, units: z.array(unitRow) }).openapi('Units')

export const unitAnswer = z.strictObject({
  ...stamp, unit: unitRow,
  working: z.strictObject({ unit: z.string(), score: z.number().nullable(), got: z.number(), attainable: z.number(), leaves: z.array(leaf), note: z.string() }),
  peerMean: z.number().nullable(), peerCount: count,
  byCategory: z.array(cellRow.extend({ name: z.string(), shortName: z.string(), ...rates })),
  duties: z.strictObject({ all: count, bureau: count, proposed: count }), onTimeOriginal: ratio, carriedOver: count,
  groups: z.record(z.string(), z.string()),
}).openapi('Unit')

export const obligationRow = z.strictObject({
  id: z.string(), unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), category: z.string(), origin: z.enum(origins),
  title: z.string().nullable(), docNumber: z.string().nullable(), period: z.string().nullable(), status: z.enum(statuses),
  lateBy: z.enum(['publication', 'declaration']).nullable(), exemptKind: z.enum(['withheld', 'onRequest']).nullable(), flags: z.array(z.enum(flags)),
  eventDay: day.nullable(), dueDay: day.nullable(), originalDue: day.nullable(), breach: z.enum(['printed', 'law', 'slot']).nullable(),
  publishedDay: day.nullable(), proof: z.enum(['source', 'declared', 'backfilled', 'none']), hangsOnFormation: z.boolean(),
  url: z.string().nullable(), year: z.int(),
}).openapi('ObligationRow')

export const obligationPage = z.strictObject({
  ...stamp, rows: z.array(obligationRow), total: count, next: z.string().optional().openapi({ description: '下一页的 cursor；没有下一页时不出现' }),
}).openapi('ObligationPage')

const anyObject = z.looseObject({})

export const obligationAnswer = z.strictObject({
  ...stamp, obligation: obligationRow, aliases: z.array(z.string()), facts: z.array(anyObject), layers: z.array(anyObject),
  deadlineProof: z.looseObject({ due: day, rule: z.string(), sentence: z.string(), days: z.array(anyObject) }).nullable(),
  scoreEffect: z.strictObject({ now: z.number(), after: z.number(), gain: z.number() }).nullable().openapi({ description: '今天公开这一件，单位得分的变化' }),
  history: z.array(anyObject).openapi({ description: '记录与更正，按入账先后' }),
}).openapi('Obligation')

const dutyDecision = z.strictObject({ state: z.string(), since: day, recordedAt: instant, by: z.string(), reason: z.string() })

export const dutyPage = z.strictObject({
  ...stamp, total: count,
  rows: z.array(z.strictObject({
    unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), category: z.string(), state: z.string(), cadence: z.string(),
    applicable: z.boolean(), covered: z.boolean(), coveredBy: z.string().nullable(), lastDay: day.nullable(),
    since: day.nullable(), answerBy: day.nullable().openapi({ description: '送交认领后第五个工作日；逾期未提出异议视为认领' }), answerWorkdays: count.nullable(),
    by: z.string().nullable(), reason: z.string().nullable(), earlier: z.array(dutyDecision), printed: z.string(), every: z.looseObject({ kind: z.string() }),
    ownCadence: z.boolean(), fromFacts: z.boolean(), ended: z.boolean().openapi({ description: '单位已撤并，不再办理认领' }),
  })),
}).openapi('DutyPage')

export const intakeAnswer = z.strictObject({
  accepted: count, duplicates: count, refused: count, revision: z.int(),
  refusals: z.array(z.strictObject({ index: count.optional(), code: z.string(), field: z.string(), message: z.string() })).max(1000),
}).openapi('IntakeResult')

export const health = z.strictObject({
  status: z.string(), revision: z.int(), day, facts: count, version: z.string(),
}).openapi('Health')

export const whoAmI = z.strictObject({
  kind: z.enum(['person', 'wall']), account: z.string(), displayName: z.string(), role: z.string(), unit: z.string().nullable(), sample: z.boolean(),
}).openapi('WhoAmI')

export const signInOffer = z.strictObject({
  session: whoAmI.nullable().openapi({ description: '当前登录的是谁；没有登录时为 null' }), district: z.string(), sample: z.boolean(),
  accounts: z.array(z.strictObject({ account: z.string(), displayName: z.string(), role: z.string(), unit: z.string().nullable() })),
  password: z.string().nullable(),
}).openapi('SignInOffer')

export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string(), message: z.string().openapi({ description: '中文句子' }),
    issues: z.array(z.strictObject({ code: z.string(), index: count.optional(), field: z.string(), message: z.string() })).optional(),
  }),
}).openapi('Error')

export const anyAnswer = anyObject
