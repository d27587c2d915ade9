import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'

let server: Server
let browser: Browser
const screens: Screen[] = []
const year = () => Number(server.day.slice(0, 4)) - 1

async function as(account: string): Promise<Page> {
  const screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen.page
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
})
afterAll(async () => {
  expect(screens.flatMap(({ faults }) => faults)).toEqual([])
  await browser.close()
})

it('a reviewer settles last year, sees its fingerprint, and restates it with a reason beside the first edition', async () => {
  const page = await as('reviewer')
  await page.goto(`/assessment/${year()}/editions`)
  await page.locator(`[data-period="${year()}"] a`).click()
  const acts = page.locator('[data-acts]')
  await acts.getByRole('button', { name: '核定封存', exact: true }).click()
  await acts.getByRole('button', { name: '确认核定封存' }).click()
  await page.locator('[data-edition="1"]').waitFor({ timeout: 60_000 })
  const print = await page.locator('[data-edition="1"] [data-print] span').allTextContents()
  expect([print.length, print.every(group => /^[0-9a-f]{8}$/.test(group))]).toEqual([8, true])
  await page.locator('[data-differences]').getByText('封存后没有变化').waitFor({ timeout: 60_000 })

  await acts.getByRole('button', { name: '核定后更正' }).click()
  await acts.getByLabel('更正理由').fill('复核后更正')
  await acts.getByRole('button', { name: '出新的一版' }).click()
  await page.locator('[data-edition="2"]').getByText('复核后更正').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: /与第\s*1\s*版比较/ }).click()
  await page.locator('[data-differences]').getByText('两版结果相同').waitFor({ timeout: 60_000 })
  const download = page.waitForEvent('download')
  await page.locator('[data-edition="1"]').getByText('下载封存文件').click()
  expect((await download).suggestedFilename()).toMatch(/核定封存第1版\.jsonl\.gz$/)
})

it('a supervisor reads all of it and can settle nothing', async () => {
  const page = await as('supervisor')
  await page.goto(`/assessment/${year()}/editions?period=${year()}`)
  await page.locator('[data-edition="2"]').waitFor()
  expect(await page.locator('[data-acts] button').count()).toBe(0)
})

it('a unit sees its settled score, both editions of it, beside the live one', async () => {
  const page = await as('clerk.D26')
  await page.goto('/units/D26')
  const row = page.locator(`[data-settled="${year()}"]`)
  await row.waitFor({ timeout: 60_000 })
  expect(await row.locator('.edition').count()).toBe(2)
})

it('the wall ranks by the settled score once it exists, the live one beside it', async () => {
  const reviewer = await server.signIn('reviewer')
  const { periods } = await reviewer.read<{ periods: { period: string; state: string }[] }>(`/api/assessments/${year() + 1}/editions`)
  const month = periods.findLast(({ state }) => state === 'waiting')
  if (month === undefined) return expect(server.day.slice(5, 7)).toBe('01')
  const { id } = await reviewer.post<{ id: string }>(`/api/assessments/${year() + 1}/freezes`, { period: month.period })
  await expect.poll(async () => (await reviewer.read<{ state: string }>(`/api/assessments/${year() + 1}/freezes/${id}`)).state, { timeout: 60_000 }).toBe('done')
  const { units } = await reviewer.read<Board>('/api/board')
  const first = units.find(({ peerGroup, settled }) => peerGroup === 'departments' && settled?.rank === 1)!
  const page = await as('reviewer')
  await page.goto('/wall?scene=categories')
  await page.locator('.ranking [data-settled]').waitFor({ timeout: 60_000 })
  expect(await page.locator('.ranking li').first().textContent()).toContain(first.settled!.score.toFixed(1))
})
