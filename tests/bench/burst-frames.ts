import type { Browser, Page } from 'playwright'
import { bigJournal } from './big-journal.ts'
import { spreadOf, type Measured } from './measured.ts'
import { openWall, wallOn } from './open-wall.ts'
import type { Ratio } from './ratio.ts'

const FACTS = 500
const SECONDS = 2
const TIMES = 3

/** O: the wall while 500 facts arrive within two seconds, against the same seconds with none. */
export const burstFrames: Ratio = {
  letter: 'O',
  async measure(scene) {
    const wall = await openWall(scene, 'burst')
    const journal = bigJournal(scene.district.facts, scene.today)
    const headers = { 'authorization': `Bearer ${scene.district.token}`, 'content-type': 'application/json' }
    const burst = (batch: number) => Promise.all(journal.fresh(FACTS, batch, scene.today).map(async (fact, n) => {
      await new Promise((resolve) => setTimeout(resolve, n / FACTS * SECONDS * 1_000))
      const answer = await fetch(`${wall.address}/api/facts`, { method: 'POST', headers, body: JSON.stringify(fact) })
      if (!answer.ok) throw new Error(`a fact of the burst: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
    }))
    const lines: Measured[] = []
    let batch = 300
    try {
      for (const shown of ['overview', 'departments']) {
        const context = await wall.window()
        const page = await wallOn(context, shown)
        const busy: Seen[] = []
        const idle: Seen[] = []
        for (let n = 0; n < TIMES; n += 1) {
          idle.push(await seen(wall.browser, page, () => page.waitForTimeout(SECONDS * 1_000)))
          busy.push(await seen(wall.browser, page, () => burst(batch++)))
        }
        await context.close()
        const of = (list: readonly Seen[], what: keyof Seen) => spreadOf(list.map((each) => each[what]))
        lines.push({
          letter: `O, ${shown}`, what: `longest the main thread was held while ${FACTS} facts arrived in ${SECONDS} s`, against: 'the same seconds with no fact', unit: 'ms',
          ours: of(busy, 'longest'), bare: of(idle, 'longest'), ratio: of(busy, 'longest'), reach: { atMost: 50 },
          notes: [
            `of its own processor time ${of(busy, 'longestCpu').median.toFixed(1)} ms (no fact: ${of(idle, 'longestCpu').median.toFixed(1)})`,
            `longest wait for a frame ${of(busy, 'frame').median.toFixed(0)} ms (no fact: ${of(idle, 'frame').median.toFixed(0)})`,
          ],
        })
      }
      return lines
    } finally {
      await wall.close()
    }
  },
}

interface Seen {
  /** Milliseconds of the longest task on the page's main thread, and of the processor time in the busiest one. */
  readonly longest: number
  readonly longestCpu: number
  /** Milliseconds of the longest wait from one frame to the next. */
  readonly frame: number
}

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly pid: number; readonly tid: number; readonly dur?: number; readonly tdur?: number; readonly args: { readonly name?: string } }[]
}

async function seen(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Seen> {
  await page.evaluate(`window.frames_ = { last: performance.now(), longest: 0, on: true }
    requestAnimationFrame(function next(at) {
      frames_.longest = Math.max(frames_.longest, at - frames_.last)
      frames_.last = at
      if (frames_.on) requestAnimationFrame(next)
    })`)
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await act()
  await page.waitForTimeout(700)
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as Trace
  const frame = await page.evaluate('frames_.on = false, frames_.longest') as number
  const mains = new Set(traceEvents.filter((each) => each.name === 'thread_name' && each.args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter((each) => /RunTask$/.test(each.name) && mains.has(`${each.pid} ${each.tid}`))
  if (tasks.length === 0) throw new Error('the browser told of no task on the page\'s main thread')
  const most = (of: 'dur' | 'tdur') => Math.max(...tasks.map((each) => each[of] ?? 0)) / 1_000
  return { longest: most('dur'), longestCpu: most('tdur'), frame }
}
