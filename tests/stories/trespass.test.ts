import { beforeAll, describe, expect, it } from 'vitest'
import { formation } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

/** The clerk's own unit, and one whose papers are none of the clerk's business. */
const [own, other] = ['D03', 'D05']
const secret = '尚未公开的内部标题'

let server: Server
let clerk: Visitor
let hidden: string

beforeAll(async () => {
  server = await startServer()
  clerk = await server.signIn(`clerk.${own}`)
  const paper = formation(server.day, { unit: other, title: secret })
  hidden = `${other}|district-6|doc:${String(paper['ref'])}@${server.day}`
  await (await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })).post('/api/facts', [paper])
})

const said = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const changed = (cookie: string) => cookie.replace(/=(.)/, (_all, first: string) => `=${first === 'A' ? 'B' : 'A'}`)

describe('cookies that are not ours', () => {
  it.each([
    ['of somebody’s making', () => clerk.cookie.replace(/=.*/, `=${'A'.repeat(43)}`)],
    ['with one letter changed', () => changed(clerk.cookie)],
    ['cut short', () => clerk.cookie.slice(0, -6)],
    ['of a role written in', () => `${changed(clerk.cookie)}; role=admin; unit=${other}`],
  ])('%s open nothing', async (_what, cookie) => {
    for (const path of ['/api/board', `/api/units/${own}`, `/api/obligations?unit=${own}`]) {
      const answer = await server.nobody.ask(path, { headers: { cookie: cookie() } })
      expect(await Visitor.faultOf(answer)).toMatchObject({ status: 401, code: 'sign-in-required' })
    }
  })
})

describe('addresses a clerk makes up', () => {
  const made = () => [
    `/api/obligations/${encodeURIComponent(hidden)}`,
    `/api/obligations/${encodeURIComponent(hidden.replace(other, own))}`,
    `/api/obligations/${encodeURIComponent(`${own}|../../${hidden}`)}`,
    `/api/obligations/${encodeURIComponent(`' OR 1=1 --`)}`,
    `/api/obligations?unit=${own}&unit=${other}`,
    `/api/obligations?unit=${other}`,
    `/api/obligations?q=${encodeURIComponent(secret.slice(2))}`,
    `/api/search?q=${encodeURIComponent(secret.slice(2))}`,
    `/api/units/${other}`, `/api/units/${own}%2F..%2F${other}`, `/api/units/${encodeURIComponent(`${own}' OR '1'='1`)}`,
    `/api/exports/obligations.csv?unit=${other}`, '/api/board', '/api/wall', '/api/tokens', '/api/accounts',
    '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cserver%5cmain.js',
  ]

  it('answer with a sentence, a page of ours or an empty list, never with another unit’s paper or a file', async () => {
    for (const path of made()) {
      const { status, text } = await said(await clerk.ask(path))
      expect([path, status < 500]).toEqual([path, true])
      expect([path, text.includes(secret), text.includes('"disclosure-supervision-board"'), text.includes('root:')]).toEqual([path, false, false, false])
      if (status >= 400 && path.startsWith('/api/')) expect(text).toMatch(/"message":"[^"]*[\u4e00-\u9fff][^"]*。"/)
    }
  })

  it('of another unit are refused and leave a line in the log that says who', async () => {
    expect(await Visitor.faultOf(await clerk.ask(`/api/units/${other}`))).toMatchObject({ status: 403, code: 'other-unit' })
    await server.program.says(new RegExp(`"code":"other-unit".*"path":"/api/units/${other}".*"who":"account:clerk\\.${own}"`))
  })
})

describe('bodies that are no honest input', () => {
  it.each([
    ['a form another site can post', 'text/plain', `[{"kind":"formed","unit":"${own}"}]`],
    ['a form', 'application/x-www-form-urlencoded', 'kind=formed'],
    ['a page', 'text/html', '<script>alert(1)</script>'],
  ])('%s is no list of facts', async (_what, type, body) => {
    const answer = await clerk.ask('/api/facts', { method: 'POST', body, headers: { 'content-type': type } })
    expect((await Visitor.faultOf(answer)).status).toBe(415)
  })

  it.each([
    ['JSON', 'application/json'], ['no word of its kind', ''],
  ])('%s sent from another site is refused, whoever is signed in', async (_what, type) => {
    const answer = await clerk.ask('/api/facts', {
      method: 'POST', body: '[]', headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', ...(type && { 'content-type': type }) } })
    expect(await Visitor.faultOf(answer)).toMatchObject({ status: 403, code: 'cross-site' })
  })

  it('JSON nested without end does not stop the server', async () => {
    const body = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const answer = await clerk.ask('/api/facts', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBeLessThan(500)
    expect((await server.nobody.ask('/api/health')).status).toBe(200)
  })

  it('too large ones are cut off with a sentence', async () => {
    const admin = await server.signIn('admin')
    const answer = await admin.send('POST', '/api/kiosks', { name: '大'.repeat(200_000) })
    expect(await Visitor.faultOf(answer)).toMatchObject({ status: 413, code: 'too-large' })
  })
})
