import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../../shared/facts/fact.ts'
import type { FindingAnswer, FindingPage } from '../../../shared/wire/finding-answers.ts'
import type { AttachmentAnswer } from '../../../shared/wire/matter-answers.ts'
import type { UnitAnswer } from '../../../shared/wire/answers.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import type { Role } from '../../../server/store/account.ts'
import { findingAnswer, findingPage } from '../../../server/http/finding-schemas.ts'
import { png } from '../documents/files.ts'
import { cookieIn, errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
// A Monday: five working days on is the Monday after (清明节 is later).
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-03-09T02:00:00.000Z' })
  await server.post([{ kind: 'formed', item: 'meeting', ref: 'M1', title: '尚未公开的会议', day: '2026-03-09' }])
})
afterAll(() => server.close())

const piece = 'A|meeting|doc:M1@2026-03-09'
let count = 0
const cookies = new Map<string, string>()
/** Sessions end while the tests move on by weeks. */
async function cookieOf(role: Role): Promise<string> {
  const name = `${role} ${server.now}`
  const cookie = cookies.get(name) ?? cookieIn(await server.signIn(role))
  cookies.set(name, cookie)
  return cookie
}

async function say(role: Role, fact: { readonly kind: Fact['kind'] } & Record<string, unknown>): Promise<IntakeResult> {
  count += 1
  const answer = await server.request('/api/facts', { cookie: await cookieOf(role), body: { key: `said-${count}`, unit: 'A', reason: '写明', ...fact } })
  return await answer.json() as IntakeResult
}

/** A finding of unit A (or another): its number and what later facts name it by. */
async function found(fields: Record<string, unknown> = {}, role: Role = 'reviewer'): Promise<{ id: number; of: { feed: string; key: string } }> {
  const key = `found-${count += 1}`
  const given = await say(role, { kind: 'found', key, item: 'meeting', year: 2026, code: 'linkDead', place: `第 ${count} 处`, until: '2026-03-16', ...fields })
  expect(given).toMatchObject({ accepted: 1, refusals: [] })
  return { id: server.live.revision, of: { feed: 'desk', key } }
}

async function read<T>(role: Role, path: string): Promise<T> {
  const answer = await server.request(path, { cookie: await cookieOf(role) })
  expect([path, answer.status]).toEqual([path, 200])
  return await answer.json() as T
}

describe('a finding', () => {
  it('goes from found to cleared, with its files, seen by office and unit, each step audited', async () => {
    const upload = await server.app.request(`http://${server.host}/api/attachments?unit=A`, {
      method: 'POST', body: png as Uint8Array<ArrayBuffer>,
      headers: { host: server.host, origin: `http://${server.host}`, cookie: await cookieOf('reviewer'), 'x-file-name': encodeURIComponent('截图.png'), 'content-type': 'application/octet-stream' },
    })
    const file = await upload.json() as AttachmentAnswer
    const { id, of } = await found({ about: { obligation: piece }, attachments: [file.id] })

    const page = await read<FindingPage>('head', '/api/findings?open=1')
    findingPage.parse(page)
    expect(page).toMatchObject({ total: 1, waiting: { todo: 1, answered: 0, late: 0 }, newUntil: '2026-03-16' })
    expect(page.rows[0]).toMatchObject({
      id, unit: 'A', by: 'reviewer', state: 'open', until: '2026-03-16', workdaysLeft: 5, isOverdue: false, inTime: null, repeats: null,
      attachments: [{ id: file.id, name: '截图.png' }], obligation: { id: piece, title: '尚未公开的会议' },
    })

    expect(await say('clerk', { kind: 'rectified', of, url: 'https://yunhe.gov.cn/m1' })).toMatchObject({ accepted: 1 })
    server.now = '2026-03-10T02:00:00.000Z'
    // Two of the office at once: the second is told.
    const both = await Promise.all([say('supervisor', { kind: 'rechecked', of, outcome: 'cleared' }), say('reviewer', { kind: 'rechecked', of, outcome: 'cleared' })])
    expect(both.map(({ accepted }) => accepted).sort()).toEqual([0, 1])
    expect(both.find(({ accepted }) => accepted === 0)?.refusals[0]?.message).toMatch(/^这个问题已由 (supervisor|reviewer) 销号，不再复查，请刷新后查看。$/)

    const answer = await read<FindingAnswer>('clerk', `/api/findings/${id}`)
    findingAnswer.parse(answer)
    expect(answer.finding.steps.map(({ kind, reason }) => [kind, reason])).toEqual([['rectified', '写明'], ['rechecked', '写明']])
    expect(answer.finding).toMatchObject({ state: 'cleared', inTime: true, workdaysLeft: null })
    const audited = (await server.store.audit.list()).filter(({ act }) => act === 'entries-made').map(({ who }) => who)
    expect(audited).toEqual(expect.arrayContaining(['account:reviewer', 'account:clerk']))
  })

  it.each<[Role, Record<string, unknown>, string]>([
    ['clerk', { kind: 'found', item: 'meeting', year: 2026, code: 'other', place: '甲', until: '2026-03-16' }, 'not-allowed'],
    ['reviewer', { kind: 'found', item: 'meeting', year: 2026, code: 'other', place: '甲', until: '2026-03-14' }, 'not-workday'],
    ['reviewer', { kind: 'found', item: 'meeting', year: 2026, code: 'other', place: '甲', until: '2026-03-06' }, 'bad-value'],
    ['reviewer', { kind: 'found', item: 'meeting', year: 2026, code: 'bad', place: '甲', until: '2026-03-16' }, 'bad-value'],
    ['supervisor', { kind: 'rectified', of: { feed: 'desk', key: 'x' } }, 'not-allowed'],
    ['clerk', { kind: 'rectified', of: { feed: 'desk', key: 'x' } }, 'unknown-finding'],
    ['clerk', { kind: 'rechecked', of: { feed: 'desk', key: 'x' }, outcome: 'cleared' }, 'not-allowed'],
  ])('%s saying %j is refused: %s', async (role, fact, code) => {
    expect((await say(role, fact as { kind: Fact['kind'] })).refusals.map(each => each.code)).toContain(code)
  })

  it('the unit holds wrong is ruled on by somebody else than its finder, and then belongs to no figure', async () => {
    const { id, of } = await found()
    expect(await say('clerk', { kind: 'rectified', of, disagrees: true })).toMatchObject({ accepted: 1 })
    for (const outcome of ['revoked', 'failed', 'cleared']) {
      expect((await say('reviewer', { kind: 'rechecked', of, outcome })).refusals).toMatchObject([{ code: 'own-finding', field: 'outcome' }])
    }
    expect(await say('supervisor', { kind: 'rechecked', of, outcome: 'revoked' })).toMatchObject({ accepted: 1 })
    const { finding } = await read<FindingAnswer>('head', `/api/findings/${id}`)
    expect(finding).toMatchObject({ state: 'revoked', inTime: null, steps: [{ disagrees: true, by: 'clerk' }, { outcome: 'revoked', by: 'supervisor' }] })
    // Neither side's word is taken out afterwards.
    for (const [role, key] of [['reviewer', of.key], ['supervisor', finding.steps[0]!.key], ['reviewer', finding.steps[1]!.key]] as const) {
      expect((await say(role, { kind: 'corrected', item: finding.item, of: { feed: 'desk', key }, void: true })).refusals.map(each => each.code)).not.toEqual([])
    }
  })

  it('bars its finder from ruling on the appeal of the same piece', async () => {
    server.now = '2026-03-18T02:00:00.000Z'
    await say('clerk', { kind: 'disputed', item: 'meeting', about: { obligation: piece } })
    await found({ about: { obligation: piece }, place: '另一处', until: '2026-03-25' })
    const refused = (await say('reviewer', { kind: 'ruled', item: 'meeting', day: '2026-03-18', about: { obligation: piece }, verdict: 'rejected' })).refusals
    expect(refused).toMatchObject([{ code: 'own-finding' }])
    expect(refused[0]?.message).toMatch(/^这一件的第 \d+ 号问题是本账号登记的，不能再由本人裁定，请交其他评议人员裁定；双方意见都会保留。$/)
  })
})

describe('GET /api/findings', () => {
  it('keeps unit people to their own, lists, one and file', async () => {
    const other = await found({ unit: 'B', place: '乙单位的网页', until: '2026-03-25' })
    for (const role of ['head', 'clerk'] as const) {
      const own = await read<FindingPage>(role, '/api/findings')
      expect(own.rows.some(({ unit }) => unit !== 'A')).toBe(false)
      for (const path of ['/api/findings?unit=B', `/api/findings/${other.id}`, '/api/exports/findings.csv?unit=B']) {
        const answer = await server.request(path, { cookie: await cookieOf(role) })
        expect([path, answer.status, (await errorIn(answer)).code]).toEqual([path, 403, 'other-unit'])
      }
      const file = await (await server.request('/api/exports/findings.csv', { cookie: await cookieOf(role) })).text()
      expect([file.includes('乙单位的网页'), file.includes('写明')]).toEqual([false, true])
    }
    const answer = await say('clerk', { kind: 'rectified', of: other.of })
    expect(answer.refusals).toMatchObject([{ code: 'other-unit', field: 'of' }])
    expect((await say('clerk', { kind: 'rectified', unit: 'B', of: other.of })).refusals.map(each => each.code)).toContain('out-of-scope')
  })

  it('filters by unit, kind, state, lateness and recurrence; refuses what it does not know', async () => {
    server.now = '2026-04-07T02:00:00.000Z'
    const first = await found({ item: 'about', place: '机构', until: '2026-04-14' })
    await say('clerk', { kind: 'rectified', of: first.of })
    await say('supervisor', { kind: 'rechecked', of: first.of, outcome: 'cleared' })
    const second = await found({ item: 'about', place: '机构', until: '2026-04-14' })
    const ids = async (query: string) => (await read<FindingPage>('reviewer', `/api/findings?${query}`)).rows.map(({ id }) => id)
    expect(await ids('repeats=1&item=about')).toEqual([second.id])
    expect(await ids('unit=A&item=about&state=cleared')).toEqual([first.id])
    expect(await ids('unit=A&item=about&open=1&code=linkDead&year=2026')).toEqual([second.id])
    expect(await ids('unit=A&item=about&year=2025')).toEqual([])
    expect((await ids(`obligation=${encodeURIComponent(piece)}`)).length).toBe(2)
    const late = await read<FindingPage>('reviewer', '/api/findings?late=1&open=1')
    expect(late.rows.map(({ place, isOverdue, inTime }) => [place, isOverdue, inTime])).toEqual([['另一处', true, false], ['乙单位的网页', true, false]])
    // 25 March is a Wednesday; 清明节 is off from 4 to 6 April.
    expect(late.rows[0]?.workdaysLeft).toBe(-8)
    expect(late.waiting).toEqual({ todo: 3, answered: 0, late: 2 })
    const bad = await server.request('/api/findings?state=lost&what=1', { cookie: await cookieOf('reviewer') })
    expect([bad.status, (await errorIn(bad)).issues?.map(({ field }) => field)]).toEqual([400, ['state', 'what']])
    for (const id of ['0', 'x', '99999999']) expect((await server.request(`/api/findings/${id}`, { cookie: await cookieOf('reviewer') })).status).toBe(404)
  })

  it('is of any day as known then', async () => {
    const then = await read<FindingPage>('reviewer', '/api/findings?asOf=2026-03-17&knownAt=2026-03-17')
    expect(then.rows.map(({ state }) => state)).toEqual(['cleared', 'revoked'].reverse())
    expect(then).toMatchObject({ asOf: '2026-03-17', total: 2 })
  })

  it('lists with leaf exactly what the score counted, which its working names', async () => {
    const { working } = await read<UnitAnswer>('head', '/api/units/A')
    for (const leaf of working.leaves) {
      if (leaf.behind?.startsWith('/api/findings') !== true) continue
      const { total } = await read<FindingPage>('head', leaf.behind)
      expect([leaf.code, total]).toEqual([leaf.code, leaf.inputs['cases'] ?? leaf.inputs['whole'] ?? 0])
    }
  })

  it('comes as .xlsx and .csv with its own 口径, formulas disarmed', async () => {
    await found({ item: 'about', code: 'other', place: '=1+1', until: '2026-04-14' })
    const csv = await (await server.request('/api/exports/findings.csv?open=1', { cookie: await cookieOf('reviewer') })).text()
    expect(csv).toContain('\'=1+1')
    expect(csv).toContain('链接失效')
    expect(csv).not.toContain('linkDead')
    const sheet = await server.request('/api/exports/findings.xlsx', { cookie: await cookieOf('head') })
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })
})
