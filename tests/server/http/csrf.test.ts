import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
let token: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('admin')
  token = (await server.store.tokens.create({ feed: 'oa', units: '*', items: '*', ofRecord: false, createdBy: 't' }, { who: 't', act: 'm', about: '', from: '' })).secret
})
afterAll(() => server.close())

const ours = () => `http://${server.host}`

describe('sameSiteOnly', () => {
  it.each([
    ['our page over TLS', () => ({ cookie, 'sec-fetch-site': 'same-origin' }), true],
    ['our page on plain HTTP', () => ({ cookie, origin: ours() }), true],
    ['another site, as JSON', () => ({ cookie, origin: 'http://evil.example' }), false],
    ['another site, as text/plain', () => ({ cookie, origin: 'http://evil.example', 'content-type': 'text/plain' }), false],
    ['another port of this host', () => ({ cookie, origin: 'http://127.0.0.1:1' }), false],
    ['a neighbour of the same site', () => ({ cookie, 'sec-fetch-site': 'same-site', origin: ours() }), false],
    ['a cross-site form over TLS', () => ({ cookie, 'sec-fetch-site': 'cross-site', origin: 'null' }), false],
    ['an opaque origin', () => ({ cookie, origin: 'null' }), false],
    ['a cookie and no word of where from', () => ({ cookie }), false],
    ['a bearer token beside a cookie', () => ({ cookie, authorization: `Bearer ${token}` }), false],
    ['another site that knows no cookie', () => ({ origin: 'http://evil.example' }), false],
  ])('%s', async (_name, headers, isServed) => {
    const answer = await server.app.request(`${ours()}/api/kiosks`, {
      method: 'POST', body: '{"name":"大厅"}', headers: { host: server.host, 'content-type': 'application/json', ...headers() },
    })
    const body = await answer.json() as { error?: { code: string } }
    expect(body.error?.code === 'cross-site').toBe(!isServed)
    if (isServed) expect(answer.status).toBe(201)
    else expect(answer.status).toBe(403)
  })

  it('a feed with a token and no cookie is no browser, nor is a sign-in from a command line', async () => {
    const headers = { host: server.host, 'content-type': 'application/json' }
    const posted = await server.app.request(`${ours()}/api/facts`, { method: 'POST', body: '[]', headers: { ...headers, authorization: `Bearer ${token}` } })
    expect(posted.status).toBe(200)
    const signIn = await server.app.request(`${ours()}/api/session`, { method: 'POST', body: '{"account":"admin","password":"a good password"}', headers })
    expect(signIn.status).toBe(200)
  })
})
