import { z } from '@hono/zod-openapi'
import { readDay } from '../../shared/time/day.ts'

const day = z.string().refine(value => readDay(value) !== undefined, '应为存在的日期，写成 2026-01-31 的样子')
const units = z.union([z.literal('*'), z.array(z.string().min(1).max(100)).min(1).max(500)]).openapi({ description: '单位编号，"*" 表示全部计分单位' })

export const frameBody = z.strictObject({ day, units: units.optional() }).openapi('SamplingFrame')

export const drawBody = z.strictObject({
  day, units: units.optional(),
  knownAt: z.iso.datetime({ precision: 3 }).openapi({ description: '固定总体时给出的时刻' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制指纹').openapi({ description: '固定总体时给出的指纹；再算不同则不抽' }),
  seed: z.string().trim().min(1).max(100).regex(/^[^\p{Cc}]+$/u, '不能有换行等控制字符').optional().openapi({ description: '抽样种子；不写则由服务器随机产生' }),
}).openapi('SampleDraw')
