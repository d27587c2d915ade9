import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readXlsx } from 'hucre/xlsx'
import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../shared/catalogue/item.ts'
import type { DutyPage, UnitsAnswer } from '../../shared/wire/answers.ts'
import { formation } from '../support/fresh-facts.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

const unit = 'D26'
let server: Server
let browser: Browser
let visitor: Visitor
let office: Screen
let clerk: Screen
/** Two rows printed for the unit that traits left out; its own papers propose them. */
let [first, second]: [string, string] = ['', '']

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  visitor = await server.signIn('supervisor')
  const { items } = await visitor.read<{ items: readonly (Item & { units: readonly string[]; owedBy: readonly string[] })[] }>('/api/catalogues/district')
  const left = items.filter(item => item.units.includes(unit) && !item.owedBy.includes(unit) && item.cadence.kind === 'asFormed')
  ;[first, second] = [left[0]!.id, left[1]!.id]
  const feed = await server.feed(await server.signIn('admin'), { name: 'claims' })
  await feed.post('/api/facts', [first, second].map(item => formation(server.day, { unit, item })))
  office = await openScreen(browser, server, { width: 1440, height: 900, cookie: visitor.cookie })
  clerk = await openScreen(browser, server, { width: 390, height: 844, cookie: (await server.signIn(`clerk.${unit}`)).cookie })
})
afterAll(async () => {
  expect([...office.faults, ...clerk.faults]).toEqual([])
  await browser.close()
})

const row = ({ page }: Screen, item: string): Locator => page.locator(`[data-duty="${unit}|${item}"]`)
const choose = (screen: Screen, item: string) => row(screen, item).locator('input').check()
const opened = async (screen: Screen, query = '') => {
  await screen.page.goto(`/claims${query}`)
  await screen.page.locator('[data-duty]').first().waitFor()
}
const confirm = async ({ page }: Screen) => {
  await page.locator('[data-effect]').waitFor()
  await page.locator('.confirm:enabled').click()
  await page.locator('[data-taken]').waitFor()
}
const standing = async (item: string) => (await visitor.read<DutyPage>(`/api/duties?unit=${unit}&item=${item}`)).rows[0]!
const unitRow = async () => (await visitor.read<UnitsAnswer>('/api/units')).units.find(({ id }) => id === unit)!
/** "40/41 97.6%" of a table of the effect. */
const effect = (screen: Screen, of: string, figure: string) => screen.page.locator(`[data-effect] [data-unit="${of}"] tr`, { hasText: figure }).locator('td').allInnerTexts()

describe('/claims', () => {
  it('the office sees what a unit\'s own papers propose, chooses by keyboard and sends it', async () => {
    await opened(office, `?unit=${unit}&state=proposed`)
    expect(await row(office, first).innerText()).toContain('由本单位的公开记录提出')
    await row(office, first).locator('input').focus()
    await office.page.keyboard.press('Space')
    await office.page.keyboard.press('ArrowDown')
    await office.page.keyboard.press('Space')
    await office.page.locator('[data-act=proposed]').click()
    await confirm(office)
    expect(await office.page.locator('[data-taken]').innerText()).toContain('已办理2项')
    expect(await standing(first)).toMatchObject({ state: 'proposed', since: server.day, answerWorkdays: 5, by: 'supervisor' })
  })

  it('the clerk sees until when to answer, accepts one and objects to the other with a reason', async () => {
    await opened(clerk)
    const waiting = await row(clerk, first).innerText()
    expect(waiting).toContain('余5个工作日')
    expect(await clerk.page.locator('.sentence').innerText()).toMatch(/待答复\s*2\s*项/)
    await choose(clerk, first)
    await confirm(clerk)
    await choose(clerk, second)
    await clerk.page.locator('[data-act=objected]').click()
    expect(await clerk.page.locator('.confirm').isEnabled()).toBe(false)
    await clerk.page.locator('textarea').fill('<img src=x onerror=alert(1)>不属本单位职责')
    await confirm(clerk)
    expect([(await standing(first)).state, (await standing(second)).state]).toEqual(['claimed', 'objected'])
    await row(clerk, second).and(clerk.page.locator('[data-standing=objected]')).waitFor()
    expect(await row(clerk, second).innerText()).toContain('<img src=x onerror=alert(1)>不属本单位职责')
    await clerk.shot('claims-phone')
  })

  it('the office\'s open page shows the objection by itself, and decides it as 不适用 with ground and day', async () => {
    await row(office, second).waitFor({ state: 'detached', timeout: 30_000 })
    await office.page.locator('[data-state=objected]').click()
    expect(await row(office, second).innerText()).toContain('不属本单位职责')
    await choose(office, second)
    await office.page.locator('[data-act=notApplicable]').click()
    expect(await office.page.locator('.confirm').isEnabled()).toBe(false)
    await office.page.locator('textarea').fill('云编〔2026〕3号三定规定')
    await confirm(office)
    const reason = `依据云编〔2026〕3号三定规定，自${server.day}起不承担；此前已到期的按原结果统计`
    expect(await standing(second)).toMatchObject({ state: 'notApplicable', reason })
    await row(clerk, second).and(clerk.page.locator('[data-standing=notApplicable]')).waitFor({ timeout: 30_000 })
    expect(await row(clerk, second).innerText()).toContain(reason)
  })

  it('the figures move as the effect said before it was confirmed', async () => {
    const { rows } = await visitor.read<DutyPage>(`/api/duties?unit=${unit}&covered=1`)
    const covered = rows.find(({ category, cadence }) => category !== 'bureau' && cadence === 'standing')!
    const before = await unitRow()
    await opened(office, `?unit=${unit}`)
    await choose(office, covered.item)
    await office.page.locator('[data-act=notApplicable]').click()
    await office.page.locator('textarea').fill('划转文件')
    await office.page.locator('[data-effect]').waitFor()
    const [was, is] = await effect(office, unit, '覆盖率')
    expect([was, is].map(text => text!.split(' ')[0])).toEqual([`${before.coverage.part}/${before.coverage.whole}`, `${before.coverage.part - 1}/${before.coverage.whole - 1}`])
    const score = (await effect(office, unit, '实时测算分'))[1]!
    await office.shot('claims-effect')
    await confirm(office)
    const after = await unitRow()
    expect([`${after.coverage.part}/${after.coverage.whole}`, after.score!.toFixed(1)]).toEqual([is!.split(' ')[0], score])
    await office.page.locator('[data-figure=coverage]', { hasText: `${after.coverage.part} / ${after.coverage.whole}` }).waitFor({ timeout: 30_000 })
  })

  it('changes one duty\'s cadence after showing what that does', async () => {
    await opened(office, `?unit=${unit}&state=claimed`)
    await choose(office, first)
    await office.page.locator('[data-act=cadence]').click()
    await office.page.locator('textarea').fill('区级要求按季公开')
    await confirm(office)
    await row(office, first).getByText('单独核定').waitFor()
    expect(await row(office, first).innerText()).toContain('每季度一次')
    expect(await standing(first)).toMatchObject({ ownCadence: true, every: { kind: 'slots' } })
  })

  it('tells who owes a row too and the way it went, and hands out the paper', async () => {
    await opened(office, `?unit=${unit}`)
    await row(office, second).getByRole('button').click()
    const way = office.page.locator('tr.opened')
    expect(await way.innerText()).toContain('不属本单位职责')
    expect(await way.locator('li').count()).toBe(3)
    const [download] = await Promise.all([office.page.waitForEvent('download'), office.page.getByRole('link', { name: '下载责任清单 .xlsx', exact: true }).click()])
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(await download.path())))
    expect(sheets[0]!.rows).toHaveLength((await visitor.read<DutyPage>(`/api/duties?unit=${unit}`)).total + 1)
  })

  it('a head reads and cannot act; paper shows the list without the controls', async () => {
    const head = await openScreen(browser, server, { width: 768, height: 1000, cookie: (await server.signIn(`head.${unit}`)).cookie })
    await opened(head)
    expect([await head.page.locator('[data-duty] input').count(), await head.page.locator('.side').count()]).toEqual([0, 0])
    expect(await head.page.locator('main').innerText()).toContain('认领和异议由本单位联络员办理')
    await office.page.goto('/claims')
    await office.page.locator('[data-duty]').first().waitFor()
    expect(await office.page.locator('[data-duty]').count()).toBe(100)
    await office.page.evaluate(() => {
      window.print = () => { document.title = String(document.querySelectorAll('[data-duty]').length) }
    })
    await office.page.getByRole('button', { name: '打印' }).click()
    const { rows } = await visitor.read<DutyPage>('/api/duties')
    await office.page.waitForFunction(n => document.title === n, String(rows.filter(({ ended }) => !ended).length))
    await office.page.emulateMedia({ media: 'print' })
    expect([await office.page.locator('.side').isVisible(), await office.page.locator('[data-duty]').first().isVisible()]).toEqual([false, true])
    await office.page.emulateMedia({ media: 'screen' })
    await head.context.close()
  })

  it('says so when nothing fits, and when the server cannot be reached', async () => {
    await office.page.goto(`/claims?unit=${unit}&q=没有这样的事项`)
    await office.page.getByText('没有符合条件的责任。').waitFor()
    const cut = await openScreen(browser, server, { width: 1440, height: 900, cookie: visitor.cookie })
    await cut.page.route('**/api/duties', route => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"x","message":"服务器正在停止。"}}' }))
    await cut.page.goto('/claims')
    await cut.page.getByRole('alert').getByText('服务器正在停止。').waitFor()
    await cut.page.unroute('**/api/duties')
    await cut.page.getByRole('alert').getByRole('button').click()
    await cut.page.locator('[data-duty]').first().waitFor()
    await cut.context.close()
  })

  it('fits a phone, and axe finds nothing serious', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await opened(clerk)
    expect(await clerk.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await opened(office, `?unit=${unit}`)
    await choose(office, first)
    await office.page.locator('[data-act=cadence]').click()
    for (const { page } of [office, clerk]) {
      await page.evaluate(axe)
      const serious = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(serious).toEqual([])
    }
  })
})
