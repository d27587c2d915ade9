import { z } from '@hono/zod-openapi'
import { paperNames } from '../../shared/assessment/paper-kinds.ts'

export const paperForms = ['docx', 'xlsx', 'csv', 'zip'] as const

export const paperBody = z.strictObject({
  paper: z.enum(paperNames).openapi({ description: '哪一种材料' }),
  form: z.enum(paperForms).openapi({ description: '格式' }),
  units: z.array(z.string().max(60)).min(1).max(500).optional().openapi({ description: '单位编号，默认全部；单位账号限本单位' }),
  appeal: z.int().min(1).optional().openapi({ description: '已裁定申诉的编号，默认全部' }),
  edition: z.string().max(20).optional().openapi({ description: '更正后的版本，如 2025.2' }),
  asOf: z.string().max(10).optional().openapi({ description: '截至日，默认年度最后一天或今天' }),
  knownAt: z.string().max(40).optional().openapi({ description: '按何时掌握：日期（指当日结束）或带时区的时刻' }),
}).openapi('PaperRequest')

const count = z.int().min(0)

export const jobAnswer = z.strictObject({
  id: z.string(), title: z.string(), state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']), done: count, total: count, step: z.string(), at: z.string(),
  file: z.strictObject({ name: z.string(), size: count, sha256: z.string() }).nullable(), problem: z.string().nullable(),
}).openapi('Job')

export const jobsAnswer = z.strictObject({ jobs: z.array(jobAnswer) }).openapi('Jobs')

export const paperChoices = z.strictObject({
  year: z.int(), years: z.array(z.int()), from: z.string(), to: z.string(),
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), shortName: z.string() })),
  appeals: z.array(z.strictObject({ id: z.int(), unit: z.string(), unitName: z.string(), itemName: z.string(), day: z.string() })),
  editions: z.array(z.strictObject({ name: z.string(), period: z.string(), edition: z.int(), day: z.string() })),
}).openapi('PaperChoices')
