import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FindingPage } from '../../shared/wire/finding-answers.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'

let server: Server
let browser: Browser
const screens: Screen[] = []
const place = '通知公告栏目首页<b>第二条</b>'

async function as(account: string, size: { width: number; height: number } = { width: 1440, height: 900 }): Promise<Page> {
  const screen = await openScreen(browser, server, { ...size, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen.page
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run())
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
})
afterAll(async () => {
  expect(screens.flatMap(({ faults }) => faults)).toEqual([])
  await browser.close()
})

it('a reviewer enters a finding outside of any sample, with the regular limit offered and a rest day refused', async () => {
  const page = await as('reviewer')
  await page.goto('/findings')
  await page.click('[data-new]')
  await page.selectOption('#finding-unit', 'D26')
  await page.selectOption('#finding-item', '*')
  await page.selectOption('#finding-code', 'columnStale')
  const regular = await page.inputValue('#finding-until')
  expect(regular).toBe((await (await server.signIn('reviewer')).read<FindingPage>('/api/findings?limit=1')).newUntil)
  await page.fill('#finding-place', place)
  await page.fill('#finding-reason', '半年没有更新。')
  // 2027-01-02 is a Saturday.
  await page.fill('#finding-until', '2027-01-02')
  await page.getByText('这一天不是工作日，请改填工作日。').waitFor()
  expect(await page.isDisabled('form button[type=submit]')).toBe(true)
  await page.fill('#finding-until', regular)
  expect(await faultsOf(page)).toEqual([])
  await page.click('form button[type=submit]')
  await page.locator('[data-finding]').first().waitFor()
  expect(await page.locator('[data-finding]').first().innerText()).toContain(place)
  expect(await page.locator('[data-finding]').first().innerText()).toMatch(/待整改[\s\S]*还有\s*5\s*个工作日/)
})

it('the unit sees it on its page with the days left and says from there that it holds it wrong', async () => {
  const page = await as('clerk.D26')
  await page.goto('/units/D26')
  const section = page.locator('[data-findings]')
  await section.locator('[data-finding]').first().click()
  await section.locator('textarea').fill('该栏目上周已更新，截图为旧页面。')
  await section.getByLabel('有异议').check()
  await section.locator('form button[type=submit]').click()
  await section.getByText('单位有异议').waitFor()
  expect(await section.innerText()).toContain('待复查')
})

it('its finder is told who may look at it, somebody else revokes it, and both opinions stay', async () => {
  const finder = await as('reviewer', { width: 390, height: 844 })
  await finder.goto('/findings?state=answered')
  await finder.locator('[data-finding]').first().click()
  await finder.getByText('须由其他评议或督查人员复查').waitFor()
  expect(await finder.locator('article form').count()).toBe(0)
  expect(await faultsOf(finder)).toEqual([])

  const other = await as('supervisor')
  await other.goto('/findings?state=answered')
  await other.locator('[data-finding]').first().click()
  await other.getByLabel('撤销').check()
  await other.fill('#recheck-reason', '核对快照，问题不成立。')
  await other.reload()
  expect(await other.inputValue('#recheck-reason')).toBe('核对快照，问题不成立。')
  expect(await other.getByLabel('撤销').isChecked()).toBe(true)
  await other.click('article form button[type=submit]')
  await other.locator('article .state[data-state=revoked]').waitFor()
  const said = await other.locator('article ol').innerText()
  for (const words of ['半年没有更新。', '该栏目上周已更新', '核对快照，问题不成立。']) expect(said).toContain(words)
})

it('a clerk of another unit sees nothing of it', async () => {
  const page = await as('clerk.D03')
  await page.goto('/findings?state=all')
  await page.locator('h1 [data-total]').waitFor()
  expect(await page.content()).not.toContain('通知公告栏目首页')
})
