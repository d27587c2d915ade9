import { z } from '@hono/zod-openapi'
import { statuses } from '../../shared/obligations/obligation.ts'
import { ratio } from './api-schemas.ts'

/* What the office's screens are answered beside boards and lists; a test reads real answers with these, as with api-schemas. */

const count = z.int().min(0)
const day = z.string()
const status = z.enum(statuses)
const stamp = { revision: z.int(), asOf: day, knownAt: z.string().nullable(), sample: z.boolean() }

const trendPoint = z.strictObject({
  day, year: z.int(), onTime: ratio, eventual: ratio, coverage: ratio, overdue: count, late: count,
}).openapi('TrendPoint')

const daysLeft = { dueDay: day, lastWorkday: day, workdaysLeft: z.int().openapi({ description: '过期后为负数' }) }

const tile = z.strictObject({
  unit: z.string(), state: z.enum(['published', 'late', 'waiting', 'overdue', 'declaredLate', 'exempt', 'unknown', 'notApplicable']),
  day: day.nullable(), publishedAt: z.string().nullable(), dueDay: day.nullable(), workdays: count.nullable(), obligation: z.string().nullable(), provisional: z.boolean(), unheard: z.boolean(),
})

const rollCall = z.strictObject({
  id: z.string(), name: z.string(), shortName: z.string(), item: z.string(), slot: z.string().nullable(), period: z.string(), ...daysLeft,
  provisional: z.boolean(), published: count, whole: count, overdue: count, tiles: z.array(tile),
}).openapi('RollCall')

const countdownRow = z.strictObject({
  item: z.string(), slot: z.string().nullable(), period: z.string(), name: z.string(), rollCall: z.string().nullable(), ...daysLeft, daysLeft: count,
  statutory: z.boolean(), provisional: z.boolean(), opened: z.boolean(), published: count, whole: count,
})

const yearEnd = z.strictObject({ onTime: ratio, eventual: ratio })

export const wallAnswer = z.strictObject({
  ...stamp, trend: z.array(trendPoint).openapi({ description: '近12个月月末，最后一点为当日' }), trendMissing: count, previous: trendPoint.nullable(),
  forecast: z.strictObject({
    day, dueWithin5: count, dueWithin10: count, openOfYear: count, yearEnd: day, ifAllInTime: yearEnd, ifNothingMore: yearEnd,
    dueByDay: z.array(z.strictObject({ day, pieces: count })),
  }),
  rollCalls: z.array(rollCall), countdown: z.array(countdownRow), suspect: count,
}).openapi('Wall')

const figures = z.strictObject({
  onTime: ratio, eventual: ratio, coverage: ratio, overdue: count, longestOverdue: count, score: z.number().nullable(), rank: z.int().nullable(),
})

export const compareAnswer = z.strictObject({
  revision: z.int(), sample: z.boolean(), from: day, to: day, knownAt: z.string().nullable(), knownThen: z.boolean(),
  district: z.strictObject({ before: figures, after: figures }),
  units: z.array(z.strictObject({
    unit: z.string(), name: z.string(), shortName: z.string(), peerGroup: z.string(), before: figures.nullable(), after: figures.nullable(), changed: count,
  })),
  counts: z.array(z.strictObject({ from: status.nullable(), to: status.nullable(), pieces: count })), total: count,
  changes: z.array(z.strictObject({
    id: z.string(), unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), category: z.string(), title: z.string().nullable(),
    period: z.string().nullable(), from: status.nullable(), to: status.nullable(), dueBefore: day.nullable(), dueDay: day.nullable(), publishedDay: day.nullable(),
  })).max(200),
}).openapi('Compare')

const piece = z.strictObject({
  id: z.string(), unit: z.string(), unitName: z.string(), item: z.string(), itemName: z.string(), title: z.string().nullable(), docNumber: z.string().nullable(),
  status, dueDay: day.nullable(), publishedDay: day.nullable(),
})

const by = z.enum(['text', 'pinyin'])

function hits<S extends z.ZodType>(hit: S) {
  return z.strictObject({ total: count, hits: z.array(hit).max(8) })
}

export const searchAnswer = z.strictObject({
  ...stamp, q: z.string(),
  units: hits(z.strictObject({ id: z.string(), name: z.string(), shortName: z.string(), by })),
  items: hits(z.strictObject({ id: z.string(), name: z.string(), path: z.array(z.string()), category: z.string(), categoryName: z.string(), by })),
  titles: hits(piece), docNumbers: hits(piece),
}).openapi('Search')
