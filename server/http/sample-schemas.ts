import { z } from '@hono/zod-openapi'

/* What 抽样 is answered; a test reads real answers with these, as with api-schemas. */

const count = z.int().min(0)
const stamp = { revision: z.int(), asOf: z.string(), knownAt: z.string().nullable(), sample: z.boolean() }
const frame = z.strictObject({ size: count, sha256: z.string() })
const rules = z.strictObject({ share: z.number(), least: count, backfilled: count, nothing: count })
const because = z.enum(['stratum', 'backfilled', 'nothing', 'least'])

export const frozenFrame = z.strictObject({
  day: z.string(), knownAt: z.string(), frame,
  units: z.array(z.strictObject({ unit: z.string(), unitName: z.string(), pieces: count, sample: count })),
}).openapi('FrozenFrame')

const elements = z.strictObject({ code: z.string(), name: z.string(), share: z.number(), pieces: count, got: z.number(), possible: z.number() })
const progress = z.strictObject({
  unit: z.string(), unitName: z.string(), drawn: count, inspected: count, blind: count, findings: count, elements: elements.nullable(),
})
const head = z.strictObject({
  id: z.string(), year: z.int(), day: z.string(), knownAt: z.string(), seed: z.string(), rules, units: z.union([z.literal('*'), z.array(z.string())]), frame,
  pieces: count, seq: z.int(), by: z.string(), at: z.string(),
})
const summary = head.extend({ progress: z.array(progress) })

export const samplesAnswer = z.strictObject({
  ...stamp, year: z.int(), samples: z.array(summary), blindPerUnit: count,
  offer: z.strictObject({ first: z.string(), last: z.string(), rules, units: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
}).openapi('SamplesAnswer')

const row = z.looseObject({ id: z.string(), unit: z.string(), item: z.string(), status: z.string() })
const inspection = z.strictObject({
  seq: z.int(), by: z.string(), at: z.string(), sample: z.string(), present: z.array(z.string()), missing: z.array(z.string()), material: z.array(z.string()), reason: z.string().nullable(),
})
const piece = z.strictObject({
  n: z.int().min(1), unit: z.string(), unitName: z.string(), obligation: z.string(), stratum: z.string(), because, row: row.nullable(), inspection: inspection.nullable(), findings: count,
})
const spotted = z.strictObject({
  seq: z.int(), by: z.string(), at: z.string(), unit: z.string(), from: z.enum(['site', 'register']), title: z.string(), url: z.string().nullable(), docNumber: z.string().nullable(),
  reason: z.string().nullable(), matched: row.nullable(), isFound: z.boolean(),
})

export const sampleAnswer = z.strictObject({
  ...stamp, year: z.int(), drawn: summary, pieces: z.array(piece), spotted: z.array(spotted), blindPerUnit: count,
}).openapi('SampleAnswer')

export const samplePieceAnswer = z.strictObject({
  ...stamp, year: z.int(), drawn: head, piece,
  beside: z.array(z.strictObject({ n: z.int(), name: z.string(), state: z.enum(['open', 'whole', 'faulty']) })),
  checklist: z.strictObject({ kind: z.enum(['page', 'nothing', 'exempt', 'absent']), elements: z.array(z.string()) }),
  opinions: z.array(inspection), findings: z.array(z.looseObject({ seq: z.int(), code: z.string(), state: z.string() })), progress,
  rectify: z.strictObject({ until: z.string(), workdays: z.int() }),
}).openapi('SamplePieceAnswer')

const drawn = z.strictObject({ unit: z.string(), obligation: z.string(), stratum: z.string(), because })

export const redrawAnswer = z.strictObject({
  sample: z.string(), equal: z.boolean(), frame: z.strictObject({ recorded: frame, again: frame }), missing: z.array(drawn), added: z.array(drawn), otherwise: z.array(drawn),
}).openapi('RedrawAnswer')

export const spottedMatches = z.strictObject({ ...stamp, matches: z.array(z.strictObject({ by: z.enum(['url', 'docNumber']), row })) }).openapi('SpottedMatches')

export const sampleDrawn = z.strictObject({ id: z.string(), revision: z.int() }).openapi('SampleDrawn')
