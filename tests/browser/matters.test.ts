import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ObligationPage, ObligationRow, UnitsAnswer } from '../../shared/wire/answers.ts'
import type { IntakeResult } from '../../server/intake/ports.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let piece: ObligationRow
const screens: Screen[] = []
const script = '<img src=x onerror=alert(1)>'
const appeal = `9月28日已公示，见附件。\n${script}`

/** A piece its unit, which has a score, may still appeal against: the sample has some on every day. */
async function contestable(office: Visitor): Promise<ObligationRow> {
  const { rows } = await office.read<ObligationPage>('/api/obligations?status=late,overdue,unverified&limit=2000')
  const { units } = await office.read<UnitsAnswer>('/api/units')
  const scored = new Set(units.filter(({ score }) => score !== null).map(({ id }) => id))
  const newest = rows.filter(({ unit }) => scored.has(unit)).sort((a, b) => ((a.publishedDay ?? a.dueDay ?? '') < (b.publishedDay ?? b.dueDay ?? '') ? 1 : -1))
  for (const each of newest) {
    const clerk = await server.signIn(`clerk.${each.unit}`)
    const fact = { key: 'try', kind: 'disputed', unit: each.unit, item: each.item, about: { obligation: each.id }, reason: '试' }
    if ((await clerk.post<IntakeResult>('/api/facts?dryRun=1', fact)).accepted === 1) return each
  }
  throw new Error('nothing in the sample can be appealed against')
}

async function as(account: string, size: { width: number; height: number } = { width: 1440, height: 900 }): Promise<Page> {
  const screen = await openScreen(browser, server, { ...size, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen.page
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  piece = await contestable(await server.signIn('reviewer'))
})
afterAll(async () => {
  // A disguised file is refused by the server, which the browser writes down as a failed load.
  expect(screens.flatMap(({ faults }) => faults).filter(fault => !/status of 415/.test(fault))).toEqual([])
  await browser.close()
})

it('a clerk begins an appeal from the piece, is told what is wrong, hands a file in and sees it listed', async () => {
  const page = await as(`clerk.${piece.unit}`)
  await page.goto(`/obligations/${encodeURIComponent(piece.id)}`)
  await page.getByRole('link', { name: '提出申诉' }).click()
  await page.getByText('请于收到反馈之日起5个工作日内提出').waitFor()
  await page.locator('#ask-files').setInputFiles([{ name: '截图.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') }])
  await page.getByText('内容不是可接收的类型').waitFor()
  await page.getByRole('button', { name: '提交申诉' }).click()
  await page.locator('#ask-reason-refusal').waitFor()
  expect(await page.locator('#ask-reason').getAttribute('aria-invalid')).toBe('true')
  await page.locator('#ask-files').setInputFiles([{ name: '签发单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') }])
  await page.getByText('已上传', { exact: false }).waitFor()
  await page.locator('#ask-reason').fill(appeal)
  await page.getByRole('button', { name: '提交申诉' }).click()
  await page.waitForURL(/\/matters\?obligation=/)
  await page.locator('[data-matter]').first().click()
  await page.getByText(script).waitFor()
  expect(await page.locator('.lines img').count()).toBe(0)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '签发单.pdf' }).click()])
  expect(download.suggestedFilename()).toBe('签发单.pdf')
})

it('the piece says 申诉复核中 and offers no second appeal', async () => {
  const page = await as(`clerk.${piece.unit}`)
  await page.goto(`/obligations/${encodeURIComponent(piece.id)}`)
  await page.getByText('申诉复核中').first().waitFor()
  expect(await page.getByRole('link', { name: '提出申诉' }).count()).toBe(0)
  await page.goto(`/matters/new?kind=appeal&obligation=${encodeURIComponent(piece.id)}`)
  await page.getByRole('alert').filter({ hasText: '正在复核' }).waitFor()
})

it('a reviewer sees it beside its evidence, tries verdicts out, rules; an open list of the unit shows it by itself', async () => {
  const watching = await as(`head.${piece.unit}`)
  await watching.goto('/matters?kind=appeal&state=all')
  await watching.locator('[data-matter]').first().click()
  await watching.locator('.detail').waitFor()
  expect(await watching.getByRole('button', { name: '撤回' }).count()).toBe(0)

  const page = await as('reviewer')
  await page.goto(`/matters?kind=appeal&unit=${piece.unit}`)
  await page.locator('[data-matter]').first().click()
  await page.getByRole('heading', { name: /^佐证材料/ }).waitFor()
  expect(await page.locator('.detail').innerText()).toContain(script)
  await page.getByLabel('不予支持').check()
  await page.getByText('得分、名次和状态都不变。').waitFor()
  await page.getByLabel('申诉成立，按时').check()
  const after = page.locator('[data-effect] tbody tr').first().locator('td').last()
  await after.filter({ hasText: '按时公开' }).waitFor()
  await screens.at(-1)!.shot('matters-ruling')
  // A second reviewer has the same one open, and sees that it was ruled.
  const second = await as('reviewer')
  await second.goto(page.url())
  await second.locator('#rule-reason').waitFor()
  await page.locator('#rule-reason').fill('经核查，情况属实。')
  await page.getByRole('button', { name: '裁定', exact: true }).click()
  await page.locator('.detail').getByText('经核查，情况属实。').waitFor()
  await page.getByText('按答复前后当时掌握的记录计算，以后不变。').waitFor()
  await watching.getByText('经核查，情况属实。').waitFor({ timeout: 15_000 })
  await second.locator('.detail').getByText('经核查，情况属实。').waitFor({ timeout: 30_000 })
  expect(await second.locator('#rule-reason').count()).toBe(0)
})

it('the clerk reads verdict and score before and after, on a phone', async () => {
  const page = await as(`clerk.${piece.unit}`, { width: 390, height: 844 })
  await page.goto(`/matters?state=all&obligation=${encodeURIComponent(piece.id)}`)
  await page.locator('[data-matter]').first().click()
  await page.locator('[data-effect]').waitFor()
  const score = page.locator('[data-effect] tr', { hasText: '实时测算分' }).locator('td')
  const [before, now] = [Number(await score.first().innerText()), Number(await score.last().innerText())]
  expect(now).toBeGreaterThanOrEqual(before)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await screens.at(-1)!.shot('matters-phone')
  await page.getByRole('link', { name: '返回列表' }).click()
  await page.locator('[data-matter]').first().waitFor()
})

it('a supervisor sees both values of a waiting correction and what confirming does', async () => {
  const page = await as('supervisor')
  await page.goto('/matters?kind=correction')
  await page.locator('[data-matter]').first().click()
  await page.getByRole('columnheader', { name: '更正为' }).waitFor()
  await page.locator('[data-effect]').waitFor()
  await page.locator('#confirm-reason').fill('与签发单一致。')
  await page.getByRole('button', { name: '确认更正' }).click()
  await page.locator('.detail .state', { hasText: '已确认' }).waitFor()
})

it.each([['list', '/matters?state=all'], ['one opened', '/matters?state=all&kind=appeal'], ['nothing there', '/matters?late=1&unit=D01&kind=extension']])('axe finds nothing serious: %s', async (name, address) => {
  const page = await as('reviewer')
  await page.goto(address)
  if (name === 'one opened') {
    await page.locator('[data-matter]').first().click()
    await page.locator('[data-effect]').waitFor()
  } else await page.locator(name === 'list' ? '[data-matter]' : '.nothing').first().waitFor()
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])
  })
  expect(found).toEqual([])
})
