import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { UnitsAnswer } from '../../shared/wire/answers.ts'
import { verifyFile } from '../../server/verify/verify-file.ts'
import { openZip, textOf } from '../support/open-zip.ts'
import { readDocx } from '../support/read-docx.ts'
import { readSheet } from '../support/read-sheet.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'

let server: Server
let browser: Browser
let year = 0
const screens: Screen[] = []

async function as(account: string, size: { width: number; height: number } = { width: 1440, height: 900 }): Promise<Page> {
  const screen = await openScreen(browser, server, { ...size, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen.page
}

/** The file of the newest job, once it is there. */
async function downloaded(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  const done = page.locator('.jobs li').first().and(page.locator('[data-state=done]'))
  await done.waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), done.getByRole('link', { name: '下载' }).click()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  year = Number(server.day.slice(0, 4))
})
afterAll(async () => {
  expect(screens.flatMap(({ faults }) => faults)).toEqual([])
  await browser.close()
})

it('the office makes the year’s scores and the circular, and both say what the API says', async () => {
  const page = await as('reviewer')
  await page.goto(`/assessment/${year}/papers`)
  await page.getByRole('button', { name: '生成成绩汇总表.xlsx' }).click()
  const scores = await downloaded(page)
  expect(scores.name).toBe(`云河区${year}年度政务公开考核成绩汇总表（截至${server.day}）.xlsx`)
  const office = await server.signIn('reviewer')
  const { units } = await office.read<{ units: { name: string; final: number | null }[] }>(`/api/assessments/${year}`)
  const { rows } = readSheet(scores.bytes)
  const final = rows[2]!.indexOf('最终得分')
  for (const { name, final: points } of units) expect([name, rows.find(row => row.includes(name))?.[final] ?? null]).toEqual([name, points])

  await page.getByRole('button', { name: '生成政务公开监测情况的通报.docx' }).click()
  await page.locator('.jobs li').nth(1).waitFor()
  const { tables } = readDocx((await downloaded(page)).bytes)
  const board = await office.read<UnitsAnswer>('/api/units')
  const situation = tables.find(table => table[0]!.includes('目前逾期\n（件）'))!
  expect(situation.slice(1).map(row => [row[2], row[situation[0]!.indexOf('目前逾期\n（件）')]])).toEqual(board.units.map(({ name, overdue }) => [name, String(overdue)]))
})

it('long work shows its progress and is cancelled', async () => {
  const page = await as('supervisor')
  await page.goto(`/assessment/${year}/papers`)
  await page.getByRole('button', { name: '生成得分反馈表.docx' }).click()
  const first = page.locator('.jobs li').first()
  await first.getByRole('progressbar').waitFor()
  await first.getByRole('button', { name: '取消' }).click()
  await page.locator('.jobs li[data-state=cancelled]').waitFor()
  expect(await page.locator('.jobs').getByRole('link', { name: '下载' }).count()).toBe(0)
})

it('a clerk has the own unit’s papers and pack on the phone, nothing of others, and the pack is proved', async () => {
  const page = await as('clerk.D26', { width: 390, height: 844 })
  await page.goto(`/assessment/${year}/papers`)
  await page.locator('[data-paper=feedback]').waitFor()
  expect(await page.locator('[data-paper]').evaluateAll(rows => rows.map(row => row.getAttribute('data-paper')))).toEqual(['feedback', 'findings', 'rectification', 'evidence'])
  expect(await page.getByText('选择单位').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '生成单位佐证包.zip' }).click()
  const { name, bytes } = await downloaded(page)
  expect(name).toContain('医疗保障局')
  const members = openZip(bytes)
  const whole = await verifyFile(bytes)
  expect([whole.isSame, whole.said.join('')]).toEqual([true, expect.stringContaining(JSON.parse(textOf(members, 'manifest.json')).sha256)])
  const spoiled = bytes.slice()
  const at = Buffer.from(bytes).indexOf('公开', Math.floor(bytes.length / 2))
  spoiled[at] = (spoiled[at] ?? 0) ^ 1
  expect((await verifyFile(spoiled)).isSame).toBe(false)
})
