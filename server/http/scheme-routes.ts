import type { Context } from 'hono'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { readSchemeShape } from '../../shared/catalogue/read-scheme-file.ts'
import { schemeChangesOf } from '../../shared/catalogue/scheme-changes.ts'
import { schemeCautions } from '../../shared/measures/scheme-cautions.ts'
import { schemeRefusals } from '../../shared/measures/scheme-check.ts'
import { schemeContextOf } from '../../shared/measures/scheme-known.ts'
import { proposalCautions, proposalRefusals } from '../../shared/obligations/scheme-proposal.ts'
import { versionBefore, versionOn, type SchemeVersion } from '../../shared/obligations/scheme-versions.ts'
import type { World } from '../../shared/obligations/world.ts'
import { must } from '../../shared/must.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { deepEqual } from '../../shared/wire/deep-equal.ts'
import type { SchemeAnswer, SchemePreview, SchemesAnswer, SchemeTaken } from '../../shared/wire/scheme-answers.ts'
import { dayBeforeYear, versionRow } from '../answers/schemes.ts'
import { isOffice } from './access.ts'
import { readBody } from './body.ts'
import { auditName } from './caller.ts'
import { notFound, refused, RequestRefused } from './errors.ts'
import { addressOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { schemeBody, schemePreviewBody } from './scheme-bodies.ts'

/** 评分细则: its versions, who would move by how much, and a new one. Units read the one in force. */
export function schemeRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/schemes', c => {
    const world = parts.live.world()
    const told = toldTo(c, world)
    return c.json<SchemesAnswer>({
      revision: parts.live.revision, day: world.day, inForce: versionOn(world.schemes, world.day)?.n ?? null, last: world.schemes.length,
      versions: readableBy(c, world).map(version => versionRow(version, told)).reverse(),
      known: isOffice(c.var.caller) ? schemeContextOf(world) : null,
    })
  })

  api.get('/api/schemes/:n', c => {
    const world = parts.live.world()
    const version = readableBy(c, world).find(({ n }) => String(n) === c.req.param('n'))
    if (!version) throw notFound(`第${c.req.param('n').slice(0, 10)}版评分细则`)
    return c.json<SchemeAnswer>({ version: versionRow(version, toldTo(c, world)), scheme: version.scheme })
  })

  api.post('/api/schemes/preview', async c => {
    const asked = await readBody(c, schemePreviewBody)
    const world = parts.live.world()
    const proposed = asked.version === undefined ? readProposal({ scheme: asked.scheme, effective: asked.effective ?? '' }, world) : recordedOne(asked.version, world)
    const over = must(proposed.over ?? world.schemes[0], 'a district begins with a scheme')
    const day = asked.at === 'today' ? world.day : dayBeforeYear(world)
    if (day < world.supervisedFrom) throw refused(400, 'no-last-year', `督查自${world.supervisedFrom}起，还没有完整的上一考核年度，请按今天推算。`)
    const asking = { ask: 'schemeEffect', asked: { before: over.scheme, after: proposed.scheme } } as const
    const bytes = await parts.past.ask({ day, knownAt: null }, asking, parts.live.revision)
    const effect = JSON.parse(must(bytes, 'a day under supervision can be judged').toString()) as Pick<SchemePreview, 'revision' | 'asOf' | 'knownAt' | 'sample' | 'units'>
    return c.json<SchemePreview>({
      ...effect, effective: proposed.effective, assumed: proposed.effective > day, over: over.n,
      changes: schemeChangesOf(over.scheme, proposed.scheme),
      cautions: [...(asked.version === undefined ? proposalCautions(proposed.effective, world) : []), ...schemeCautions(proposed.scheme, schemeContextOf(world))],
    })
  })

  api.post('/api/schemes', async c => {
    const { from, ...given } = await readBody(c, schemeBody)
    const request = { who: auditName(c.var.caller), from: addressOf(c, parts) }
    const account = request.who.replace('account:', '')
    const { revision, answer } = await parts.intake.decide<{ n: number }>(world => {
      const again = sentAgain(given, { account, world })
      if (again) return { settings: [], answer: { n: again.n } }
      refuseOvertaken(from, world)
      const { scheme, effective } = readProposal(given, world)
      return { settings: [{ kind: 'scheme', effective, scheme }], answer: { n: world.schemes.length + 1 } }
    }, { source: { feed: 'desk', account }, request })
    return c.json<SchemeTaken>({ ...answer, revision })
  })
}

/** Units are told what they are scored by; what is being prepared is the office's. */
function readableBy(c: Context<HttpEnv>, { schemes, day }: World): readonly SchemeVersion[] {
  if (isOffice(c.var.caller)) return schemes
  const now = versionOn(schemes, day)
  return now ? [now] : []
}

/** What is to come does not show in how long the present one governs, either. */
function toldTo(c: Context<HttpEnv>, { schemes, day }: World): Pick<World, 'schemes' | 'day'> {
  return { day, schemes: isOffice(c.var.caller) ? schemes : schemes.filter(({ effective }) => effective <= day) }
}

interface Given {
  readonly scheme?: unknown
  readonly effective: string
}

interface Proposed extends Pick<SchemeVersion, 'scheme' | 'effective'> {
  readonly over: SchemeVersion | undefined
}

/** A scheme as sent, with every fault at its place; throws 400 with all of them. */
function readProposal({ scheme: json, effective }: Given, world: World): Proposed {
  const read = readSchemeShape(json)
  if (isRefused(read)) throw faulty(read)
  const scheme = { ...read, version: read.version.trim() }
  const faults = [...schemeRefusals(scheme, schemeContextOf(world)), ...proposalRefusals({ scheme, effective }, world)]
  if (faults.length > 0) throw faulty(faults)
  return { scheme, effective, over: versionBefore(world.schemes, { n: world.schemes.length + 1, effective }) }
}

/** A version already recorded, held against the one in force. */
function recordedOne(n: number, { schemes, day }: World): Proposed {
  const version = schemes.find(each => each.n === n)
  if (!version) throw notFound(`第${n}版评分细则`)
  return { scheme: version.scheme, effective: version.effective, over: versionOn(schemes, day) }
}

function isRefused(read: Scheme | readonly Refusal[]): read is readonly Refusal[] {
  return Array.isArray(read)
}

const NAMED = 3

function faulty(issues: readonly Refusal[]): RequestRefused {
  const first = issues.slice(0, NAMED).map(({ message }) => message).join('')
  return new RequestRefused(400, 'faulty-scheme', { message: issues.length > NAMED ? `${first}共有${issues.length}处要改。` : first, issues })
}

/** A second click, or a retry over a broken line: the same scheme by the same person is the same record. */
function sentAgain({ scheme: json, effective }: Given, { account, world }: { readonly account: string; readonly world: World }): SchemeVersion | undefined {
  const last = world.schemes[world.schemes.length - 1]
  if (!last || last.by !== account || last.effective !== effective) return undefined
  const read = readSchemeShape(json)
  return !isRefused(read) && deepEqual({ ...read, version: read.version.trim() }, last.scheme) ? last : undefined
}

/** Two people never overwrite each other silently. */
function refuseOvertaken(from: number, { schemes }: World): void {
  const last = schemes[schemes.length - 1]
  if (!last || last.n === from) return
  throw refused(409, 'version-overtaken',
    `起草时最新的是第${from}版，此后${last.by ?? '系统'}登记了第${last.n}版（${last.scheme.version}，自${last.effective}起施行）。请先看第${last.n}版改了什么，再决定是否登记。`)
}
