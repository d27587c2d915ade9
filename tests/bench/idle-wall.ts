import type { Browser, CDPSession } from 'playwright'
import { spreadOf, type Measured } from './measured.ts'
import { openWall, wallOn } from './open-wall.ts'
import type { Ratio } from './ratio.ts'

const SECONDS = 7
const TIMES = 3

/** P: what the wall costs while nothing happens, as a share of one core. */
export const idleWall: Ratio = {
  letter: 'P',
  async measure(scene) {
    const wall = await openWall(scene, 'idle')
    const lines: Measured[] = []
    try {
      for (const shown of ['overview', 'departments']) {
        const context = await wall.window()
        const page = await wallOn(context, shown)
        const tools = await context.newCDPSession(page)
        await tools.send('Performance.enable')
        const system = await wall.browser.newBrowserCDPSession()
        const tasks: number[] = []
        const processes: number[] = []
        for (let n = 0; n < TIMES; n += 1) {
          const before = { task: await taskSeconds(tools), all: await processSeconds(system) }
          await page.waitForTimeout(SECONDS * 1_000)
          tasks.push((await taskSeconds(tools) - before.task) / SECONDS * 100)
          processes.push((await processSeconds(system) - before.all) / SECONDS * 100)
        }
        await context.close()
        lines.push({
          letter: `P, ${shown}`, what: `main-thread work of the wall while nothing happens, ${TIMES * SECONDS} s`, against: '-', unit: '% of a core',
          ours: spreadOf(tasks), bare: null, ratio: spreadOf(tasks), reach: { atMost: 5 },
          notes: [`all processes of the browser together, drawing in software: ${spreadOf(processes).median.toFixed(1)} %`],
        })
      }
      return lines
    } finally {
      await wall.close()
    }
  },
}

async function taskSeconds(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}

type Tools = Awaited<ReturnType<Browser['newBrowserCDPSession']>>

async function processSeconds(system: Tools): Promise<number> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}
