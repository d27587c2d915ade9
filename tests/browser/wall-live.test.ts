import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import { addDays } from '../../shared/time/day.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { openBrowser, openScreen, withoutCuts, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'
import { figuresOf, figuresOn } from '../support/wall-figures.ts'

let server: Server
let browser: Browser
let office: Visitor
let feed: Visitor
let wall: Screen

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
  office = await server.signIn('supervisor')
  feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
  wall = await openScreen(browser, server, { cookie: office.cookie })
  await wall.page.goto('/wall')
  await wall.page.getByText('连接正常').waitFor()
  // The page must not turn while it is read.
  await wall.page.keyboard.press(' ')
})
afterAll(() => browser.close())

const board = () => office.read<Board>('/api/board')
const shows = async () => expect.poll(() => figuresOn(wall.page), { timeout: 30_000 }).toEqual(figuresOf(await board()))

it('an open wall shows what GET /api/board says', async () => {
  await shows()
  await wall.shot('wall-live')
})

it('a posted fact appears on an open wall without a reload', async () => {
  await wall.page.evaluate(() => document.documentElement.setAttribute('data-witness', 'not reloaded'))
  const paper = formation(addDays(server.day, -200), { unit: 'D05' })
  const before = await figuresOn(wall.page)
  await feed.post('/api/facts', paper)
  await shows()
  expect((await figuresOn(wall.page)).headline).not.toBe(before.headline)
  const page = publication(server.day, { unit: 'D05', ref: paper['ref'], title: '关于<b>示范</b>区&amp;"建设"的通知' })
  await feed.post('/api/facts', page)
  await wall.page.getByText('关于<b>示范</b>区&amp;"建设"的通知').first().waitFor()
  await shows()
  expect(await wall.page.evaluate(() => document.documentElement.dataset['witness'])).toBe('not reloaded')
  expect(wall.faults).toEqual([])
})

it('a wall whose server is killed keeps its last frame, says so, and ends on the board of the server that comes back', async () => {
  const { folder, port } = server
  const last = await figuresOn(wall.page)
  await server.kill()
  await wall.page.getByText('连接中断').waitFor()
  expect(await figuresOn(wall.page)).toEqual(last)
  expect(await wall.page.locator('.header .frame').innerText()).toMatch(/^画面为\d\d:\d\d，(刚刚|\d+\s*秒前)$/)
  await wall.page.getByText(/画面为\d\d:\d\d，/).waitFor()
  await wall.shot('wall-cut')
  server = await startServer({ folder, port })
  await feed.post('/api/facts', [0, 1, 2].map(n => formation(addDays(server.day, -300 - n), { unit: 'D09' })))
  await wall.page.getByText('连接正常').waitFor({ timeout: 60_000 })
  await shows()
  expect(withoutCuts(wall.faults)).toEqual([])
})

it('a wall whose network is cut ends on the same board', async () => {
  await wall.context.setOffline(true)
  await feed.post('/api/facts', [0, 1, 2, 3].map(n => formation(addDays(server.day, -250 - n), { unit: 'T02' })))
  await new Promise(resolve => {
    setTimeout(resolve, 1_000)
  })
  await wall.context.setOffline(false)
  await shows()
  await feed.post('/api/facts', formation(addDays(server.day, -260), { unit: 'T03' }))
  await shows()
  expect(withoutCuts(wall.faults)).toEqual([])
})

it('a wall whose socket is dropped and refused goes on by REST, then ends on the same board', async () => {
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  let isRefused = false
  const drops: (() => void)[] = []
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isRefused) return void socket.close()
    socket.connectToServer()
    drops.push(() => void socket.close())
  })
  await page.goto('/wall')
  await page.getByText('连接正常').waitFor()
  await page.keyboard.press(' ')
  isRefused = true
  for (const drop of drops.splice(0)) drop()
  await feed.post('/api/facts', formation(addDays(server.day, -280), { unit: 'D11' }))
  await page.getByText('推送中断，定时取数').waitFor({ timeout: 30_000 })
  const shownIs = async () => expect.poll(() => figuresOn(page), { timeout: 30_000 }).toEqual(figuresOf(await board()))
  await shownIs()
  isRefused = false
  await feed.post('/api/facts', formation(addDays(server.day, -281), { unit: 'D11' }))
  await page.getByText('连接正常').waitFor({ timeout: 30_000 })
  await shownIs()
  expect(withoutCuts(faults)).toEqual([])
  await context.close()
})

it('a stopped server is no signed-out wall: it comes back by itself', async () => {
  const { folder, port } = server
  expect((await server.stop()).code).toBe(0)
  await wall.page.getByText('连接中断').waitFor()
  server = await startServer({ folder, port })
  await wall.page.getByText('连接正常').waitFor({ timeout: 60_000 })
  expect(new URL(wall.page.url()).pathname).toBe('/wall')
  await shows()
  expect(await wall.page.evaluate(() => document.documentElement.dataset['witness'])).toBe('not reloaded')
})

it('a kiosk is the wall without a sign-in, until it is revoked', async () => {
  const admin = await server.signIn('admin')
  const { id, url } = await admin.post<{ id: string; url: string }>('/api/kiosks', { name: '大厅大屏' })
  const kiosk = await openScreen(browser, server)
  await kiosk.page.goto(url)
  await kiosk.page.getByText('连接正常').waitFor()
  expect(await figuresOn(kiosk.page)).toEqual(figuresOf(await board()))
  expect((await admin.ask(`/api/kiosks/${id}`, { method: 'DELETE' })).status).toBe(204)
  await kiosk.page.getByText('这块大屏的授权已撤销，请联系管理员重新生成链接').waitFor()
  expect(await kiosk.page.locator('.header, .overview').count()).toBe(0)
  await kiosk.shot('wall-revoked')
  await kiosk.context.close()
})
