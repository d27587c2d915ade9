import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimPreview, claimTaken } from '../../../server/http/claim-schemas.ts'
import { dutyPage } from '../../../server/http/api-schemas.ts'
import { claimSilent } from '../../../server/silence.ts'
import { boardOf } from '../../../shared/measures/board.ts'
import type { Role } from '../../../server/store/account.ts'
import { silenceReason } from '../../../shared/obligations/lapsed-duties.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { DutyPage, DutyRow } from '../../../shared/wire/answers.ts'
import type { ClaimPreview, ClaimTaken, DutyCadenceAsked, DutyStatesAsked } from '../../../shared/wire/claim-answer.ts'
import { cookieIn, errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-03-10T02:00:00.000Z' })
})
afterAll(() => server.close())

/** Sessions end as the days pass. */
const cookies = new Map<string, string>()
async function cookieOf(role: Role): Promise<string> {
  const key = `${role} ${server.now}`
  const cookie = cookies.get(key) ?? cookieIn(await server.signIn(role))
  cookies.set(key, cookie)
  return cookie
}

const duties = (...rows: readonly string[]) => rows.map(row => {
  const [unit = '', item = ''] = row.split(' ')
  return { unit, item }
})
const say = async (role: Role, body: DutyStatesAsked, path = '/api/duty-states') => server.request(path, { body, cookie: await cookieOf(role) })
const setCadence = async (role: Role, body: DutyCadenceAsked, path = '/api/duty-cadences') => server.request(path, { body, cookie: await cookieOf(role) })
const taken = async (role: Role, body: DutyStatesAsked) => await (await say(role, body)).json() as ClaimTaken
const preview = async (role: Role, body: DutyStatesAsked) => await (await say(role, body, '/api/duty-states/preview')).json() as ClaimPreview
async function rowsOf(query: string, role: Role = 'supervisor'): Promise<readonly DutyRow[]> {
  return (await (await server.request(`/api/duties?${query}`, { cookie: await cookieOf(role) })).json() as DutyPage).rows
}
const rowOf = async (unit: string, item: string) => (await rowsOf(`unit=${unit}&item=${item}`))[0]!
const at = (day: Day) => void (server.now = `${day}T02:00:00.000Z`)
const unclaim = (row: string) => server.intake.settle(
  [{ kind: 'dutyState', effective: server.live.day, duties: duties(row), state: 'proposed', reason: '请认领' }], { feed: 'desk', account: 'supervisor' })

describe('POST /api/duty-states', () => {
  it('takes every good row and names every bad one: foreign unit, unknown, unprinted, form of a group, twice, wrong state', async () => {
    await unclaim('A about')
    const answer = await taken('clerk', { state: 'claimed', duties: duties('A about', 'B about', 'A nothing', 'A picture', 'A report', 'A about') })
    expect(claimTaken.parse(answer)).toEqual(answer)
    expect([answer.accepted, answer.refused]).toEqual([1, 5])
    expect(answer.refusals.map(({ index, code }) => [index, code])).toEqual([[1, 'other-unit'], [2, 'unknown-item'], [3, 'member'], [4, 'wrong-state'], [5, 'wrong-state']])
    expect(answer.refusals.map(each => each.message)).toEqual([
      '“B”不是本单位，只能办理本单位的责任。', 'A局：目录里没有编号为“nothing”的事项。', 'A局“picture”是“group”的一种形式，请在那一行办理。',
      'A局“report”已经认领；情况有变化的，请向区政府办公室说明，由办公室认定。', 'A局“about”在这次提交里重复了，只取第一次。'])
    expect(await rowOf('A', 'about')).toMatchObject({ state: 'claimed', since: '2026-03-10', by: 'clerk', reason: '认领', answerBy: null })
  })

  it('answers duties with who asked, since when, until when an answer is due, and what was said before', async () => {
    await unclaim('A report')
    const row = await rowOf('A', 'report')
    expect(row).toMatchObject({
      state: 'proposed', since: '2026-03-10', answerBy: '2026-03-17', answerWorkdays: 5, by: 'supervisor', reason: '请认领', printed: '20个工作日内', ownCadence: false, fromFacts: false,
      earlier: [{ state: 'claimed', by: 'admin' }] })
    const page = await (await server.request('/api/duties?unit=A&state=proposed', { cookie: await cookieOf('clerk') })).json() as DutyPage
    expect(dutyPage.parse(page)).toEqual(page)
    expect(page.rows.map(({ item }) => item)).toEqual(['report'])
  })

  it('a clerk objects with a reason, and the objection does not lapse', async () => {
    const none = await say('clerk', { state: 'objected', duties: duties('A report'), reason: ' ' })
    expect([none.status, await errorIn(none)]).toMatchObject([400, { code: 'reason-needed', message: '提出异议须写明理由，如三定规定、权责清单的条款。' }])
    expect(await taken('clerk', { state: 'objected', duties: duties('A report'), reason: '<script>职责已划转</script>' })).toMatchObject({ accepted: 1 })
    at('2026-03-18')
    await claimSilent(server)
    expect(await rowOf('A', 'report')).toMatchObject({ state: 'objected', reason: '<script>职责已划转</script>', by: 'clerk' })
  })

  it('a supervisor decides: to claim against an objection, and 不适用 with reason and day', async () => {
    expect((await taken('supervisor', { state: 'claimed', duties: duties('A report') })).refusals).toMatchObject([{ message: 'A局“report”单位有异议，认定由其承担须写明理由。' }])
    const noDay = await say('supervisor', { state: 'notApplicable', duties: duties('A report'), reason: '划转' })
    expect(await errorIn(noDay)).toMatchObject({ code: 'day-needed' })
    const toCome = await say('supervisor', { state: 'notApplicable', duties: duties('A report'), reason: '划转', effective: '2026-03-19' })
    expect(await errorIn(toCome)).toMatchObject({ code: 'day-to-come' })
    expect(await taken('supervisor', { state: 'notApplicable', duties: duties('A report'), reason: '依据三定规定', effective: '2026-02-10' })).toMatchObject({ accepted: 1, refused: 0 })
    expect(await rowOf('A', 'report')).toMatchObject({ state: 'notApplicable', since: '2026-02-10', reason: '依据三定规定', by: 'supervisor' })
    expect((await rowOf('A', 'report')).earlier.map(({ state }) => state)).toEqual(['claimed', 'proposed', 'objected'])
  })

  it.each<readonly [Role, DutyStatesAsked, number, string]>([
    ['clerk', { state: 'notApplicable', duties: duties('A doc'), reason: '划转', effective: '2026-03-18' }, 400, 'not-yours'],
    ['clerk', { state: 'proposed', duties: duties('A doc') }, 400, 'not-yours'],
    ['supervisor', { state: 'objected', duties: duties('A doc'), reason: '代提' }, 400, 'not-yours'],
    ['supervisor', { state: 'proposed', duties: duties('A doc'), effective: '2026-03-02' }, 400, 'day-passed'],
    ['head', { state: 'claimed', duties: duties('A doc') }, 403, 'forbidden'],
    ['reviewer', { state: 'claimed', duties: duties('A doc') }, 403, 'forbidden'],
    ['admin', { state: 'claimed', duties: duties('A doc') }, 403, 'forbidden'],
  ])('%s may not say %j', async (role, body, status, code) => {
    const answer = await say(role, body)
    expect([answer.status, (await errorIn(answer)).code]).toEqual([status, code])
  })

  it('takes a list of every duty of a district, and none larger', async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => ({ unit: 'A', item: `no-such-item-of-the-catalogue-${n}` }))
    const answer = await taken('supervisor', { state: 'proposed', duties: many })
    expect([answer.accepted, answer.refused, answer.refusals.length]).toEqual([0, 2_000, 1_000])
    const tooLarge = await server.request('/api/duty-states', { raw: ' '.repeat(1_100_000), cookie: await cookieOf('supervisor') })
    expect(tooLarge.status).toBe(413)
  })

  it('is audited: who, what, from where', async () => {
    const before = (await server.store.audit.list({ limit: 1 }))[0]?.id ?? 0
    await taken('supervisor', { state: 'claimed', duties: duties('A report'), reason: '恢复承担' })
    const [entry] = await server.store.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ who: 'account:supervisor', act: 'entries-made' })
    expect(entry!.id).toBeGreaterThan(before)
  })
})

describe('POST /api/duty-states/preview', () => {
  it('says what it would do to coverage, score and obligations, and writes nothing', async () => {
    const revision = server.live.revision
    const body: DutyStatesAsked = { state: 'notApplicable', duties: duties('A about', 'B about', 'C nothing'), reason: '划转', effective: '2026-03-18' }
    const answer = await preview('supervisor', body)
    expect(claimPreview.parse(answer)).toEqual(answer)
    expect([answer.accepted, answer.refused, server.live.revision]).toEqual([2, 1, revision])
    expect(answer.units.map(({ unit, lost }) => [unit, lost])).toEqual([['A', 1], ['B', 1]])
    const [row] = boardOf([...server.store.journal.entries()], { day: server.live.day }).units
    expect(answer.units[0]!.before).toMatchObject({ score: row!.score, rank: row!.rank, coverage: row!.coverage })
    await taken('supervisor', body)
    const after = boardOf([...server.store.journal.entries()], { day: server.live.day })
    expect(answer.units[0]!.after).toMatchObject({ score: after.units[0]!.score, coverage: after.units[0]!.coverage, rank: after.units[0]!.rank })
    expect(answer.district!.after.coverage).toEqual(after.district.coverage)
  })

  it('shows a clerk the own unit and not the district', async () => {
    await unclaim('A news')
    const answer = await preview('clerk', { state: 'claimed', duties: duties('A news', 'B doc') })
    expect([answer.district, answer.units.map(({ unit }) => unit), answer.refusals.map(({ code }) => code)]).toEqual([null, ['A'], ['other-unit']])
  })
})

describe('silence', () => {
  it('claims the day after the fifth working day over 清明节, once, whoever rolls the day, and says why', async () => {
    at('2026-04-01')
    expect(await taken('supervisor', { state: 'notApplicable', duties: duties('C doc'), reason: '划转', effective: '2026-04-01' })).toMatchObject({ accepted: 1 })
    await unclaim('C stats')
    await unclaim('C permit')
    expect(await rowOf('C', 'stats')).toMatchObject({ answerBy: '2026-04-09' })
    at('2026-04-09')
    await server.intake.roll('2026-04-09')
    await claimSilent(server)
    expect((await rowOf('C', 'stats')).state).toBe('proposed')
    at('2026-04-10')
    // Somebody's entry begins the new day before the clock does.
    await server.post([{ kind: 'formed', unit: 'C', ref: 'R9', title: '件' }])
    const late = await say('supervisor', { state: 'proposed', duties: duties('C permit') })
    expect(await late.json()).toMatchObject({ accepted: 1 })
    await Promise.all([claimSilent(server), claimSilent(server)])
    const revision = server.live.revision
    await claimSilent(server)
    expect(server.live.revision).toBe(revision)
    expect(await rowOf('C', 'stats')).toMatchObject({ state: 'claimed', since: '2026-04-10', by: 'clock', reason: silenceReason })
    expect((await rowOf('C', 'stats')).earlier.filter(({ by }) => by === 'clock')).toEqual([])
    expect(await rowOf('C', 'permit')).toMatchObject({ state: 'proposed', since: '2026-04-10' })
  })

  it('a clerk who comes too late may accept but not object', async () => {
    await unclaim('A news')
    at('2026-04-20')
    await server.intake.roll('2026-04-20')
    const answer = await taken('clerk', { state: 'objected', duties: duties('A news'), reason: '不属本单位' })
    expect(answer.refusals.map(each => each.message)).toEqual(['A局“news”应在2026-04-17前提出异议，期限已过，视为认领；确不承担的，请向区政府办公室说明。'])
    expect(await taken('clerk', { state: 'claimed', duties: duties('A news') })).toMatchObject({ accepted: 1 })
  })
})

describe('a row that traits left out', () => {
  it('is proposed by the unit\'s own fact, shown with its duties, and owed once the office says so', async () => {
    await server.post([{ kind: 'formed', unit: 'B', item: 'gated', ref: 'G1', title: '件' }])
    expect(await rowOf('B', 'gated')).toMatchObject({ state: 'proposed', since: null, answerBy: null, fromFacts: true })
    expect(await taken('supervisor', { state: 'claimed', duties: duties('B gated', 'S gated') })).toMatchObject({ accepted: 1, refusals: [{ code: 'not-printed' }] })
    expect(await rowOf('B', 'gated')).toMatchObject({ state: 'claimed', fromFacts: false })
  })
})

describe('POST /api/duty-cadences', () => {
  const monthly: DutyCadenceAsked = { unit: 'B', item: 'stats', effective: '2026-04-20', reason: '工作需要', cadence: {
    kind: 'slots', origin: 'inferred', slots: [{ name: null, every: 'month', anchor: 'end', due: { kind: 'offset', n: 10, unit: 'workday' } }] } }
  const sent = (asked: DutyCadenceAsked) => ({ ...asked, cadence: asked.cadence && (({ origin: _origin, ...rest }) => rest)(asked.cadence) }) as DutyCadenceAsked

  it('changes one unit\'s cadence after a preview, and goes back to the catalogue\'s', async () => {
    const seen = await (await setCadence('supervisor', sent(monthly), '/api/duty-cadences/preview')).json() as ClaimPreview
    expect([seen.units.map(({ unit }) => unit), seen.accepted]).toEqual([['B'], 1])
    expect(await (await setCadence('supervisor', sent(monthly))).json()).toMatchObject({ accepted: 1 })
    expect(await rowOf('B', 'stats')).toMatchObject({ ownCadence: true, every: { kind: 'slots', slots: [{ every: 'month' }] } })
    expect(await rowOf('C', 'stats')).toMatchObject({ ownCadence: false })
    expect((await errorIn(await setCadence('supervisor', sent(monthly)))).code).toBe('unchanged')
    expect(await (await setCadence('supervisor', { ...monthly, cadence: null, reason: '恢复' })).json()).toMatchObject({ accepted: 1 })
    expect(await rowOf('B', 'stats')).toMatchObject({ ownCadence: false })
  })

  it.each<readonly [Role, Partial<DutyCadenceAsked>, number, string]>([
    ['supervisor', { reason: ' ' }, 400, 'reason-needed'], ['supervisor', { effective: '2026-04-21' }, 400, 'day-to-come'],
    ['supervisor', { item: 'group' }, 400, 'follow-up'], ['supervisor', { unit: 'X' }, 400, 'unknown-unit'], ['clerk', {}, 403, 'forbidden'],
  ])('%s is refused %j', async (role, over, status, code) => {
    const answer = await setCadence(role, sent({ ...monthly, ...over }))
    expect([answer.status, (await errorIn(answer)).code]).toEqual([status, code])
  })
})

it('after all of this the live board is the board of its journal', () => {
  expect(JSON.parse(JSON.stringify(server.live.board()))).toEqual(JSON.parse(JSON.stringify(boardOf([...server.store.journal.entries()], { day: server.live.day }))))
})
