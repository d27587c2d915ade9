import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DutyPage, ObligationPage } from '../../shared/wire/answers.ts'
import { addDays } from '../../shared/time/day.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

const unit = 'D03'
/** A piece of page in every text somebody can type: it must come out as the letters it is made of. */
const evil = (where: string) => `${where}<img src=x onerror="ran=1"><script>ran=1</script>`

let server: Server
let browser: Browser
let clerk: Visitor
let supervisor: Visitor
let admin: Visitor
/** Of a paper formed long ago and published today: late, and contested. */
let contested: string

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  ;[clerk, supervisor, admin] = await Promise.all(['clerk.D03', 'supervisor', 'admin'].map(each => server.signIn(each))) as [Visitor, Visitor, Visitor]
  await admin.post('/api/kiosks', { name: evil('大屏') })
  const long = addDays(server.day, -90)
  const made = formation(long, { unit, title: evil('标题'), docNumber: evil('文号') })
  const out = publication(server.day, { unit, ref: made['ref'], title: evil('公开标题'), url: 'https://www.yunhe.example/x?"><img src=x onerror=window.ran=1>', channel: evil('渠道') })
  await clerk.post('/api/facts', [made, { ...out, channel: '政府网站', url: 'https://www.yunhe.example/x?%22%3E' }])
  contested = `${unit}|district-6|doc:${String(made['ref'])}@${long}`
  const taken = await clerk.post<{ accepted: number; refusals: unknown[] }>('/api/facts', [
    { kind: 'disputed', key: randomUUID(), unit, item: 'district-6', about: { obligation: contested }, reason: evil('申诉理由') },
    { kind: 'explained', key: randomUUID(), unit, docNumbers: [evil('编号')], reason: evil('文号理由') },
    { kind: 'corrected', key: randomUUID(), unit, item: 'district-6', of: { feed: 'desk', key: made.key }, set: { title: evil('更正标题') }, reason: evil('更正理由') },
  ])
  expect(taken).toMatchObject({ accepted: 3, refusals: [] })
  const { rows } = await supervisor.read<DutyPage>(`/api/duties?unit=${unit}&state=claimed`)
  const duties = rows.filter(row => row.item !== 'district-6').slice(0, 1).map(({ item }) => ({ unit, item }))
  const decided = await supervisor.post<object>('/api/duty-states', { duties, state: 'notApplicable', effective: server.day, reason: evil('不适用理由') })
  expect(decided).toMatchObject({ accepted: 1 })
})
afterAll(() => browser.close())

describe('script in a text field', () => {
  it('is refused where an address or a channel is asked for', async () => {
    const bad = await clerk.post<{ refused: number }>('/api/facts', [
      publication(server.day, { unit, url: 'javascript:window.ran=1' }), publication(server.day, { unit, url: 'data:text/html,<script>1</script>' })])
    expect(bad.refused).toBe(2)
  })

  it('comes out as text on every page that shows it, and never runs', async () => {
    const { rows } = await supervisor.read<ObligationPage>(`/api/obligations?unit=${unit}&q=${encodeURIComponent('公开标题')}`)
    expect(rows.map(row => row.id)).toEqual([contested])
    const pages: readonly (readonly [who: Visitor, path: string, said: string])[] = [
      [supervisor, `/obligations/${encodeURIComponent(contested)}`, '公开标题<img'],
      [supervisor, `/obligations/${encodeURIComponent(contested)}`, '申诉理由<img'],
      [supervisor, `/obligations?unit=${unit}&q=${encodeURIComponent('公开标题')}`, '公开标题<img'],
      [supervisor, `/obligations?q=${encodeURIComponent(evil('查询'))}`, '0'],
      [supervisor, `/units/${unit}`, '教育'],
      [supervisor, '/matters', '申诉'],
      [supervisor, `/claims?unit=${unit}`, '不适用理由<img'],
      [supervisor, '/register', '文号'],
      [admin, '/walls', '大屏<img'],
      [clerk, `/units/${unit}`, '公开标题<img'],
      [clerk, '/desk', '登记'],
      [clerk, '/matters', '申诉'],
      [clerk, '/claims', '不适用理由<img'],
    ]
    const screens = new Map<Visitor, Screen>()
    for (const [who, path, said] of pages) {
      const screen = screens.get(who) ?? await openScreen(browser, server, { width: 1440, height: 900, cookie: who.cookie })
      screens.set(who, screen)
      await screen.page.goto(path)
      await screen.page.getByText(said).first().waitFor({ state: 'attached', timeout: 10_000 })
      expect([path, await screen.page.evaluate(() => (window as { ran?: number }).ran), screen.faults]).toEqual([path, undefined, []])
      expect([path, await screen.page.locator('img[src="x"], script:not([src])').count()]).toEqual([path, 0])
    }
  })

  it('stands in a downloaded table as text that no spreadsheet runs', async () => {
    await clerk.post('/api/facts', [formation(server.day, { unit, title: '=HYPERLINK("http://evil.example")' })])
    const table = await (await clerk.ask(`/api/exports/obligations.csv?unit=${unit}&q=HYPERLINK`)).text()
    expect(table).toContain('HYPERLINK')
    expect(table).not.toMatch(/(^|,|")=HYPERLINK/m)
  })
})
