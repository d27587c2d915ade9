import type { BrowserContext } from 'playwright'
import { inTurn, ratios, spreadOf } from './measured.ts'
import { openWall } from './open-wall.ts'
import type { Ratio } from './ratio.ts'

const TIMES = 7

/** N: from navigation to the wall's first figure, cache empty, server warm, against a page of a few bytes. */
export const firstPaint: Ratio = {
  letter: 'N',
  async measure(scene) {
    const wall = await openWall(scene, 'first-paint')
    try {
      const opened = async (path: string, figure: string) => {
        const context = await wall.window()
        const took = await paintedAfter(context, path, figure)
        await context.close()
        return took
      }
      const ours = () => opened('/wall', '.headline')
      const bare = () => opened('/api/health', 'body')
      await inTurn(2, { ours, bare })
      const taken = await inTurn(TIMES, { ours, bare })
      return [{
        letter: 'N', what: 'navigation to the first figure on the wall: empty cache, warm server, board of a district over the socket',
        against: 'the same browser shown /api/health', unit: 'ms',
        ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: null,
      }]
    } finally {
      await wall.close()
    }
  },
}

/** Milliseconds from navigation until the frame after the one in which the element first stood. */
async function paintedAfter(context: BrowserContext, path: string, figure: string): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(`{
    const look = () => requestAnimationFrame((at) => { if (window.stood) window.painted = at; else { window.stood = document.querySelector('${figure}') !== null; look() } })
    look()
  }`)
  await page.goto(path, { waitUntil: 'commit' })
  const painted = await page.waitForFunction(() => Reflect.get(window, 'painted') as unknown, undefined, { polling: 50 })
  return await painted.jsonValue() as number
}
