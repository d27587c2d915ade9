import { z } from '@hono/zod-openapi'
import { readDay } from '../../shared/time/day.ts'

const day = z.string().refine(value => readDay(value) !== undefined, '应为存在的日期，写成 2026-01-31 的样子')
const id = z.string().min(1).max(100)
const reason = z.string().max(500)
const months = z.int().min(1).max(60)

export const dutyStatesBody = z.strictObject({
  duties: z.array(z.strictObject({ unit: id, item: id })).min(1).max(5000).openapi({ description: '公开责任：单位编号和事项编号' }),
  state: z.enum(['proposed', 'claimed', 'objected', 'notApplicable']).openapi({ description: '联络员：claimed 认领、objected 提出异议；区政府办公室：proposed 送交认领、claimed 认定承担、notApplicable 认定不适用' }),
  effective: day.optional().openapi({ description: '起始日，默认今天；认定不适用时必填' }),
  reason: reason.optional().openapi({ description: '理由；提出异议、认定不适用、不采纳异议时必填' }),
}).openapi('DutyStates')

const slotDue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offset'), n: z.int().min(1).max(250), unit: z.enum(['workday', 'calendarDay']) }),
  z.strictObject({ kind: z.literal('date'), monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应写成 01-31 的样子'), yearOffset: z.union([z.literal(0), z.literal(1)]) }),
])

const slot = z.strictObject({ name: z.string().max(20).nullable(), every: z.enum(['month', 'quarter', 'half', 'year']), anchor: z.enum(['start', 'end']), due: slotDue })

const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standing'), reviewMonths: months.nullable() }),
  z.strictObject({ kind: z.literal('asFormed'), cycleMonths: months.nullable() }),
  z.strictObject({ kind: z.literal('dynamic'), staleMonths: months }),
  z.strictObject({ kind: z.literal('slots'), slots: z.array(slot).min(1).max(6) }),
])

export const dutyCadenceBody = z.strictObject({
  unit: id, item: id, effective: day, reason,
  cadence: cadence.nullable().openapi({ description: '频次；null 表示恢复为目录的频次' }),
}).openapi('DutyCadence')
