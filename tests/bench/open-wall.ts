import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { build } from 'vite'
import { programFolder } from '../../server/program-folder.ts'
import { findBrowser } from '../support/find-browser.ts'
import type { Scene } from './scene.ts'
import { copyOf, startServer, type ServerProcess } from './server-process.ts'

export interface OpenWall {
  readonly server: ServerProcess
  readonly browser: Browser
  readonly address: string
  /** A browser's window with an empty cache, signed in. */
  window(): Promise<BrowserContext>
  close(): Promise<void>
}

/** Builds the pages as they are built for use and starts the real server on one district, with a Chromium beside it. */
export async function openWall(scene: Scene, name: string): Promise<OpenWall> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium was found')
  await build({ configFile: join(programFolder(), 'vite.config.ts'), root: join(programFolder(), 'client'), logLevel: 'error' })
  const server = await startServer(scene, copyOf(scene, scene.district, name))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const address = `http://127.0.0.1:${server.port}`
  return {
    server, browser, address,
    async window() {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      const [cookie, value] = scene.district.cookie.split('=') as [string, string]
      await context.addCookies([{ name: cookie, value, url: address }])
      return context
    },
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

/** Opens the wall on a scene, at rest: drawn whole and not turning. */
export async function wallOn(context: BrowserContext, scene: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`/wall?scene=${scene}`)
  await page.getByText('连接正常').waitFor()
  await page.locator('main .chart svg').first().waitFor()
  await page.keyboard.press(' ')
  await page.waitForTimeout(2_000)
  return page
}
