import type { Browser, CDPSession } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { Patch } from '../../shared/wire/events.ts'
import { openBrowser, openScreen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'

/** `npm run soak` asks for 20,000 updates and 200 scene changes; the short form here keeps the same shape. */
const updates = Number(process.env['SOAK_UPDATES'] ?? 1_000)
const PER_SCENE = 100
const STEP_MS = 300

let server: Server
let browser: Browser
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
})
afterAll(() => browser.close())

/** The next board's patch: one unit and its cells move, the district with them. */
function patchAfter(board: Board, n: number): Patch {
  const unit = board.units[n % board.units.length]!
  const overdue = (n % 3) + 1
  return {
    from: board.revision + n, to: board.revision + n + 1,
    district: { ...board.district, overdue: 10 + (n % 90), dueWithin10: n % 40 },
    units: [{ ...unit, overdue, longestOverdue: n % 30 }],
    cells: board.cells.filter(cell => cell.unit === unit.id).map(cell => ({ ...cell, overdue, longestOverdue: n % 30 })),
  }
}

interface Held {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

async function held(devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

it(`${updates} updates and the scene changes between them leave nothing behind`, async () => {
  const office = await server.signIn('supervisor')
  const board = await office.read<Board>('/api/board')
  const { page, context, faults } = await openScreen(browser, server, { cookie: office.cookie })
  let say: (message: string) => void = () => undefined
  // The server's end of the socket, spoken by hand: the page's own client, channel and stores run as they are.
  await page.routeWebSocket(/socket\.io/, (socket) => {
    say = message => socket.send(message)
    socket.onMessage((message) => {
      const text = String(message)
      if (text.startsWith('40')) {
        say('40{"sid":"soak"}')
        say(`42${JSON.stringify(['hello', { epoch: 'soak', revision: board.revision, day: board.day, now: `${board.day}T02:00:00.000Z` }])}`)
      }
      const asked = /^42(\d+)\["join"/.exec(text)
      if (asked !== null) say(`43${asked[1]}${JSON.stringify([{ board }])}`)
    })
    say(`0${JSON.stringify({ sid: 'soak', upgrades: [], pingInterval: 1e9, pingTimeout: 1e9, maxPayload: 1e6 })}`)
  })
  await page.clock.install()
  await page.goto('/wall')
  await page.getByText('连接正常').waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')

  let first: Held | undefined
  const scenes = new Set<string>()
  for (let n = 0; n < updates; n++) {
    say(`42${JSON.stringify(['patch', patchAfter(board, n)])}`)
    await page.clock.runFor(STEP_MS)
    if (n % PER_SCENE !== PER_SCENE - 1) continue
    say('2')
    await page.keyboard.press(String(((n + 1) / PER_SCENE) % 6 + 1))
    await page.clock.runFor(2_000)
    scenes.add(await page.locator('.spine .scene').innerText())
    // Once round all scenes, so that what is made once and kept is not taken for a leak; on the scene that is last, too.
    if (n === 6 * PER_SCENE - 1) first = await held(devtools)
  }
  await page.keyboard.press('1')
  await page.clock.runFor(2_000)
  await page.locator('.overview').waitFor()
  expect(await page.locator('.headline .zhu').innerText()).toBe(String(10 + ((updates - 1) % 90)))
  const last = await held(devtools)
  console.log(`soak: ${updates} updates, ${updates / PER_SCENE} scene changes`, JSON.stringify({ first, last }))
  expect(scenes.size).toBe(6)
  expect(last.listeners).toBeLessThan(first!.listeners * 1.2 + 50)
  expect(last.nodes).toBeLessThan(first!.nodes * 1.5 + 1_000)
  expect(last.heap).toBeLessThan(first!.heap * 1.3 + 4_000_000)
  expect(faults).toEqual([])
  await context.close()
}, 60_000 + updates * 120)
