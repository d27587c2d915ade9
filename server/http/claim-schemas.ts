import { z } from '@hono/zod-openapi'
import { statuses } from '../../shared/obligations/obligation.ts'
import { ratio } from './api-schemas.ts'

/* What 责任认领 is answered; a test reads real answers with these, as with api-schemas. */

const count = z.int().min(0)
const day = z.string()
const status = z.enum(statuses)

const refusals = z.array(z.strictObject({ index: count.optional(), code: z.string(), field: z.string(), message: z.string() })).max(1000)

export const claimTaken = z.strictObject({ accepted: count, refused: count, refusals, revision: z.int() }).openapi('ClaimTaken')

const figures = z.strictObject({
  onTime: ratio, eventual: ratio, coverage: ratio, overdue: count, longestOverdue: count, score: z.number().nullable(), rank: z.int().nullable(),
})
const unitFigures = figures.extend({ duties: count.openapi({ description: '已认领的责任项数' }) })

const move = z.strictObject({
  id: z.string(), unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), category: z.string(), title: z.string().nullable(),
  period: z.string().nullable(), from: status.nullable(), to: status.nullable(), dueBefore: day.nullable(), dueDay: day.nullable(), publishedDay: day.nullable(),
})

export const claimPreview = z.strictObject({
  revision: z.int(), asOf: day, knownAt: z.string().nullable(), sample: z.boolean(),
  accepted: count, refused: count, refusals,
  district: z.strictObject({ before: figures, after: figures }).nullable().openapi({ description: '全区前后对比，仅区政府办公室可见' }),
  units: z.array(z.strictObject({
    unit: z.string(), name: z.string(), shortName: z.string(), before: unitFigures.nullable(), after: unitFigures.nullable(),
    gained: count, lost: count, changed: count,
  })),
  counts: z.array(z.strictObject({ from: status.nullable(), to: status.nullable(), pieces: count })), total: count,
  moves: z.array(move).max(200),
}).openapi('ClaimPreview')
