import type { FactSource, Intake } from '../intake/ports.ts'
import { takeBody } from '../feeds/push-api.ts'
import { UnreadableBody } from '../feeds/unreadable-body.ts'
import { auditName, type Caller } from './caller.ts'
import { refused } from './errors.ts'
import { addressOf } from './origin-of.ts'
import type { Api, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** POST /api/facts: one fact, an array, or NDJSON as a stream, from a feed's token or from people at the desk; `dryRun=1` only tells. */
export function factRoutes(api: Api, parts: HttpParts): void {
  /** 预检: read, judged for refusal, told, and not written. */
  const dry: Pick<Intake, 'take'> = { take: (raws, source) => parts.intake.read(raws, source) }

  api.post('/api/facts', async c => {
    const query = new Query(c.req.queries())
    const isDry = query.one('dryRun', ['1']) !== undefined
    query.done()
    const source = { ...sourceOf(c.var.caller), request: { who: auditName(c.var.caller), from: addressOf(c, parts) } }
    const bytes: AsyncIterable<Uint8Array> = c.env?.incoming ?? c.req.raw.body ?? nothing()
    try {
      return c.json(await takeBody({ contentType: c.req.header('content-type') ?? '', bytes }, isDry ? dry : parts.intake, source))
    } catch (error) {
      if (error instanceof UnreadableBody) throw refused(error.status, error.code, error.message)
      throw error
    }
  })
}

/** In whose name and for which units and items the facts are said; people write at the desk (填报台). */
export function sourceOf(caller: Caller): Omit<FactSource, 'request'> {
  if (caller.kind === 'feed') {
    const { feed, ofRecord, units, items } = caller.token
    return { feed, ofRecord, scope: { role: feed === 'watcher' ? 'watcher' : 'feed', units, items } }
  }
  if (caller.kind === 'person') {
    const { login, role, unit } = caller.account
    return { feed: 'desk', account: login, scope: { role, units: role === 'clerk' ? [unit ?? ''] : '*' } }
  }
  throw refused(403, 'forbidden', '当前账号不能提交记录。')
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // A request without a body: the reader of bodies says so.
}
