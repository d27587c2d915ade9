import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import { must } from '../../shared/must.ts'
import { addDays } from '../../shared/time/day.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { openBrowser, openScreen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let office: Visitor

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
  office = await server.signIn('supervisor')
})
afterAll(() => browser.close())

const scene = (page: Page) => page.locator('.spine .scene').innerText()
const stands = (page: Page) => page.getByText('连接正常').waitFor()

it('?scene= opens that scene, and the keyboard steers from there', async () => {
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  await page.goto('/wall?scene=trend')
  await stands(page)
  expect(await scene(page)).toBe('趋势预测')
  await page.keyboard.press('ArrowRight')
  expect(await scene(page)).toBe('总览')
  await page.keyboard.press('2')
  expect(await scene(page)).toBe('节点点名')
  expect(faults).toEqual([])
  await context.close()
})

it('the roll call says how many are out of how many, and a unit that has it not out before the day stands inverted', async () => {
  const { page, context, faults, shot } = await openScreen(browser, server, { cookie: office.cookie })
  const then = await office.read<{ rollCalls: { id: string; published: number; whole: number; tiles: { state: string }[] }[] }>(`/api/wall?asOf=${server.day.slice(0, 4)}-01-27`)
  const call = must(then.rollCalls.find(({ id }) => id === 'annual-report'), 'the annual report is called')
  await page.route('**/api/wall', route => route.fulfill({ json: { ...then, rollCalls: [call] } }))
  await page.goto('/wall?scene=roll-call')
  await stands(page)
  await page.keyboard.press(' ')
  await page.locator('.roll-call').waitFor()
  expect((await page.locator('.roll-call .count').innerText()).replace(/\s/g, '')).toBe(`已公布${call.published}/${call.whole}`)
  expect(await page.locator('.roll-call li.waiting').count()).toBe(call.tiles.filter(({ state }) => state === 'waiting').length)
  await shot('wall-roll-call-january')
  expect(faults).toEqual([])
  await context.close()
})

it('a scene that throws is skipped, said, logged, and tried again when asked for', async () => {
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  const good = await office.read<Record<string, unknown>>('/api/wall')
  await page.route('**/api/wall', route => route.fulfill({ json: { ...good, rollCalls: null } }))
  await page.goto('/wall?scene=roll-call')
  await stands(page)
  await page.getByText('“节点点名”暂时无法显示，已跳过，稍后重试').waitFor()
  expect(await scene(page)).toBe('部门热力')
  expect(faults.filter(fault => fault.startsWith('TypeError'))).toHaveLength(1)
  await page.keyboard.press('1')
  await page.locator('.overview').waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => scene(page)).toBe('部门热力')
  await page.keyboard.press('2')
  await expect.poll(() => scene(page)).toBe('部门热力')
  await expect.poll(() => faults.filter(fault => fault.startsWith('TypeError')).length).toBe(2)
  await context.close()
})

it('a unit that turns overdue, and one that clears its last piece, are brought forward', async () => {
  const feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
  const board = await office.read<Board>('/api/board')
  const calm = must(board.units.find(unit => unit.kind === 'department' && unit.overdue === 0 && unit.validTo === null), 'some department has nothing overdue')
  const { page, context, faults, shot } = await openScreen(browser, server, { cookie: office.cookie })
  await page.goto('/wall')
  await stands(page)
  const paper = formation(addDays(server.day, -200), { unit: calm.id })
  await feed.post('/api/facts', paper)
  await page.locator('.attention .turned', { hasText: calm.shortName }).waitFor()
  await shot('wall-attention-turned')
  await page.locator('.overview').waitFor({ timeout: 30_000 })
  await feed.post('/api/facts', publication(server.day, { unit: calm.id, ref: paper['ref'] }))
  await page.locator('.attention .cleared', { hasText: calm.shortName }).waitFor()
  await shot('wall-attention-cleared')
  expect(faults).toEqual([])
  await context.close()
})

it('参观模式 names nobody who lags and shows no title; it lasts for the session and key V ends it', async () => {
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  await page.goto('/wall?scene=categories')
  await stands(page)
  await page.getByText('需加力单位').first().waitFor()
  await page.goto('/wall?scene=categories&visit=1')
  await stands(page)
  await page.getByText('靠前单位').first().waitFor()
  expect(await page.getByText('参观模式', { exact: true }).count()).toBe(1)
  expect(await page.getByText('需加力单位').count()).toBe(0)
  await page.goto('/wall')
  await stands(page)
  const titles = (await office.read<Board>('/api/board')).recent.flatMap(({ title }) => title ?? [])
  const shown = await page.locator('.wall').innerText()
  expect(titles.length).toBeGreaterThan(0)
  expect(titles.filter(title => shown.includes(title))).toEqual([])
  await page.keyboard.press('v')
  await page.getByText('参观模式', { exact: true }).waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await context.close()
})
