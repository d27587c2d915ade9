import vue from '@vitejs/plugin-vue'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chromium, type CDPSession, type Page } from 'playwright'
import { build } from 'vite'
import { LiveBoard } from '../../server/live/live-board.ts'
import { programFolder } from '../../server/program-folder.ts'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { Patch } from '../../shared/wire/events.ts'
import { findBrowser } from '../support/find-browser.ts'
import { inTurn, ratios, spreadOf } from './measured.ts'
import { randomOf } from './random.ts'
import type { Ratio } from './ratio.ts'

const CELLS = 50
const TIMES = 15
/** Milliseconds between two acts, so that paint and layout of one do not fall into the next. */
const REST = 150

/** L: what the page does for a patch of 50 cells, in a real Chromium, against a full setOption of the same heatmap. */
export const patchWork: Ratio = {
  letter: 'L',
  async measure(scene) {
    const executablePath = findBrowser()
    if (executablePath === undefined) throw new Error('no Chromium was found')
    const folder = join(scene.temporary, 'page')
    await build({
      root: join(programFolder(), 'tests', 'bench', 'page'), configFile: false, logLevel: 'error', plugins: [vue({ features: { optionsAPI: false } })], publicDir: false,
      build: { outDir: folder, emptyOutDir: true, target: 'chrome90', reportCompressedSize: false, chunkSizeWarningLimit: 2_000 },
    })
    const files = await served(folder)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.addInitScript(`window.held = []; new PerformanceObserver((list) => { for (const each of list.getEntries()) window.held.push(each.duration) }).observe({ type: 'longtask' })`)
      await page.goto(files.address)
      const reader = openJournalReader(scene.district.folder)
      const live = new LiveBoard(scene.today)
      live.replay(reader.entries())
      reader.close()
      const board = live.board()
      const shown = await page.evaluate('acts.show(' + JSON.stringify(board) + ')')
      const tools = await page.context().newCDPSession(page)
      await tools.send('Performance.enable')
      let revision = board.revision
      const patch = () => {
        const made = patchOf(board, revision)
        revision = made.to
        return work(page, tools, `acts.patch(${JSON.stringify(made)})`)
      }
      const full = () => work(page, tools, 'acts.full()')
      await inTurn(3, { ours: patch, bare: full })
      await page.evaluate('held.length = 0')
      const longest: number[] = []
      const taken = await inTurn(TIMES, {
        ours: async () => {
          await page.evaluate('held.length = 0')
          const took = await patch()
          longest.push(...await page.evaluate('held') as number[])
          return took
        },
        bare: full,
      })
      return [{
        letter: 'L', what: `main-thread work for a patch of ${CELLS} cells, layout and paint included; heatmap of ${board.units.length} × ${board.categories.length}, ${String(shown)} cells`,
        against: 'a full setOption of the same heatmap on a bare chart', unit: 'ms',
        ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atMost: 1.15 },
        notes: [longest.length === 0 ? 'the main thread was never held 50 ms' : `the main thread was held ${longest.length} times over 50 ms, ${Math.max(...longest).toFixed(0)} ms at most (limit 50)`],
      }]
    } finally {
      await browser.close()
      files.close()
    }
  },
}

/** Milliseconds of main-thread tasks an act causes, until all is painted. */
async function work(page: Page, tools: CDPSession, act: string): Promise<number> {
  const before = await taskMilliseconds(tools)
  await page.evaluate(act)
  await page.waitForTimeout(REST)
  return await taskMilliseconds(tools) - before
}

async function taskMilliseconds(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

const random = randomOf(5)

/** Fifty cells that read otherwise than before. */
function patchOf(board: Board, revision: number): Patch {
  const places = new Set<number>()
  while (places.size < Math.min(CELLS, board.cells.length)) places.add(Math.floor(random() * board.cells.length))
  const cells = [...places].map((place) => {
    const overdue = Math.floor(random() * 9)
    return { ...board.cells[place]!, overdue, longestOverdue: overdue === 0 ? 0 : 1 + Math.floor(random() * 30) }
  })
  return { from: revision, to: revision + 1, cells }
}

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

async function served(folder: string): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    try {
      const path = request.url === '/' ? '/index.html' : new URL(request.url ?? '/', 'http://localhost').pathname
      const bytes = readFileSync(join(folder, path))
      response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() }
}
