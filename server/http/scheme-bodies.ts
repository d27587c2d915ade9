import { z } from '@hono/zod-openapi'

const scheme = z.record(z.string(), z.unknown()).openapi({ description: '评分细则全文，字段与 GET /api/schemes/{n} 的 scheme 相同；各处错误逐条说明' })
const effective = z.string().max(10).openapi({ description: '施行日期 YYYY-MM-DD', example: '2027-01-01' })

export const schemeBody = z.strictObject({
  scheme, effective, from: z.int().min(0).openapi({ description: '起草时见到的最新一版的序号；其间登记了新版的不予登记（409）' }),
}).openapi('SchemeAsked')

export const schemePreviewBody = z.strictObject({
  scheme: scheme.optional(), effective: effective.optional(), version: z.int().min(1).optional().openapi({ description: '推算已登记的一版：序号，代替 scheme 和 effective' }),
  at: z.enum(['today', 'yearEnd']).openapi({ description: 'today 截至今天；yearEnd 截至上一考核年度末' }),
}).openapi('SchemePreviewAsked')
