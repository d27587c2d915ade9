import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable } from '../../../server/http/access.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
const pages = mkdtempSync(join(tmpdir(), 'pages-'))
beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>政务公开</title>')
  writeFileSync(join(pages, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(pages, 'assets', 'charts-def456.js'), 'export {}')
  // Other bytes than the file's, so that a test sees which were sent.
  writeFileSync(join(pages, 'assets', 'charts-def456.js.br'), brotliCompressSync('compressed by the build'))
  server = await openSmallServer({ clientFolder: pages })
  cookie = await server.cookieOf('reviewer')
})
afterAll(async () => {
  await server.close()
  rmSync(pages, { recursive: true })
})

describe('static files', () => {
  it.each(['/', '/wall', '/units/D26', '/catalogue'])('%s is the application, never cached unseen', async path => {
    const answer = await server.request(path)
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([200, 'no-cache', expect.stringContaining('政务公开')])
  })

  it('a hashed asset is immutable, and a HEAD has no body', async () => {
    const answer = await server.request('/assets/main-abc123.js')
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'])
    expect((await server.request('/assets/main-abc123.js', { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(304)
    expect(await (await server.request('/assets/main-abc123.js', { method: 'HEAD' })).text()).toBe('')
  })

  it('what the build has compressed is sent as it is, and never as a file of its own', async () => {
    const answer = await server.request('/assets/charts-def456.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe('compressed by the build')
    expect(await (await server.request('/assets/charts-def456.js')).text()).toBe('export {}')
    expect((await server.request('/assets/charts-def456.js.br')).status).toBe(404)
  })

  it.each(['/api/none', '/api', '/api/board/extra'])('%s is 404 in JSON, not the application', async path => {
    const answer = await server.request(path)
    expect([answer.status, (await errorIn(answer)).code]).toEqual([404, 'not-found'])
  })

  it.each(['/assets/none.js', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/../../package.json'])('%s reaches nothing outside the built pages', async path => {
    const answer = await server.request(path)
    expect(await answer.text()).not.toContain('dependencies')
  })
})

describe('headers', () => {
  it.each(['/', '/api/health', '/api/none', '/api/docs', '/api/board'])('%s forbids inline scripts, inline styles, frames and sniffing', async path => {
    const { headers } = await server.request(path)
    const policy = headers.get('content-security-policy')!
    for (const part of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]) expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe')
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY'])
  })
})

describe('GET /api/openapi.json', () => {
  it('describes every route of the access table', async () => {
    const { paths } = await (await server.request('/api/openapi.json')).json() as { paths: Record<string, Record<string, { summary: string }>> }
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`))
    expect(described.sort()).toEqual(accessTable.map(rule => rule.route).sort())
  })

  it('is also a page without scripts or anything from elsewhere', async () => {
    const page = await (await server.request('/api/docs')).text()
    expect(page).toContain('/api/obligations')
    expect(page).not.toMatch(/<script|style=|https?:\/\//)
  })
})

const contract = [
  'id', 'path', 'line', 'deadline', 'subjects', 'units', 'owedBy', 'channels', 'attribute', 'methods', 'audience', 'cadence', 'doubts',
]

describe('what anybody signed in may read', () => {
  it('GET /api/catalogues/:id gives each row with whom it is printed for and who owes it', async () => {
    const { catalogues } = await (await server.request('/api/catalogues', { cookie })).json() as { catalogues: { id: string; items: number }[] }
    expect(catalogues.map(each => each.id)).toEqual(['district', 'bureau'])
    const { items } = await (await server.request('/api/catalogues/district', { cookie })).json() as { items: Record<string, unknown>[] }
    expect(items).toHaveLength(catalogues[0]!.items)
    for (const item of items) expect(Object.keys(item)).toEqual(expect.arrayContaining(contract))
    expect(items.find(item => item['id'] === 'gated')).toMatchObject({ units: ['A', 'B', 'C', 'V'], owedBy: ['A'] })
    const bureau = await (await server.request('/api/catalogues/bureau', { cookie })).json() as { items: Record<string, unknown>[] }
    expect(bureau.items.find(item => item['id'] === 'b-doc')).toMatchObject({ owedBy: ['A'] })
    expect((await server.request('/api/catalogues/none', { cookie })).status).toBe(404)
  })

  it('GET /api/calendar/:year tells an announced year from one that rests on the law alone', async () => {
    const year = async (of: string) => await (await server.request(`/api/calendar/${of}`, { cookie })).json() as { announced: boolean; notices: unknown[]; days: { day: string; off: boolean }[] }
    expect(await year('2026')).toMatchObject({ announced: true })
    expect((await year('2026')).days).toContainEqual({ day: '2026-02-14', off: false, name: '春节' })
    expect(await year('2027')).toMatchObject({ announced: false, notices: [] })
    expect((await year('2027')).days).toContainEqual({ day: '2027-01-01', off: true, name: '元旦' })
    expect((await server.request('/api/calendar/27', { cookie })).status).toBe(400)
  })

  it('GET /api/health needs no sign-in', async () => {
    expect(await (await server.request('/api/health')).json()).toEqual({ status: 'ok', revision: server.live.revision, day: '2026-03-10', facts: 0, version: '0.0.1' })
  })

  it('GET /api/session/offer names no account outside sample mode', async () => {
    expect(await (await server.request('/api/session/offer')).json()).toEqual({ session: null, district: '云河区', sample: false, accounts: [], password: null })
  })
})
