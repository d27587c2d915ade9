import { z } from '@hono/zod-openapi'
import { findingCodes } from '../../shared/facts/finding-codes.ts'
import { obligationRow } from './api-schemas.ts'
import { findingStates } from './finding-query.ts'
import { attachment } from './matter-schemas.ts'

/* What findings answer, for the description at /api/openapi.json; a test reads real answers with it. */

const count = z.int().min(0)
const day = z.string()
const said = { by: z.string(), at: z.string(), feed: z.string(), key: z.string(), day, reason: z.string(), attachments: z.array(attachment) }

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rectified'), seq: z.int(), ...said, url: z.string().nullable(), disagrees: z.boolean() }),
  z.strictObject({ kind: z.literal('rechecked'), seq: z.int(), ...said, outcome: z.enum(['cleared', 'failed', 'revoked']), until: day.nullable() }),
]).openapi('FindingStep')

const finding = z.strictObject({
  id: z.int(), ...said, unit: z.string(), unitName: z.string(), item: z.string().openapi({ description: '事项编号，* 为整个单位' }), itemName: z.string(), year: z.int(),
  code: z.enum(findingCodes), about: z.record(z.string(), z.string()).nullable(), obligation: obligationRow.nullable(), place: z.string(), sample: z.string().nullable(),
  until: day.openapi({ description: '整改期限（工作日，当日有效）' }), state: z.enum(findingStates), steps: z.array(step),
  inTime: z.boolean().nullable().openapi({ description: '按期整改：true 每次期限都有反馈且已销号，false 有期限错过，null 尚不能定或已撤销' }),
  repeats: z.int().nullable().openapi({ description: '与之重复的前一问题的编号' }),
  workdaysLeft: z.int().nullable().openapi({ description: '距整改期限的工作日，负数为已逾期；不欠整改的为 null' }), isOverdue: z.boolean(), isDisputed: z.boolean(),
}).openapi('Finding')

const stamp = { revision: z.int(), asOf: day, knownAt: z.string().nullable(), sample: z.boolean() }

export const findingPage = z.strictObject({
  ...stamp, rows: z.array(finding), total: count, waiting: z.strictObject({ todo: count, answered: count, late: count }),
  newUntil: day.openapi({ description: '当日登记的问题默认的整改期限' }),
}).openapi('FindingPage')

export const findingAnswer = z.strictObject({ ...stamp, finding, repeated: finding.nullable() }).openapi('FindingAnswer')
