import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../../shared/facts/fact.ts'
import type { AttachmentAnswer, MatterAnswer, MatterPage, WhatIfFactsAnswer } from '../../../shared/wire/matter-answers.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import type { Role } from '../../../server/store/account.ts'
import { matterAnswer, matterPage, whatIfFacts } from '../../../server/http/matter-schemas.ts'
import { bytesOf, docx, pdf, png } from '../documents/files.ts'
import { cookieIn, errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-03-10T02:00:00.000Z' })
})
afterAll(() => server.close())

let count = 0
/** A paper of unit A (or another) published too late, known today: its id. */
async function lateOne(unit = 'A'): Promise<string> {
  count += 1
  const ref = `M${count}`
  const about = { unit, item: 'meeting', ref, title: `会议${count}` }
  await server.post([{ kind: 'formed', ...about, day: '2026-03-02' }, { kind: 'published', ...about, day: '2026-03-09', url: `https://yunhe.gov.cn/${ref}`, channel: '政府网站' }])
  return `${unit}|meeting|doc:${ref}@2026-03-02`
}

async function say(role: Role, fact: Partial<Fact> & Record<string, unknown>): Promise<IntakeResult> {
  count += 1
  const answer = await server.request('/api/facts', { cookie: await server.cookieOf(role), body: { key: `said-${count}`, unit: 'A', item: 'meeting', reason: '系统故障', ...(fact.kind === 'ruled' ? { day: server.now.slice(0, 10) } : {}), ...fact } })
  return await answer.json() as IntakeResult
}

async function read<T>(role: Role, path: string): Promise<T> {
  const answer = await server.request(path, { cookie: await server.cookieOf(role) })
  expect([path, answer.status]).toEqual([path, 200])
  return await answer.json() as T
}

async function upload(role: Role, { bytes, name, unit }: { bytes: Uint8Array; name: string; unit?: string }): Promise<Response> {
  return server.app.request(`http://${server.host}/api/attachments${unit === undefined ? '' : `?unit=${unit}`}`, {
    method: 'POST', body: bytes as Uint8Array<ArrayBuffer>,
    headers: { host: server.host, origin: `http://${server.host}`, cookie: await server.cookieOf(role), 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
  })
}

async function kept(bytes: Uint8Array, name: string): Promise<AttachmentAnswer> {
  const answer = await upload('clerk', { bytes, name })
  expect([answer.status, name]).toEqual([200, name])
  return await answer.json() as AttachmentAnswer
}

describe('POST /api/attachments', () => {
  it('keeps a file under its SHA-256 and hands it out as a download only, without any right, and logs both', async () => {
    const { id, ...rest } = await kept(png, '截图 1.png')
    expect(rest).toEqual({ name: '截图 1.png', type: 'image/png', size: png.length })
    const answer = await server.request(`/api/attachments/${id}`, { cookie: await server.cookieOf('clerk') })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png)
    expect(Object.fromEntries(['content-type', 'content-security-policy', 'x-content-type-options', 'content-disposition', 'cache-control'].map(name => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="attachment.png"; filename*=UTF-8''${encodeURIComponent('截图 1.png')}`, 'cache-control': 'private, no-store',
    })
    expect((await server.store.audit.list()).filter(({ about }) => about === id).map(({ who, act }) => [who, act]).sort()).toEqual([
      ['account:clerk', 'attachment-kept'], ['account:clerk', 'attachment-read'],
    ])
  })

  it.each<[string, string, Uint8Array, number, string]>([
    ['a page called a picture', 'a.png', bytesOf('<html><script>alert(1)</script></html>'), 415, 'unknown-kind'],
    ['a program called a paper', 'a.pdf', bytesOf('MZ\x90\0\x03'), 415, 'unknown-kind'],
    ['an SVG behind a picture', 'a.png', new Uint8Array(Buffer.concat([png, bytesOf('<svg onload=alert(1)>')])), 415, 'unknown-kind'],
    ['a document called a picture', 'a.png', docx, 415, 'disguised'],
    ['a picture called a program', 'a.exe', png, 415, 'disguised'],
    ['nothing', 'a.pdf', new Uint8Array(), 400, 'empty'],
    ['a name that leads elsewhere', '../../board.sqlite', pdf, 400, 'bad-name'],
    ['a name that reads backwards', 'a\u202Efdp.exe', pdf, 400, 'bad-name'],
  ])('refuses %s', async (_what, name, bytes, status, code) => {
    const answer = await upload('clerk', { name, bytes })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([status, code])
  })

  it('refuses more than 10 MB with a sentence, and a unit’s people another unit', async () => {
    const large = await upload('clerk', { bytes: new Uint8Array(10 * 1024 * 1024 + 1), name: 'a.pdf' })
    expect([large.status, (await errorIn(large)).message]).toEqual([413, '附件超过 10 MB，请压缩或拆分后再上传。'])
    const other = await upload('clerk', { bytes: pdf, name: 'a.pdf', unit: 'B' })
    expect([other.status, (await errorIn(other)).code]).toEqual([403, 'other-unit'])
    expect((await errorIn(await upload('reviewer', { bytes: pdf, name: 'a.pdf' }))).code).toBe('unknown-unit')
  })

  it('shows nobody of another unit the file, and a fact may name only files of its unit', async () => {
    const given = await (await upload('reviewer', { bytes: bytesOf('%PDF-1.4 of B\n%%EOF'), name: 'b.pdf', unit: 'B' })).json() as AttachmentAnswer
    for (const [path, status] of [[given.id, 404], [`${given.id}?unit=B`, 403], ['0'.repeat(64), 404], ['..%2f..%2fboard.sqlite', 400]] as const) {
      expect([path, (await server.request(`/api/attachments/${path}`, { cookie: await server.cookieOf('clerk') })).status]).toEqual([path, status])
    }
    const about = { obligation: await lateOne() }
    expect((await say('clerk', { kind: 'disputed', about, attachments: [given.id] })).refusals).toMatchObject([{ code: 'unknown-attachment', field: 'attachments[0]' }])
  })
})

describe('an appeal', () => {
  it('is taken once with its file, listed with its day of answer, ruled once, shown with its effect', async () => {
    const obligation = await lateOne()
    const { id } = await kept(pdf, '签发单.pdf')
    const reason = '<script>alert(1)</script>=1+1'
    expect(await say('clerk', { kind: 'disputed', about: { obligation }, reason, attachments: [id] })).toMatchObject({ accepted: 1 })
    expect((await say('clerk', { kind: 'disputed', about: { obligation } })).refusals).toMatchObject([{ code: 'already-open' }])

    const page = await read<MatterPage>('head', '/api/matters?kind=appeal&open=1')
    matterPage.parse(page)
    const [row] = page.rows.filter(each => each.obligation?.id === obligation)
    expect(row).toMatchObject({ unit: 'A', answerBy: '2026-03-17', isLate: false, round: 1, outcome: null, opened: { reason, account: 'clerk', attachments: [{ id, name: '签发单.pdf' }] }, obligation: { status: 'late', flags: ['assumed', 'disputed'] } })

    const ruling = { key: 'try', unit: 'A', item: 'meeting', kind: 'ruled', day: '2026-03-10', about: { obligation }, verdict: 'upheld', reason: '属实' }
    const cookie = await server.cookieOf('reviewer')
    const tried = await (await server.request('/api/what-if', { cookie, body: { facts: [ruling] } })).json() as WhatIfFactsAnswer
    whatIfFacts.parse(tried)
    expect(tried.effect?.moves).toMatchObject([{ id: obligation, from: 'late', to: 'onTime' }])
    expect(server.live.obligation(obligation)?.status).toBe('late')

    server.now = '2026-03-10T02:05:00.000Z'
    // Two reviewers at once: the second is told.
    const [first, second] = await Promise.all([say('reviewer', { kind: 'ruled', about: { obligation }, verdict: 'upheld' }), say('reviewer', { kind: 'ruled', about: { obligation }, verdict: 'rejected' })])
    expect(first).toMatchObject({ accepted: 1 })
    expect(second.refusals).toMatchObject([{ code: 'already-ruled' }])
    expect(server.live.obligation(obligation)?.status).toBe('onTime')

    const answer = await read<MatterAnswer>('clerk', `/api/matters/${row!.id}`)
    matterAnswer.parse(answer)
    expect(answer).toMatchObject({ matter: { outcome: { result: 'ruled', line: { verdict: 'upheld', account: 'reviewer' } } }, effect: { from: 'late', to: 'onTime' } })
    expect(answer.effect!.after!.score!).toBeGreaterThanOrEqual(answer.effect!.before!.score!)
    const other = await server.request(`/api/matters/${row!.id}0`, { cookie })
    expect(other.status).toBe(404)
  })

  it('of another unit is neither made nor seen by a clerk', async () => {
    const obligation = await lateOne('B')
    const said = await say('clerk', { kind: 'disputed', unit: 'B', about: { obligation } })
    expect(said.refusals.map(({ code }) => code)).toContain('out-of-scope')
    expect((await say('clerk', { kind: 'disputed', about: { obligation } })).refusals).toMatchObject([{ code: 'other-obligation' }])
    expect((await server.request('/api/matters?unit=B', { cookie: await server.cookieOf('head') })).status).toBe(403)
  })
})

describe('a request for a later day', () => {
  it('waits for one answer, within the law and not after the original due day', async () => {
    count += 1
    const ref = `E${count}`
    await server.post([{ kind: 'formed', item: 'meeting', ref, title: '在途', day: '2026-03-09' }])
    const about = { obligation: `A|meeting|doc:${ref}@2026-03-09` }
    expect((await say('clerk', { kind: 'requested', about, until: '2026-12-01' })).refusals).toMatchObject([{ code: 'beyond-law', field: 'until' }])
    expect((await say('supervisor', { kind: 'declined', about })).refusals).toMatchObject([{ code: 'no-request' }])
    expect(await say('clerk', { kind: 'requested', about, until: '2026-03-20' })).toMatchObject({ accepted: 1 })
    expect((await say('clerk', { kind: 'requested', about, until: '2026-03-23' })).refusals).toMatchObject([{ code: 'already-open' }])
    expect((await read<MatterPage>('supervisor', '/api/matters?kind=extension&open=1')).rows).toMatchObject([{ answerBy: '2026-03-12', opened: { until: '2026-03-20' } }])
    expect(await say('supervisor', { kind: 'extended', about, until: '2026-03-18' })).toMatchObject({ accepted: 1 })
    expect(server.live.obligation(about.obligation)).toMatchObject({ dueDay: '2026-03-18', originalDue: '2026-03-12', flags: ['assumed', 'extended'] })
    server.now = '2026-03-13T02:00:00.000Z'
    const cookie = cookieIn(await server.signIn('clerk'))
    const body = { key: 'too-late', unit: 'A', item: 'meeting', kind: 'requested', about, until: '2026-03-25', reason: '会签' }
    const late = await (await server.request('/api/facts', { cookie, body })).json() as IntakeResult
    // The sessions of the other cases are three days younger; the journal's own clock does not go back.
    server.now = '2026-03-10T02:00:00.000Z'
    expect(late.refusals).toMatchObject([{ code: 'too-late' }])
    expect(late.refusals[0]?.message).toContain('法定时限不因报备改变；本次报备仅作督办和评议参考，计分仍按法定到期日')
  })
})

describe('a correction that waits', () => {
  it('is listed with both values until a supervisor confirms it', async () => {
    const obligation = await lateOne()
    const ref = obligation.split('doc:')[1]!.split('@')[0]!
    const page = server.store.journal.entries()
    const published = [...page].find(entry => 'fact' in entry && entry.fact.kind === 'published' && entry.fact.ref === ref)!
    const key = 'fact' in published ? published.fact.key : ''
    const fix = { key: 'fix', kind: 'corrected', unit: 'A', item: 'meeting', of: { feed: 'oa', key }, set: { day: '2026-03-04' }, reason: '页面日期为4日' }
    await server.intake.take([fix], { feed: 'oa', ofRecord: true, scope: { role: 'feed', units: '*' }, request: { who: 'test', from: 'local' } })
    const [row] = (await read<MatterPage>('supervisor', '/api/matters?kind=correction&open=1')).rows
    expect(row).toMatchObject({ obligation: { id: obligation, flags: ['assumed', 'correctionPending'] }, change: { void: false, fields: [{ name: 'day', was: '2026-03-09', becomes: '2026-03-04' }] } })
    expect(await say('supervisor', { kind: 'corrected', of: { feed: 'oa', key: 'fix' }, confirm: true })).toMatchObject({ accepted: 1 })
    expect((await read<MatterPage>('supervisor', '/api/matters?kind=correction')).rows).toMatchObject([{ outcome: { result: 'confirmed' } }])
  })
})

describe('GET /api/exports/matters.csv', () => {
  it('holds what the list shows; a formula in a reason stays text', async () => {
    const answer = await server.request('/api/exports/matters.csv?kind=appeal', { cookie: await server.cookieOf('supervisor') })
    const words = await answer.text()
    expect(words).toContain('申诉成立，按时')
    expect(words).toContain('<script>alert(1)</script>=1+1')
  })
})
