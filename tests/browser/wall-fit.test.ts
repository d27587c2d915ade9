import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/time/day.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { unitOf } from '../../client/wall-unit.ts'
import { contrastsOf } from '../support/contrast.ts'
import { fitOf } from '../support/fits.ts'
import { openBrowser, openScreen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'

let server: Server
let browser: Browser
let cookie: string
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
  cookie = (await server.signIn('supervisor')).cookie
})
afterAll(() => browser.close())

describe('fitOf()', () => {
  it('finds what is cut off, over other text, too small or scrolls, and leaves alone what fits or is left out whole', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
    const at = (top: number, style: string, text: string) => `<div style="position:absolute;left:10px;top:${top}px;font:20px/1.4 sans-serif;${style}">${text}</div>`
    await page.setContent('<!doctype html>' + at(0, '', '合适') + at(50, 'width:50px;overflow:hidden;white-space:nowrap', '这一行被切断了') + at(100, 'left:760px;white-space:nowrap', '伸出画面之外')
      + at(150, '', '上面的字') + at(160, '', '下面的字') + at(200, 'height:28px;overflow:hidden', '第一行<br>整行略去') + at(250, 'height:20px;width:100px;overflow:auto', '要滚动<br>才看得见')
      + at(300, 'font-size:12px', '太小') + at(350, 'writing-mode:vertical-rl', '竖排') + '<div class="unseen">读出来的</div>')
    const fit = await fitOf(page)
    expect(fit.faults).toEqual(['cut off: 这一行被切断了', 'cut off: 伸出画面之外', 'cut off: 要滚动', 'over each other: 上面的字 | 下面的字', 'scrolls down: div.', 'the page scrolls'])
    expect(fit.smallestFont).toEqual({ size: 12, text: '太小' })
    await page.close()
  })
})

describe('contrastsOf()', () => {
  it('measures text on its own ground, on a ground above it, on a shape of a drawing, and through what fades it', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
    await page.setContent('<!doctype html><html style="background:#000"><body style="color:#fff;font:20px sans-serif"><p>白字黑底</p>'
      + '<p style="background:#777">白字灰底</p><div style="background:#fff"><p>白字白底</p></div><p style="opacity:.3">淡去的</p>'
      + '<svg width="200" height="50"><rect width="200" height="50" fill="#fff"/><text x="10" y="30" fill="#fff">格内白字</text></svg></body></html>')
    expect(await contrastsOf(page, 7)).toEqual({ texts: 5, low: ['白字灰底: 4.5', '白字白底: 1.0', '淡去的: 2.5', '格内白字: 1.0'] })
    await page.close()
  })
})

/** Every chart of the scene is drawn, and no page is turning. */
const isWhole = () => document.querySelector('.page-enter-active, .page-leave-active') === null
  && document.querySelectorAll('main h2, main h3').length > 0
  && [...document.querySelectorAll('main .chart')].every(chart => chart.querySelector('svg > g') !== null)

interface Sheet {
  readonly width: number
  readonly height: number
  readonly scale?: number
}

async function everyScene(size: Sheet, picture: string): Promise<void> {
  const { page, context, faults, shot } = await openScreen(browser, server, { cookie, ...size, still: true })
  await page.goto('/wall')
  await page.getByText('连接正常').waitFor()
  await page.keyboard.press(' ')
  const found: Record<string, readonly string[]> = {}
  const small: Record<string, number> = {}
  const faint: Record<string, readonly string[]> = {}
  const names = await page.locator('.pager button').evaluateAll(buttons => buttons.map(button => (button.getAttribute('aria-label') ?? '').replace(/^\d+ /, '')))
  expect(names.length).toBeGreaterThan(3)
  for (const [place, name] of names.entries()) {
    await page.keyboard.press(String(place + 1))
    await page.locator('.spine .scene').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }).waitFor()
    await page.waitForFunction(isWhole)
    const fit = await fitOf(page)
    await shot(`${picture}-${size.width}x${size.height}-${place + 1}`)
    expect(fit.texts).toBeGreaterThan(20)
    expect(await page.locator('.header .sample').innerText()).toBe('演示数据')
    const { low, texts } = await contrastsOf(page, 7)
    expect(texts).toBeGreaterThan(20)
    if (low.length > 0) faint[name] = low
    if (fit.faults.length > 0) found[name] = fit.faults
    // 20 px where a wall is 1080 lines high; a narrower or lower one is read from nearer by.
    const unit = unitOf(size) / 8
    if (fit.smallestFont.size < 20 * unit - 0.01) small[`${name}: ${fit.smallestFont.text}`] = fit.smallestFont.size
  }
  expect(found).toEqual({})
  expect(small).toEqual({})
  expect(faint).toEqual({})
  expect(faults).toEqual([])
  await context.close()
}

describe('the wall shows every scene whole: nothing cut off or over anything, no scroll bar, no text too small or too faint, 演示数据 said', () => {
  it('on an ordinary day at 1920 × 1080', () => everyScene({ width: 1920, height: 1080 }, 'wall'))

  it('with figures of three digits and titles of three hundred characters', async () => {
    const feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
    const units = [3, 5, 9, 13, 16, 18, 22, 28, 35].map(n => `D${String(n).padStart(2, '0')}`)
    const items = ['district-6', 'district-18', 'district-44', 'district-23']
    const late = units.flatMap(unit => items.flatMap(item => Array.from({ length: 5 }, (_, n) => formation(addDays(server.day, -330 - n), { unit, item }))))
    const long = Array.from({ length: 4 }, (_, n) => publication(server.day, { unit: units[n], title: `${'关于进一步做好政务公开监测督办工作的'.repeat(20).slice(0, 290)}通知` }))
    const { accepted } = await feed.post<{ accepted: number }>('/api/facts', [...late, ...long])
    expect(accepted).toBeGreaterThan(120)
    await everyScene({ width: 1920, height: 1080 }, 'wall-full')
  })

  it.each([[1366, 768], [3840, 1080], [5760, 1080], [3840, 2160], [1080, 1920]])('and so at %i × %i', (width, height) => everyScene({ width, height }, 'wall-full'))

  it.each([[1536, 864, 1.25], [1280, 720, 1.5]])('and so at %i × %i, a 1920 × 1080 screen that Windows scales by %f', (width, height, scale) => everyScene({ width, height, scale }, 'wall-full'))
})
