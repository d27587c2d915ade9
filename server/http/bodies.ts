import { z } from '@hono/zod-openapi'

const account = z.string().trim().min(1).max(64).regex(/^[\p{L}\p{N}._@-]+$/u, '账号只能用文字、数字和 . _ @ -')
const password = z.string().min(1).max(200)
const name = z.string().trim().min(1).max(60)

export const signInBody = z.strictObject({ account: z.string().min(1).max(64), password }).openapi('SignIn')

export const ownPasswordBody = z.strictObject({ old: password, password }).openapi('OwnPassword')

export const firstAdminBody = z.strictObject({ secret: z.string().min(1).max(200), account, password }).openapi('FirstAdmin')

export const tokenBody = z.strictObject({
  name: name.openapi({ description: '数据来源的名称；同名令牌属于同一来源，可先发新后撤旧' }),
  units: z.union([z.literal('*'), z.array(z.string()).min(1).max(500)]).openapi({ description: '"*" 或单位编号' }),
  items: z.union([z.literal('*'), z.array(z.string()).min(1).max(500)]).optional().openapi({ description: '"*"（默认）或事项编号' }),
  ofRecord: z.boolean().optional().openapi({ description: '是否为权威登记系统（OA、信用双公示、财政批复）' }),
}).openapi('NewToken')

export const kioskBody = z.strictObject({ name }).openapi('NewKiosk')

export const roles = ['admin', 'supervisor', 'reviewer', 'head', 'clerk'] as const

export const accountBody = z.strictObject({
  account, password, name: name.optional(), role: z.enum(roles), unit: z.string().nullable().optional().openapi({ description: '单位编号；head 和 clerk 必填，其余不填' }),
}).openapi('NewAccount')

export const accountChangeBody = z.strictObject({
  name: name.optional(), role: z.enum(roles).optional(), unit: z.string().nullable().optional(), disabled: z.boolean().optional(),
}).openapi('AccountChange')

export const newPasswordBody = z.strictObject({ password }).openapi('NewPassword')

const ids = z.array(z.string().max(2000)).max(500)

export const projectionBody = z.strictObject({
  obligations: ids.optional().openapi({ description: '设想今天公开的应公开信息的编号' }),
  items: ids.optional().openapi({ description: '设想今天公开或核对的事项编号（目前没有可列出的应公开信息的）' }),
}).openapi('Projection')

export const lookedBody = z.strictObject({
  done: z.boolean().optional().openapi({ description: 'true：变化已看过，下次从现在比起' }),
}).openapi('Looked')

export const whatIfFactsBody = z.strictObject({
  facts: z.array(z.unknown()).min(1).max(50).openapi({ description: '与 POST /api/facts 相同的记录，同一单位的' }),
}).openapi('WhatIfFactsAsked')
