import { z } from '@hono/zod-openapi'

const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, '应为月份（如 2026-10）或年度（如 2025）').openapi({ description: '所属期：月份（2026-10）或年度（2025）' })

export const windowBody = z.strictObject({ period }).openapi('FeedbackWindow')

export const freezeBody = z.strictObject({
  period,
  restates: z.int().min(1).optional().openapi({ description: '核定后更正：要替换的版次；首次核定不写' }),
  reason: z.string().trim().max(500).optional().openapi({ description: '更正理由，核定后更正时必填' }),
}).openapi('Freeze')
