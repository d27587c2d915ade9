import { z } from '@hono/zod-openapi'
import { matterKinds } from '../../shared/obligations/matter.ts'
import { obligationRow } from './api-schemas.ts'

/* What matters answer, for the description at /api/openapi.json; a test reads real answers with it. */

const count = z.int().min(0)
const day = z.string()
const instant = z.string()
const stamp = { revision: z.int(), asOf: day, knownAt: instant.nullable(), sample: z.boolean() }

export const attachment = z.strictObject({
  id: z.string().openapi({ description: '内容的 SHA-256；记录的 attachments 中写它' }), name: z.string(), type: z.string(), size: count,
}).openapi('Attachment')

const line = z.strictObject({
  seq: z.int(), at: instant, kind: z.string(), feed: z.string(), key: z.string(), account: z.string().nullable(), reason: z.string(), attachments: z.array(attachment),
  verdict: z.string().nullable(), countsDay: day.nullable(), exemptKind: z.string().nullable(), until: day.nullable(), withdrawn: z.boolean(),
}).openapi('MatterLine')

const matter = z.strictObject({
  id: z.int(), kind: z.enum(matterKinds), unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), obligation: obligationRow.nullable(), day,
  round: z.int().openapi({ description: '2 为复核' }), opened: line, answerBy: day, isLate: z.boolean(), bulk: z.enum(['requests', 'disputed']).nullable(),
  outcome: z.strictObject({ result: z.enum(['ruled', 'granted', 'declined', 'confirmed', 'withdrawn']), line }).nullable(), exchange: z.array(line),
  change: z.strictObject({
    of: z.strictObject({ feed: z.string(), key: z.string(), seq: z.int(), kind: z.string() }), void: z.boolean(),
    fields: z.array(z.strictObject({ name: z.string(), was: z.unknown(), becomes: z.unknown() })),
  }).nullable(),
}).openapi('Matter')

export const matterPage = z.strictObject({
  ...stamp, rows: z.array(matter), total: count, waiting: z.strictObject({ appeal: count, extension: count, correction: count }),
}).openapi('MatterPage')

const figures = z.looseObject({ score: z.number().nullable(), rank: z.int().nullable() }).nullable()

export const matterAnswer = z.strictObject({
  ...stamp, matter,
  effect: z.strictObject({ before: figures, after: figures, from: z.string().nullable(), to: z.string().nullable() }).nullable().openapi({ description: '答复前后按当时掌握的得分、名次和状态' }),
}).openapi('MatterAnswer')

export const whatIfFacts = z.strictObject({
  refusals: z.array(z.looseObject({ code: z.string(), field: z.string(), message: z.string() })),
  effect: z.looseObject({ unit: z.string(), before: figures, after: figures, total: count }).nullable(),
}).openapi('WhatIfFacts')
