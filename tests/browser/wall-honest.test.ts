import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board, UnitRow } from '../../shared/measures/board-rows.ts'
import { must } from '../../shared/must.ts'
import { contrastsOf } from '../support/contrast.ts'
import { fitOf } from '../support/fits.ts'
import { openBrowser, openScreen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import { speakBoard } from '../support/spoken-line.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let office: Visitor
let board: Board

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
  office = await server.signIn('supervisor')
  board = await office.read<Board>('/api/board')
})
afterAll(() => browser.close())

/** A wall in front of a board made up for the occasion, resting on one scene, its clock in the test's hand. */
async function before(made: Board, scene = 'overview') {
  const screen = await openScreen(browser, server, { cookie: office.cookie })
  const line = await speakBoard(screen.page, made)
  await screen.page.clock.install()
  await screen.page.goto(`/wall?scene=${scene}`)
  await screen.page.getByText('连接正常').waitFor()
  return { ...screen, line }
}

const scene = (page: Page) => page.locator('.spine .scene').innerText()
const plain = async (page: Page, selector: string) => (await page.locator(selector).first().innerText()).replace(/\s/g, '')

describe('three clocks', () => {
  const at = (minutes: number) => new Date(Date.parse(`${board.day}T02:00:00.000Z`) - minutes * 60_000).toISOString()

  it('tell the last event, the last word of a feed and the frame apart', async () => {
    const { page, context, faults } = await before({ ...board, lastEventAt: at(2), lastSourceAt: at(180) })
    expect(await plain(page, '.header .event')).toBe('最近事件2分钟前')
    expect(await plain(page, '.header .source')).toBe('来源成功3小时前')
    expect(await plain(page, '.header .frame')).toBe('画面10:00')
    expect(faults).toEqual([])
    await context.close()
  })

  it('a feed that fails is said in the foot; what nobody else speaks of fades, is marked, and stays readable', async () => {
    const late = must(board.units.find(unit => unit.overdue > 0), 'some unit is overdue')
    const cell = must(board.cells.find(({ unit, overdue }) => unit === late.id && overdue > 0), 'a cell of it is overdue')
    const outages = { feeds: [{ feed: 'oa', since: board.day }], cells: { [late.id]: [cell.category] } }
    const { page, context, faults, shot } = await before({ ...board, outages })
    await page.keyboard.press(' ')
    expect(await page.locator('.foot').innerText()).toMatch(/1\s*个数据来源自.+起没有回应，1\s*个单位的部分数据中断/)
    const line = page.locator('.call li', { hasText: late.shortName })
    expect(await line.locator('.where').innerText()).toBe('部分数据中断')
    expect(await line.locator('.name').evaluate(name => getComputedStyle(name).color)).toBe('rgb(181, 172, 157)')
    expect(await page.locator('.rates .unheard').count()).toBe(3)
    expect((await contrastsOf(page, 7)).low).toEqual([])
    await page.clock.runFor(1_000)
    await shot('wall-outage-overview')
    await page.keyboard.press('3')
    await page.clock.runFor(2_000)
    await page.locator('.page-enter-active').waitFor({ state: 'detached' })
    expect(await page.locator('.heat defs + g rect').count()).toBe(1)
    expect(await page.locator('.side .legend').innerText()).toContain('数据中断')
    await shot('wall-outage-heat')
    expect((await fitOf(page)).faults).toEqual([])
    expect((await contrastsOf(page, 7)).low).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})

it('150 units are read in pages inside the scene, each said with its place and its first and last unit', async () => {
  const model = must(board.units.find(unit => unit.kind === 'department' && unit.overdue > 0), 'a department is overdue')
  const units = Array.from({ length: 150 }, (_, n): UnitRow => ({ ...model, id: `X${n}`, shortName: `示例单位${n + 1}`, overdue: n % 9 === 0 ? 1 : 0 }))
  const cells = units.flatMap(unit => board.cells.filter(cell => cell.unit === model.id).map(cell => ({ ...cell, unit: unit.id, overdue: unit.overdue })))
  const { page, context, faults, shot } = await before({ ...board, units, cells }, 'departments')
  const names = async () => page.locator('.heat svg text').allTextContents().then(texts => texts.filter(text => text.startsWith('示例单位')))
  const seen: string[] = []
  for (const n of [1, 2, 3, 4, 5]) {
    expect(await plain(page, '.side .page')).toBe(`第${n}/5页示例单位${30 * n - 29}至示例单位${30 * n}`)
    expect((await fitOf(page)).faults).toEqual([])
    seen.push(...await names())
    if (n === 2) await shot('wall-150-units')
    if (n < 5) await page.clock.runFor(6_000)
  }
  expect(seen).toEqual(units.map(unit => unit.shortName))
  expect(faults).toEqual([])
  await context.close()
})

it('a unit that turns overdue enters with its ring drawn once; one that clears its last is struck out, then folds', async () => {
  const calm = must(board.units.find(unit => unit.overdue === 0 && unit.kind === 'department' && unit.validTo === null), 'a department is in order')
  const { page, context, faults, shot, line } = await before(board)
  await page.keyboard.press(' ')
  line.patch({ from: board.revision, to: board.revision + 1, units: [{ ...calm, overdue: 2, longestOverdue: 300 }] })
  const row = page.locator('.call li', { hasText: calm.shortName })
  await row.waitFor()
  expect(await row.getAttribute('class')).toContain('entered')
  expect(await row.locator('.drawn .ring').evaluate(ring => getComputedStyle(ring).animationDuration)).toBe('0.6s')
  await expect.poll(() => page.locator('.call li').count()).toBe(5)
  await shot('wall-row-entered')
  line.patch({ from: board.revision + 1, to: board.revision + 2, units: [{ ...calm, overdue: 0, longestOverdue: 0 }] })
  await page.locator('.call li.cleared', { hasText: calm.shortName }).waitFor()
  expect(await row.locator('.where').innerText()).toBe('逾期清零')
  expect(await row.locator('.name').evaluate(name => getComputedStyle(name).color)).toBe('rgb(111, 203, 178)')
  await shot('wall-row-cleared')
  await page.clock.runFor(21_000)
  await row.waitFor({ state: 'detached' })
  expect(await page.locator('.call li.cleared').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

it('a whole rotation by the clock shows every scene and leaves no error, no violation, no request elsewhere', async () => {
  const { page, context, faults } = await before(board)
  const seen: string[] = []
  for (let n = 0; n < 6; n++) {
    seen.push(await scene(page))
    await page.clock.runFor(30_000)
  }
  expect(seen).toEqual(['总览', '节点点名', '部门热力', '街镇热力', '类别名次', '趋势预测'])
  expect(await scene(page)).toBe('总览')
  expect(faults).toEqual([])
  await context.close()
})

it('axe finds nothing serious on any scene of the wall', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  await page.goto('/wall')
  await page.getByText('连接正常').waitFor()
  await page.keyboard.press(' ')
  await page.evaluate(axe)
  const found: Record<string, unknown> = {}
  for (const [key, name] of [['1', '总览'], ['2', '节点点名'], ['3', '部门热力'], ['5', '类别名次'], ['6', '趋势预测']] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => scene(page)).toBe(name)
    // Half faded in, any text is pale.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    await page.locator('.page-enter-active, .page-leave-active').waitFor({ state: 'detached' })
    const serious = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
    })
    if (serious.length > 0) found[name] = serious
  }
  expect(found).toEqual({})
  expect(faults).toEqual([])
  await context.close()
})
