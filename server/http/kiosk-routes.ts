import type { Context } from 'hono'
import { sessionLifetimes } from '../store/session-lifetime.ts'
import { readBody } from './body.ts'
import { kioskBody } from './bodies.ts'
import { auditName } from './caller.ts'
import { giveCookie } from './cookies.ts'
import { notFound } from './errors.ts'
import { addressOf, auditOf, isSecure } from './origin-of.ts'
import { plainPage } from './plain-page.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'

/** 大屏 displays: a link that one browser opens once to become the wall, read only, until it is revoked. */
export function kioskRoutes(api: Api, parts: HttpParts): void {
  const { store, callers, hub } = parts

  api.get('/api/kiosks', async c => c.json({ kiosks: await store.kiosks.list() }))

  api.post('/api/kiosks', async c => {
    const { name } = await readBody(c, kioskBody)
    const audit = auditOf(c, parts, { act: 'kiosk-made', about: name })
    const { kiosk, linkSecret } = await store.kiosks.create({ name, createdBy: auditName(c.var.caller) }, audit)
    return c.json({ id: kiosk.id, url: `${ownAddress(c)}/kiosk/${linkSecret}` }, 201)
  })

  api.delete('/api/kiosks/:id', async c => {
    const id = c.req.param('id')
    if (!(await store.kiosks.revoke(id, auditOf(c, parts, { act: 'kiosk-revoked', about: id })))) throw notFound('这块大屏，或它已经撤销')
    callers.forget()
    await hub.recheck()
    return c.body(null, 204)
  })

  api.get('/kiosk/:secret', async c => {
    const exchanged = await store.kiosks.exchange(c.req.param('secret'), { act: 'kiosk-opened', from: addressOf(c, parts) })
    if (exchanged === undefined) {
      const words = '这个大屏链接无效、已经用过或已过期。请管理员在系统里新建一块大屏，用新的链接打开。'
      return c.html(plainPage('大屏链接不能使用', `<p>${words}</p>`), 404)
    }
    giveCookie(c, { kind: 'kiosk', secret: exchanged.secret, secure: isSecure(c, parts), maxAge: sessionLifetimes.kiosk.absolute / 1000 })
    return c.redirect('/wall', 303)
  })

  function ownAddress(c: Context<HttpEnv>): string {
    return `${isSecure(c, parts) ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`
  }
}
