import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SampleAnswer, SamplePieceAnswer } from '../../shared/wire/sample-answers.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

const year = 2025
const base = `/api/assessments/${year}/samples`
const home = `/assessment/${year}/samples`
const seed = '云河公证〔2026〕字第118号'
let server: Server
let browser: Browser
let visitor: Visitor
let first: Screen
let second: Screen
let sample: SampleAnswer

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  visitor = await server.signIn('reviewer')
  first = await openScreen(browser, server, { width: 1440, height: 900, cookie: visitor.cookie })
  second = await openScreen(browser, server, { width: 1366, height: 768, cookie: (await server.signIn('reviewer')).cookie })
})
afterAll(async () => {
  expect([...first.faults, ...second.faults]).toEqual([])
  await browser.close()
})

const read = async () => { sample = await visitor.read<SampleAnswer>(`${base}/2025-1`) }
const piece = (n: number) => visitor.read<SamplePieceAnswer>(`${base}/2025-1/pieces/${n}`)
const opened = async ({ page }: Screen, n: number) => {
  await page.goto(`${home}/2025-1/${n}`)
  await page.locator('[data-checklist]').waitFor()
}
/** The n-th element's choice. */
const tick = (page: Page, place: number, name: string) => page.locator('[data-checklist] fieldset').nth(place).getByText(name, { exact: true }).click()
const leaf = (page: Page) => page.locator('[data-leaf]').innerText()

describe('a sample is drawn', () => {
  it('says so while there is none, freezes the frame, and the frozen frame outlives a reload', async () => {
    const { page } = first
    await page.goto(home)
    await page.getByText('本年度还没有抽样。').waitFor()
    await page.getByRole('button', { name: '固定总体' }).click()
    await page.locator('[data-frozen]').waitFor()
    const hash = await page.locator('[data-hash]').innerText()
    await page.reload()
    await page.getByText('上次固定的总体还在').waitFor()
    expect(await page.locator('[data-hash]').innerText()).toBe(hash)
  })

  it('by a seed, which is printed with frame and fingerprint, and can be drawn again to the same list', async () => {
    const { page } = first
    await page.locator('#draw-seed').fill(seed)
    await page.getByRole('button', { name: '抽取', exact: true }).click()
    await page.locator('[data-seed]').waitFor()
    await read()
    expect([await page.locator('[data-seed]').innerText(), sample.drawn.seed]).toEqual([seed, seed])
    await page.locator('[data-redraw]').click()
    expect(await page.locator('[data-equal]').innerText()).toContain(`重抽的${sample.pieces.length}件与名单完全相同`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-frame-file]').click()])
    expect(createHash('sha256').update(readFileSync(await download.path())).digest('hex')).toBe(sample.drawn.frame.sha256)
    await page.locator('.steps summary').click()
    expect(await page.locator('.steps').innerText()).toContain('SHA-256（种子＋“|”＋应公开编号）')
    await first.shot('sample')
  })

  it('the list narrows to a unit, and paper holds the whole list with the steps', async () => {
    const { page } = first
    const unit = sample.drawn.progress.find(each => each.drawn >= 10)!
    await page.locator(`[data-unit="${unit.unit}"] button`).click()
    await page.waitForFunction(n => document.querySelectorAll('[data-piece]').length === n, unit.drawn)
    await page.evaluate(() => { window.print = () => { document.title = String(document.querySelectorAll('[data-piece]').length) } })
    await page.getByRole('button', { name: '打印抽样记录' }).click()
    await page.waitForFunction(n => document.title === n, String(sample.pieces.length))
  })
})

describe('a piece is looked over', () => {
  it('by keyboard: elements by their figures, saved, and the next one comes; the leaf moves', async () => {
    const { page } = first
    const { n } = sample.pieces.find(each => each.row?.status === 'onTime' && each.n > 1)!
    await opened(first, n)
    expect(await leaf(page)).toContain('还没有核过')
    const { checklist: { elements } } = await piece(n)
    for (let place = 1; place <= elements.length; place += 1) await page.keyboard.press(String(place))
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**/${n + 1}`)
    await page.keyboard.press('k')
    await page.waitForURL(`**/${n}`)
    await page.locator('[data-opinions]').waitFor()
    expect(await page.locator('[data-opinions]').innerText()).toContain('全部齐全')
    expect((await piece(n)).progress.elements).toMatchObject({ share: 1, pieces: 1 })
    await page.waitForFunction(() => document.querySelector('[data-leaf]')?.textContent?.includes('5 / 5'))
  })

  it('ticks not saved outlive a reload; another reviewer\'s opinion appears live and is not written over unseen', async () => {
    const { n } = sample.pieces.find(each => each.row?.status === 'onTime' && each.n > 20)!
    await opened(first, n)
    await opened(second, n)
    await first.page.locator('[data-all]').click()
    await first.page.reload()
    await first.page.getByText('有未保存的勾选').waitFor()
    await second.page.locator('[data-all]').click()
    await tick(second.page, 0, '重要缺失')
    await second.page.locator('[data-save]').click()
    await second.page.getByText('已保存。').waitFor()
    await first.page.locator('[data-meanwhile]').waitFor()
    expect(await first.page.locator('[data-opinions]').innerText()).toContain('重要缺失')
    await first.shot('sample-meanwhile')
    await first.page.locator('[data-overwrite]').click()
    await first.page.getByText('已保存。').waitFor()
    const { opinions } = await piece(n)
    expect(opinions.map(({ material }) => material.length)).toEqual([0, 1])
    await second.page.waitForFunction(() => document.querySelectorAll('[data-opinions] li').length === 2)
  })

  it('the server\'s sentence is shown to who saves at the same moment, and nothing typed is lost', async () => {
    const { n } = sample.pieces.find(each => each.row?.status === 'onTime' && each.n > 40)!
    await opened(first, n)
    const { piece: { unit, obligation, row }, checklist: { elements } } = await piece(n)
    await first.page.locator('#inspect-note').fill('正文缺少附件')
    await first.page.locator('[data-all]').click()
    // The page is cut off from what the other said until it saves.
    await first.page.route(`**${base}/2025-1/pieces/**`, route => route.abort())
    await visitor.post('/api/facts', { kind: 'inspected', key: 'elsewhere', unit, item: row!.item, year, about: { obligation }, sample: '2025-1', present: elements, after: 0 })
    await first.page.locator('[data-save]').click()
    await first.page.locator('[data-refusal]').waitFor()
    expect(await first.page.locator('[data-refusal]').innerText()).toBe('这一件刚由 reviewer 核查过，请看过后再决定是否改写，不会自动覆盖。')
    await first.page.unroute(`**${base}/2025-1/pieces/**`)
    await first.page.reload()
    await first.page.locator('[data-meanwhile]').waitFor()
    expect(await first.page.locator('#inspect-note').inputValue()).toBe('正文缺少附件')
    first.faults.length = 0
  })

  it('what is wrong is found with its code, place, limit and screenshot, and counts as looked over', async () => {
    const { page } = first
    const { n, unit } = sample.pieces.find(each => each.row?.status === 'unverified')!
    const before = (await piece(n)).progress
    await opened(first, n)
    await page.locator('[data-add-finding]').click()
    await page.locator('#finding-code').selectOption('dateWrong')
    await page.locator('#finding-reason').fill('页面日期早于成文日期')
    await page.reload()
    await page.locator('[data-add-finding]').click()
    expect(await page.locator('#finding-reason').inputValue()).toBe('页面日期早于成文日期')
    await page.locator('#finding-files').setInputFiles({ name: '截图.txt', mimeType: 'text/plain', buffer: Buffer.from('网页截图说明') })
    await page.getByText('已上传', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: '登记问题', exact: true }).last().click()
    await page.getByText('问题已登记，单位可见。').waitFor()
    const { findings: [found], progress } = await piece(n)
    expect(found).toMatchObject({ code: 'dateWrong', unit, sample: '2025-1', state: 'open', attachments: [{ name: '截图.txt' }] })
    expect([progress.findings, progress.inspected]).toEqual([before.findings + 1, before.inspected + 1])
    await page.locator('[data-findings] li').first().waitFor()
    await first.shot('sample-finding')
  })
})

describe('a blind piece', () => {
  it('one of our store is found by its page; one unknown leads to a finding with one more click', async () => {
    const { page } = first
    const known = sample.pieces.find(each => each.row?.url && each.row.publishedDay)!
    await page.goto(`${home}/2025-1?unit=${known.unit}`)
    await page.locator('#blind-title').fill('网站上看到的')
    await page.locator('#blind-url').fill(known.row!.url!)
    await page.locator('#blind-day').fill(known.row!.publishedDay!)
    await page.getByRole('button', { name: '比对', exact: true }).click()
    await page.locator('[data-match]').getByText('日期一致').waitFor()
    await page.getByRole('button', { name: '登记这件盲抽' }).click()
    await page.locator('[data-spotted=known]').waitFor()
    await page.locator('#blind-from').selectOption('register')
    await page.locator('#blind-title').fill('从未登记的通知')
    await page.locator('#blind-number').fill('云测发〔2025〕999号')
    await page.getByRole('button', { name: '比对', exact: true }).click()
    await page.getByText('系统里没有这一件').waitFor()
    await page.getByRole('button', { name: '登记这件盲抽' }).click()
    await page.locator('[data-find]').click()
    expect(await page.locator('#finding-place').inputValue()).toBe('发文登记：云测发〔2025〕999号')
    await page.getByRole('button', { name: '登记问题', exact: true }).click()
    await page.locator('[data-spotted=unknown]').getByText('已登记问题').waitFor()
    expect((await visitor.read<SampleAnswer>(`${base}/2025-1`)).drawn.progress.find(({ unit }) => unit === known.unit)).toMatchObject({ blind: 2 })
    await first.shot('sample-blind')
  })
})

describe('who looks', () => {
  it('a supervisor reads and writes nothing; a phone holds it; axe finds nothing serious', async () => {
    const reader = await openScreen(browser, server, { width: 390, height: 844, cookie: (await server.signIn('supervisor')).cookie })
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const { n } = sample.pieces.find(each => each.row?.status === 'onTime')!
    for (const [address, forms] of [[home, 0], [`${home}/2025-1`, 0], [`${home}/2025-1/${n}`, 1]] as const) {
      await reader.page.goto(address)
      await reader.page.locator('h1').waitFor()
      await reader.page.locator('main .section h2, main .section table').first().waitFor()
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await reader.page.locator('form').count()).toBe(forms)
      await reader.page.evaluate(axe)
      expect(await reader.page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })).toEqual([])
    }
    expect(await reader.page.locator('[data-checklist] input:enabled').count()).toBe(0)
    expect(await reader.page.locator('[data-checklist]').innerText()).toContain('由评议人员核查。')
    expect(reader.faults).toEqual([])
    await reader.context.close()
  })

  it('says so when the server cannot answer, and tries again', async () => {
    const cut = await openScreen(browser, server, { width: 1440, height: 900, cookie: visitor.cookie })
    await cut.page.route(`**${base}`, route => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"x","message":"服务器正在停止。"}}' }))
    await cut.page.goto(home)
    await cut.page.getByRole('alert').getByText('服务器正在停止。').waitFor()
    await cut.page.unroute(`**${base}`)
    await cut.page.getByRole('alert').getByRole('button').click()
    await cut.page.locator('[data-samples]').waitFor()
    await cut.context.close()
  })
})
