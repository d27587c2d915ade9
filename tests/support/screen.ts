import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { programFolder } from './built.ts'
import type { Server } from './server.ts'

const artefacts = join(programFolder, 'tests/artefacts')

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--force-device-scale-factor=1'],
  })
}

export interface Asked {
  /** Cookies of somebody signed in. */
  readonly cookie?: string
  readonly width?: number
  readonly height?: number
  /** Device pixels to one of the page's: Windows scaling. */
  readonly scale?: number
  /** As for somebody who wants no motion: scenes are cut, so that a large sheet is painted once. */
  readonly still?: true
}

/** A page in a browser of its own, and everything it did that a page must not do. */
export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, violations of the content security policy, requests to other hosts. */
  readonly faults: string[]
  /** Keeps a picture under tests/artefacts. */
  shot(name: string): Promise<void>
}

export async function openScreen(browser: Browser, server: Server, { cookie, width = 1920, height = 1080, scale = 1, still }: Asked = {}): Promise<Screen> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, baseURL: server.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...(still && { reducedMotion: 'reduce' }) })
  const given = cookie?.split('; ').map(each => each.split('=') as [string, string]) ?? []
  await context.addCookies(given.map(([name, value]) => ({ name, value, url: server.url })))
  const page = await context.newPage()
  const faults: string[] = []
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`))
  })
  page.on('console', message => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    faults.push(`${message.text()} (${url})`)
  })
  page.on('pageerror', error => faults.push(`${error.name}: ${error.message}`))
  page.on('request', request => {
    const { host, protocol } = new URL(request.url())
    if (host !== new URL(server.url).host && protocol !== 'data:') faults.push(`a request to ${request.url()}`)
  })
  return {
    page, context, faults,
    async shot(name) {
      mkdirSync(artefacts, { recursive: true })
      await page.screenshot({ path: join(artefacts, `${name}.png`) })
    },
  }
}

/** Faults that are none while the server is down or the network cut. */
export function withoutCuts(faults: readonly string[]): string[] {
  return faults.filter(fault => !/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|NETWORK_CHANGED)|WebSocket connection to|WebSocket is closed|status of 503/.test(fault))
}
