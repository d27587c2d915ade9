import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieIn, errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let admin: string
beforeAll(async () => {
  server = await openSmallServer()
  admin = await server.cookieOf('admin')
})
afterAll(() => server.close())

describe('kiosks', () => {
  it('a link opens once: it gives a cookie for the board alone and leads to the wall', async () => {
    const { url } = await (await server.request('/api/kiosks', { body: { name: '大厅' }, cookie: admin })).json() as { url: string }
    expect(url).toMatch(new RegExp(`^http://${server.host}/kiosk/[\\w-]{43}$`))
    const opened = await server.request(new URL(url).pathname)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/wall'])
    expect(opened.headers.get('set-cookie')).toMatch(/^kiosk=.*; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = cookieIn(opened)
    expect((await server.request('/api/board', { cookie })).status).toBe(200)
    expect((await server.request('/api/units', { cookie })).status).toBe(403)
    expect(await (await server.request('/api/session', { cookie })).json()).toMatchObject({ kind: 'wall', role: 'wall', displayName: '大厅' })
    const again = await server.request(new URL(url).pathname)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([404, null])
    expect(await again.text()).toContain('已经用过')
  })

  it('a revoked wall sees nothing from that moment', async () => {
    const { id, url } = await (await server.request('/api/kiosks', { body: { name: '二楼' }, cookie: admin })).json() as { id: string; url: string }
    const cookie = cookieIn(await server.request(new URL(url).pathname))
    expect((await server.request('/api/board', { cookie })).status).toBe(200)
    expect((await server.request(`/api/kiosks/${id}`, { method: 'DELETE', cookie: admin })).status).toBe(204)
    expect((await server.request('/api/board', { cookie })).status).toBe(401)
  })

  it('says of a name that is empty or too long what a person would say', async () => {
    const said = async (name: string) => (await (await server.request('/api/kiosks', { body: { name }, cookie: admin })).json() as { error: { message: string } }).error.message
    expect(await said('')).toContain('name：不能为空')
    expect(await said('长'.repeat(500))).toMatch(/name：超过 \d+ 字，请缩短/)
  })

  it('the list names them without their links', async () => {
    const { kiosks } = await (await server.request('/api/kiosks', { cookie: admin })).json() as { kiosks: { name: string }[] }
    expect(kiosks.map(kiosk => kiosk.name).sort()).toEqual(['二楼', '大厅'])
    expect(JSON.stringify(kiosks)).not.toMatch(/secret|hash/i)
  })
})

describe('accounts', () => {
  it('POST /api/accounts makes one that can sign in; the list never shows a hash', async () => {
    const made = await server.request('/api/accounts', { body: { account: '王芳', password: 'long enough 1', role: 'clerk', unit: 'B' }, cookie: admin })
    expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ account: '王芳', role: 'clerk', unit: 'B', disabled: false })])
    const cookie = cookieIn(await server.signIn('王芳', { password: 'long enough 1' }))
    expect((await server.request('/api/units/B', { cookie })).status).toBe(200)
    expect(await (await server.request('/api/accounts', { cookie: admin })).text()).not.toContain('argon2')
  })

  it('POST /api/accounts/:id/password resets it and ends the sessions', async () => {
    const { id } = (await server.store.accounts.findByLogin('王芳'))!
    const cookie = cookieIn(await server.signIn('王芳', { password: 'long enough 1' }))
    expect((await server.request(`/api/accounts/${id}/password`, { body: { password: 'long enough 2' }, cookie: admin })).status).toBe(204)
    expect((await server.request('/api/session', { cookie })).status).toBe(401)
    expect((await server.signIn('王芳', { password: 'long enough 2' })).status).toBe(200)
  })

  it('a change of unit holds at once', async () => {
    const { id } = (await server.store.accounts.findByLogin('王芳'))!
    await server.request(`/api/accounts/${id}`, { method: 'PATCH', body: { unit: 'C' }, cookie: admin })
    const cookie = cookieIn(await server.signIn('王芳', { password: 'long enough 2' }))
    expect([(await server.request('/api/units/B', { cookie })).status, (await server.request('/api/units/C', { cookie })).status]).toEqual([403, 200])
  })

  it.each([
    [{ account: 'x', password: 'short', role: 'admin' }, 400, 'weak-password'],
    [{ account: 'x', password: 'aaaaaaaaaaaa', role: 'admin' }, 400, 'weak-password'],
    [{ account: 'x', password: 'long enough 1', role: 'clerk' }, 400, 'unit-needed'],
    [{ account: 'x', password: 'long enough 1', role: 'admin', unit: 'A' }, 400, 'unit-not-allowed'],
    [{ account: 'x', password: 'long enough 1', role: 'head', unit: 'ZZ' }, 400, 'unknown-unit'],
    [{ account: 'x', password: 'long enough 1', role: 'boss' }, 400, 'bad-request'],
    [{ account: 'a b', password: 'long enough 1', role: 'admin' }, 400, 'bad-request'],
    [{ account: 'admin', password: 'long enough 1', role: 'admin' }, 409, 'account-taken'],
  ])('refuses %o', async (body, status, code) => {
    const answer = await server.request('/api/accounts', { body, cookie: admin })
    const error = await errorIn(answer)
    expect([answer.status, error.code]).toEqual([status, code])
    expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/)
  })
})

describe('the first administrator', () => {
  const body = (secret: string, account = 'first') => ({ secret, account, password: 'long enough 1' })

  it('is made once by the printed secret, and by no other', async () => {
    const { id } = (await server.store.accounts.findByLogin('admin'))!
    await server.store.accounts.change(id, { role: 'reviewer' }, { who: 't', act: 'x', about: '', from: '' })
    const secret = (await server.store.firstAdmin.issue())!
    expect((await server.request('/api/first-admin', { body: body('guess') })).status).toBe(403)
    expect((await server.request('/api/first-admin', { body: body(secret) })).status).toBe(201)
    expect((await server.request('/api/first-admin', { body: body(secret, 'second') })).status).toBe(403)
    expect((await server.signIn('first', { password: 'long enough 1' })).status).toBe(200)
    expect(await server.store.firstAdmin.issue()).toBeUndefined()
  })

  it('has a page with a form that tells a wrong password without spending the link', async () => {
    const form = (fields: Record<string, string>) => server.request('/first-admin/abc', {
      raw: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await (await server.request('/first-admin/abc')).text()).toContain('<form method="post"')
    expect(await (await form({ account: 'x', password: 'long enough 1', again: 'other' })).text()).toContain('两次输入的密码不一样')
    const spent = await form({ account: 'x', password: 'long enough 1', again: 'long enough 1' })
    expect([spent.status, await spent.text()]).toEqual([403, expect.stringContaining('已经用过')])
  })
})

describe('reading JSON', () => {
  it.each([
    ['{"name":', 400, 'unreadable'], ['', 400, 'unreadable'], ['{"name":5}', 400, 'bad-request'], ['[]', 400, 'bad-request'], [`{"name":"${'x'.repeat(70_000)}"}`, 413, 'too-large'],
  ])('refuses %s', async (raw, status, code) => {
    const cookie = cookieIn(await server.signIn('first', { password: 'long enough 1' }))
    const answer = await server.request('/api/kiosks', { raw, cookie })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([status, code])
  })

  it('refuses another content type with 415', async () => {
    const cookie = cookieIn(await server.signIn('first', { password: 'long enough 1' }))
    const answer = await server.request('/api/kiosks', { raw: '{"name":"x"}', cookie, headers: { 'content-type': 'text/plain' } })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([415, 'wrong-type'])
  })
})
