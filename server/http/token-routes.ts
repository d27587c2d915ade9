import type { Setting } from '../../shared/facts/setting.ts'
import type { FeedToken, Some } from '../store/token.ts'
import { readBody } from './body.ts'
import { tokenBody } from './bodies.ts'
import { auditName } from './caller.ts'
import { notFound, refused } from './errors.ts'
import { addressOf, auditOf } from './origin-of.ts'
import type { Api, HttpParts } from './parts.ts'

/** Feeds that are no outside system's: the desk, administration, the clock. */
const ownFeeds = ['desk', 'admin', 'clock']

/** 接入令牌 of feeds: made (shown once), listed without their secrets, revoked at once. */
export function tokenRoutes(api: Api, parts: HttpParts): void {
  const { store, callers, intake } = parts

  /** What a feed may send is what its tokens together name; the journal knows it, for a duty's expected sources hang on it. */
  async function settleScope(feed: string, request: { who: string; from: string }): Promise<void> {
    const tokens = (await store.tokens.list()).filter(token => token.feed === feed && token.revokedAt === null)
    const units = together(tokens.map(token => token.units))
    const items = together(tokens.map(token => token.items))
    const scope: Setting = { kind: 'feedScope', effective: parts.live.day, feed, units, items }
    await intake.settle([scope], { feed: 'admin', account: request.who.replace('account:', '') }, request)
  }

  api.get('/api/tokens', async c => c.json({ tokens: (await store.tokens.list()).map(tokenRow) }))

  api.post('/api/tokens', async c => {
    const { name: feed, units, items = '*', ofRecord = false } = await readBody(c, tokenBody)
    if (ownFeeds.includes(feed)) throw refused(400, 'reserved-name', `“${feed}”是系统自用的来源名称，请换一个。`)
    mustBeKnown('单位', units, parts.live.world().units)
    mustBeKnown('事项', items, parts.live.world().items)
    const audit = auditOf(c, parts, { act: 'token-made', about: feed, detail: { units, items, ofRecord } })
    const { token, secret } = await store.tokens.create({ feed, units, items, ofRecord, createdBy: auditName(c.var.caller) }, audit)
    await settleScope(feed, { who: audit.who, from: audit.from })
    return c.json({ id: token.id, token: secret }, 201)
  })

  api.delete('/api/tokens/:id', async c => {
    const id = c.req.param('id')
    const token = (await store.tokens.list()).find(each => each.id === id)
    const revoked = await store.tokens.revoke(id, auditOf(c, parts, { act: 'token-revoked', about: id }))
    if (token === undefined || !revoked) throw notFound('这个令牌，或它已经撤销')
    callers.forget()
    await settleScope(token.feed, { who: auditName(c.var.caller), from: addressOf(c, parts) })
    return c.body(null, 204)
  })
}

function tokenRow({ feed, ...token }: FeedToken): object {
  return { ...token, name: feed }
}

function together(all: readonly Some[]): Some {
  return all.includes('*') ? '*' : [...new Set(all.flat())]
}

function mustBeKnown(what: string, ids: Some, known: ReadonlyMap<string, unknown>): void {
  const unknown = ids === '*' ? [] : ids.filter(id => !known.has(id))
  if (unknown.length > 0) throw refused(400, 'unknown-id', `没有编号为“${unknown.slice(0, 5).join('、').slice(0, 200)}”的${what}，请核对。`)
}
