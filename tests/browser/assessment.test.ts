import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssessedUnit, AssessmentResult } from '../../shared/assessment/result.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { password, startServer, type Server } from '../support/server.ts'

/** A leaf only a person can judge, of every unit. */
const leaf = 'D3b'
let server: Server
let browser: Browser
let first: Screen
let second: Screen
let unit: AssessedUnit
let year: number
const screens: Screen[] = []

async function as(account: string, size: { width: number; height: number } = { width: 1440, height: 900 }): Promise<Screen> {
  const screen = await openScreen(browser, server, { ...size, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  year = +server.day.slice(0, 4) - 1
  await (await server.signIn('admin')).post('/api/accounts', { account: 'reviewer2', name: '第二考核人员', role: 'reviewer', password })
  const { units } = await (await server.signIn('reviewer')).read<AssessmentResult>(`/api/assessments/${year}`)
  unit = units.find(({ rank, working }) => rank !== null && working.leaves.some(({ code, behind }) => code === 'A1' && behind !== null))!
  first = await as('reviewer')
  second = await as('reviewer2', { width: 1366, height: 768 })
})
afterAll(async () => {
  expect(screens.flatMap(({ faults }) => faults)).toEqual([])
  await browser.close()
})

const cellOf = (page: Page, code: string) => page.locator(`tr[data-unit="${unit.unit}"] td[data-code="${code}"]`)
async function opened({ page }: Screen, cell = ''): Promise<Page> {
  await page.goto(`/assessment/${year}${cell === '' ? '' : `?cell=${unit.unit}:${cell}`}`)
  await page.locator('tr[data-unit]').first().waitFor()
  return page
}
const active = (page: Page) => page.locator('.frame').getAttribute('aria-activedescendant')

async function seriousIn(page: Page): Promise<unknown> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run())
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])
}

describe('the table of a year', () => {
  it('shows every unit of the answer, as known now and as known then', async () => {
    const page = await opened(first)
    const { units } = await (await server.signIn('reviewer')).read<AssessmentResult>(`/api/assessments/${year}`)
    expect(await page.locator('h1 small').innerText()).toContain(String(units.length))
    expect(await cellOf(page, 'final').innerText()).toBe(unit.final!.toFixed(2))
    await page.getByRole('button', { name: '按截至日当时掌握' }).click()
    await page.waitForURL(/knownAt=/)
    const then = await (await server.signIn('reviewer')).read<AssessmentResult>(`/api/assessments/${year}?knownAt=${year}-12-31`)
    await page.locator(`tr[data-unit="${unit.unit}"] td[data-code="final"]`, { hasText: then.units.find((each) => each.unit === unit.unit)!.final!.toFixed(2) }).waitFor()
    await page.getByRole('button', { name: '按现在掌握' }).click()
    await page.waitForURL((url) => !url.search.includes('knownAt'))
  })

  it('is walked by the keyboard: cells, row ends, the working and back, the search, a sort and a fold', async () => {
    const page = await opened(first)
    await page.locator('.frame').focus()
    const before = await active(page)
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).not.toBe(before)
    await page.keyboard.press('End')
    const columns = Number(await page.locator('.frame').getAttribute('aria-colcount'))
    expect(await active(page)).toMatch(new RegExp(`-${columns - 2}$`))
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('[data-final]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('aside').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await page.keyboard.type(unit.shortName)
    await page.keyboard.press('Enter')
    expect(await page.locator('tr[data-unit]').count()).toBe(1)
    await page.getByRole('searchbox').fill('')
    await page.locator('#head-A1').click()
    expect(await page.locator('#head-A1').getAttribute('aria-sort')).toBe('descending')
    await page.locator('#span-A').click()
    await page.locator('#head-A').waitFor()
    expect(await page.locator('#head-A1').count()).toBe(0)
  })

  it('opens a cell down to the piece, of the same day', async () => {
    const page = await opened(first, 'A1')
    const shown = unit.working.leaves.find(({ code }) => code === 'A1')!
    expect(Number(await page.locator('[data-got]').innerText())).toBeCloseTo(shown.got!, 2)
    const piece = page.locator('aside li a').first()
    expect(await piece.getAttribute('href')).toContain(`asOf=${year}-12-31`)
    const total = Number(/\d+/.exec(await page.locator('[data-behind]').innerText())![0])
    expect(total).toBe(shown.inputs['pieces'])
    await piece.click()
    await page.waitForURL(/\/obligations\/.*asOf=/)
    await page.locator('h1').waitFor()
    await page.goBack()
    await page.locator('[data-got]').waitFor()
  })
})

describe('marks given by hand', () => {
  it('need points within what is printed, count at once, and a second reviewer sees whose they are', async () => {
    const [page, other] = [await opened(first, leaf), await opened(second)]
    await page.locator(`#mark-${leaf}-points`).fill('7')
    await page.locator(`#mark-${leaf}-reason`).fill('有主要负责人解读')
    await page.getByRole('button', { name: '记录', exact: true }).click()
    await page.locator(`#mark-${leaf}-points-refusal`).waitFor()
    await page.locator(`#mark-${leaf}-points`).fill('0.5')
    await page.getByRole('button', { name: '记录', exact: true }).click()
    await page.locator('[data-mark]').waitFor()
    await cellOf(page, leaf).filter({ hasText: /\d/ }).waitFor()
    await other.locator('[data-arrived]').filter({ hasText: 'reviewer' }).waitFor()
    await cellOf(other, leaf).filter({ hasText: /\d/ }).waitFor()
  })

  it('what is typed survives a reload, a colliding opinion stands beside it, and both are kept', async () => {
    const [page, other] = [first.page, await opened(second, leaf)]
    await other.locator(`#mark-${leaf}-points`).fill('1')
    await other.locator(`#mark-${leaf}-reason`).fill('两次解读')
    await other.reload()
    await other.getByText('这是上次没有提交的内容。').waitFor()
    expect(await other.locator(`#mark-${leaf}-reason`).inputValue()).toBe('两次解读')
    await page.locator(`#mark-${leaf}-points`).fill('0.2')
    await page.locator(`#mark-${leaf}-reason`).fill('解读过于简单')
    await page.getByRole('button', { name: '记录', exact: true }).click()
    await other.locator('.meanwhile').waitFor()
    const both = await other.locator('.meanwhile').innerText()
    expect(['reviewer', '0.2分', '解读过于简单', '1分', '两次解读'].filter((each) => !both.includes(each))).toEqual([])
    await second.shot('assessment-two-opinions')
    await other.getByRole('button', { name: '仍按我的意见记录' }).click()
    await other.locator('[data-mark]').nth(2).waitFor()
    expect(await other.locator('[data-mark] b').allInnerTexts()).toEqual(['1分', '0.2分', '0.5分'])
  })

  it('a veto is a person\'s, with its kind and reason, caps the score, and can be taken back', async () => {
    const page = await opened(first, 'veto')
    await page.locator('#mark-veto-kind').selectOption({ index: 1 })
    expect(await page.getByRole('button', { name: '记录', exact: true }).isDisabled()).toBe(true)
    await page.locator('#mark-veto-reason').fill('查实')
    await page.getByRole('button', { name: '记录', exact: true }).click()
    await cellOf(page, 'veto').filter({ hasText: '否决' }).waitFor()
    expect(Number(await cellOf(page, 'final').innerText())).toBeLessThan(60)
    await page.getByRole('button', { name: '撤回这项评分' }).click()
    await page.getByText('请先写明撤回的理由。').waitFor()
    await page.locator('#mark-veto-reason').fill('查否')
    await page.getByRole('button', { name: '撤回这项评分' }).click()
    await page.waitForFunction((id) => document.querySelector(`tr[data-unit="${id}"] td[data-code="veto"]`)?.textContent === '', unit.unit)
    expect(Number(await cellOf(page, 'final').innerText())).toBeGreaterThan(60)
  })

  it('are entered by reviewers only, and not while looking at what was known before', async () => {
    const reader = await as('supervisor', { width: 1366, height: 768 })
    const page = await opened(reader, leaf)
    await page.getByText('只有考核人员可以评分。').waitFor()
    expect(await page.locator('aside form').count()).toBe(0)
    await first.page.goto(`/assessment/${year}?cell=${unit.unit}:${leaf}&knownAt=${year}-12-31`)
    await first.page.getByText('正在看以前某一时刻掌握的情况，不能评分。').waitFor()
  })
})

describe('the page', () => {
  it('keeps the bar on one line at 1366, with the rest in a menu the keyboard opens', async () => {
    const page = await opened(second)
    expect(await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height)).toBeLessThan(72)
    await page.getByRole('button', { name: '更多' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/register')
    expect(await seriousIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false')
  })

  it('is a list of units on a phone, a cell\'s working over it, and axe finds nothing serious in either form', async () => {
    const phone = await as('reviewer', { width: 390, height: 844 })
    await phone.page.goto(`/assessment/${year}`)
    await phone.page.locator('.stack .unit').first().click()
    await phone.page.locator('.stack .leaves button').nth(2).click()
    await phone.page.locator('aside header').waitFor()
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await seriousIn(phone.page)).toEqual([])
    const page = await opened(first, leaf)
    expect(await seriousIn(page)).toEqual([])
    await first.shot('assessment')
  })
})
