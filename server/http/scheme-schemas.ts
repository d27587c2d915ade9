import { z } from '@hono/zod-openapi'

/* What the scheme's routes answer; a test reads real answers with these, as with api-schemas. */

const count = z.int().min(0)
const day = z.string()
const change = z.strictObject({ code: z.string().nullable(), kind: z.enum(['added', 'dropped', 'changed']), words: z.string() })
const standing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['inForce', 'coming', 'past']), until: day.nullable() }),
  z.strictObject({ state: z.literal('replaced'), replacedBy: count }),
])
const version = z.strictObject({
  n: count, name: z.string(), version: z.string(), effective: day, recordedAt: z.string(), by: z.string().nullable(), standing,
  over: count.nullable().openapi({ description: '登记时所改的那一版' }), changes: z.array(change),
})
const known = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string(), slots: z.array(z.string()).nullable() })), traits: z.array(z.string()),
  units: z.array(z.strictObject({ kind: z.string(), traits: z.array(z.string()) })), usedVersions: z.array(z.string()),
})

export const schemesAnswer = z.strictObject({
  revision: z.int(), day, inForce: count.nullable(), last: count, versions: z.array(version),
  known: known.nullable().openapi({ description: '细则可以引用的事项、职能和单位，仅区政府办公室可见' }),
}).openapi('Schemes')

const scheme = z.record(z.string(), z.unknown())
export const schemeAnswer = z.strictObject({ version, scheme }).openapi('SchemeVersion')

const share = z.strictObject({ printed: z.number(), possible: z.number(), got: z.number().nullable(), inScore: z.number() }).nullable()
const stands = z.strictObject({
  score: z.number().nullable(), final: z.number().nullable().openapi({ description: '含加分、减分，受一票否决上限约束；名次和等次按它定' }), band: z.string().nullable(), rank: z.int().nullable(),
})

export const schemePreview = z.strictObject({
  revision: z.int(), asOf: day, knownAt: z.string().nullable(), sample: z.boolean(), effective: day,
  assumed: z.boolean().openapi({ description: '施行日期晚于所推算的日子，按当日已施行推算' }), over: count.nullable(), changes: z.array(change), cautions: z.array(z.string()),
  units: z.array(z.strictObject({
    unit: z.string(), name: z.string(), shortName: z.string(), peerGroup: z.string(), before: stands, after: stands, moved: z.number().nullable(),
    leaves: z.array(z.strictObject({ code: z.string(), name: z.string(), before: share, after: share, moved: z.number() })),
  })),
}).openapi('SchemePreview')

export const schemeTaken = z.strictObject({ n: count, revision: z.int() }).openapi('SchemeTaken')
