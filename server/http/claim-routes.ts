import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'
import type { Refusal } from '../../shared/refusal.ts'
import type { Cadence } from '../../shared/catalogue/item.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import { readCadence } from '../../shared/obligations/cadence-rules.ts'
import { readClaims, type Claimer } from '../../shared/obligations/claim-rules.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { ClaimPreview, ClaimTaken } from '../../shared/wire/claim-answer.ts'
import { whatIfUnits } from '../past/what-if.ts'
import { readBody } from './body.ts'
import { auditName } from './caller.ts'
import { dutyCadenceBody, dutyStatesBody } from './claim-bodies.ts'
import { refused, RequestRefused } from './errors.ts'
import { addressOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'

/** What a request comes to in a world: settings to be written, units they touch, rows taken and rows refused. */
interface Said {
  readonly settings: readonly Setting[]
  readonly units: readonly string[]
  readonly accepted: number
  readonly refusals: readonly Refusal[]
}

type Saying = (world: World) => Said

const LISTED = 1000

/** 责任认领: what units and the office say of duties, and what it would do before it is said. */
export function claimRoutes(api: Api, parts: HttpParts): void {
  async function taken(c: Context<HttpEnv>, saying: Saying): Promise<Response> {
    const request = { who: auditName(c.var.caller), from: addressOf(c, parts) }
    const source = { feed: 'desk', account: request.who.replace('account:', '') }
    const { revision, answer } = await parts.intake.decide(world => {
      const said = saying(world)
      return { settings: said.settings, answer: said }
    }, { source, request })
    return c.json<ClaimTaken>({ ...countedOf(answer), revision })
  }

  async function previewed(c: Context<HttpEnv>, saying: Saying): Promise<Response> {
    const said = saying(parts.live.world())
    const source = { feed: 'desk' }
    const { district, ...effect } = await whatIfUnits(parts, { units: said.units, entries: said.settings.map(setting => ({ source, setting })) })
    return c.json<ClaimPreview>({ ...countedOf(said), ...effect, district: claimerOf(c).role === 'supervisor' ? district : null })
  }

  async function states(c: Context<HttpEnv>): Promise<Saying> {
    const asked = await readBody(c, dutyStatesBody)
    const by = claimerOf(c)
    return world => {
      const { faults, refusals, settings, accepted } = readClaims(asked, by, world)
      if (faults.length > 0) throw whollyRefused(faults)
      return { settings, refusals, accepted: accepted.length, units: [...new Set(accepted.map(({ unit }) => unit))] }
    }
  }

  async function cadence(c: Context<HttpEnv>): Promise<Saying> {
    const body = await readBody(c, dutyCadenceBody)
    return world => {
      const { refusals, settings } = readCadence({ ...body, cadence: cadenceIn(body.cadence) }, world)
      if (refusals.length > 0) throw whollyRefused(refusals)
      return { settings, refusals, accepted: 1, units: [body.unit] }
    }
  }

  api.post('/api/duty-states', async c => taken(c, await states(c)))
  api.post('/api/duty-states/preview', async c => previewed(c, await states(c)))
  api.post('/api/duty-cadences', async c => taken(c, await cadence(c)))
  api.post('/api/duty-cadences/preview', async c => previewed(c, await cadence(c)))
}

/** What the office sets is neither printed nor law: it stays marked as inferred (推定). */
function cadenceIn(given: z.output<typeof dutyCadenceBody>['cadence']): Cadence | null {
  return given && { ...given, origin: 'inferred' }
}

function claimerOf(c: Context<HttpEnv>): Claimer {
  const { caller } = c.var
  if (caller.kind === 'person' && caller.account.role === 'supervisor') return { role: 'supervisor' }
  if (caller.kind === 'person' && caller.account.role === 'clerk') return { role: 'clerk', unit: caller.account.unit ?? '' }
  throw refused(403, 'forbidden', '当前账号不能办理责任认领。')
}

function whollyRefused(issues: readonly Refusal[]): RequestRefused {
  return new RequestRefused(400, issues[0]?.code ?? 'refused', { message: issues.map(each => each.message).join(''), issues })
}

function countedOf({ accepted, refusals }: Said): Omit<ClaimTaken, 'revision'> {
  return { accepted, refused: refusals.length, refusals: refusals.slice(0, LISTED) }
}
