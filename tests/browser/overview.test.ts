import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayText, percentText } from '../../client/figure-text.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { ObligationPage } from '../../shared/wire/answers.ts'
import { addDays } from '../../shared/time/day.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let office: Visitor
let screen: Screen

beforeAll(async () => {
  // The district stands still, so that what is clicked and what is listed are of one revision.
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  office = await server.signIn('supervisor')
  screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: office.cookie })
})
afterAll(async () => {
  expect(screen.faults).toEqual([])
  await browser.close()
})

const figure = (selector: string): Locator => screen.page.locator(selector)
const opened = async (address: string) => {
  await screen.page.goto(address)
  await screen.page.locator('.headline').waitFor()
}

/** Clicks a figure and reads how many the list it opens counts; then goes back. */
async function listed(link: Locator): Promise<{ total: number; path: string }> {
  await link.click()
  await screen.page.waitForURL(/\/(obligations|duties)\?/)
  const total = Number(await screen.page.locator('[data-total]').innerText())
  const path = new URL(screen.page.url()).pathname
  await screen.page.goBack()
  await screen.page.locator('.headline').waitFor()
  return { total, path }
}

/** Clicks every figure of a kind, at most so many, and compares each with its list. */
async function agree(links: readonly { readonly selector: string; readonly count: number; readonly path?: string }[]): Promise<void> {
  for (const { selector, count, path = '/obligations' } of links) {
    const link = figure(selector)
    await link.waitFor()
    expect(await listed(link), selector).toEqual({ total: count, path })
  }
}

describe('the overview', () => {
  it('opens the pieces behind each figure of its head: as many as it says', async () => {
    const { district, asOf } = await office.read<Board>('/api/board')
    await opened('/')
    expect(await screen.page.locator('.headline').innerText()).toContain(String(district.overdue))
    await agree([
      { selector: '[data-figure=overdue]', count: district.overdue },
      { selector: '[data-rate=onTime]', count: district.onTime.whole }, { selector: '[data-part=onTime]', count: district.onTime.part },
      { selector: '[data-rate=eventual]', count: district.eventual.whole }, { selector: '[data-part=eventual]', count: district.eventual.part },
      { selector: '[data-aside=eventual]', count: district.tally.unverified },
      { selector: '[data-part=coverage]', count: district.coverage.part, path: '/duties' },
      { selector: '[data-whole=coverage]', count: district.coverage.whole, path: '/duties' },
      { selector: '[data-aside=coverage]', count: district.coverage.whole - district.coverage.part, path: '/duties' },
      { selector: '[data-figure=dueWithin10]', count: district.dueWithin10 },
      ...(district.dueByDay ?? []).filter(({ pieces }) => pieces > 0).slice(0, 3).map(({ day, pieces }) => ({ selector: `[data-due="${day}"]`, count: pieces })),
    ])
    expect(asOf).toBe(server.day)
    await screen.shot('overview-light')
  })

  it('opens the pieces behind the cells of units and categories', async () => {
    const { units, categories, cells } = await office.read<Board>('/api/board')
    const worst = [...units].sort((a, b) => b.overdue - a.overdue)[0]!
    const worstCell = cells.filter(({ unit }) => unit === worst.id).sort((a, b) => b.overdue - a.overdue)[0]!
    const fullest = [...categories].sort((a, b) => b.onTime.whole - a.onTime.whole)[0]!
    const soon = cells.filter(({ unit }) => unit === worst.id).reduce((sum, cell) => sum + cell.dueSoon, 0)
    await opened('/')
    await agree([
      { selector: `[data-overdue="${worst.id}"]`, count: worst.overdue },
      { selector: `[data-cell="onTime ${worst.id}"]`, count: worst.onTime.whole }, { selector: `[data-cell="eventual ${worst.id}"]`, count: worst.eventual.whole },
      { selector: `[data-cell="coverage ${worst.id}"]`, count: worst.coverage.whole, path: '/duties' },
      { selector: `[data-cell="overdue ${worst.id}"]`, count: worst.overdue },
      ...(soon > 0 ? [{ selector: `[data-cell="dueSoon ${worst.id}"]`, count: soon }] : []),
    ])
    await screen.page.locator('section', { hasText: '各单位各类别' }).getByRole('button', { name: `展开${worst.shortName}` }).click()
    await agree([{ selector: `[data-cell="overdue ${worst.id} ${worstCell.category}"]`, count: worstCell.overdue }])
    await screen.page.getByRole('button', { name: '按类别' }).click()
    expect(await listed(figure(`[data-cell="onTime ${fullest.id}"]`))).toEqual({ total: fullest.onTime.whole, path: '/obligations' })
  })

  it('counts behind every figure of its tables and lists as many as it shows', async () => {
    await opened('/')
    for (const view of ['按单位', '按类别']) {
      await screen.page.getByRole('button', { name: view }).click()
      const figures = await screen.page.locator('a[data-cell], a[data-overdue], a[data-due], a[data-next], a[data-part], a[data-aside]').evaluateAll(links => links.map(link => ({
        address: link.getAttribute('href')!,
        count: Number(link.getAttribute('data-next') ?? (link.matches('[data-cell]') ? link.getAttribute('data-whole') : null) ?? link.textContent?.match(/\d+/)?.[0]),
      })))
      const lists = figures.filter(({ address }) => /^\/(obligations|duties)\?/.test(address))
      expect(lists.length).toBeGreaterThan(60)
      for (const { address, count } of lists) {
        expect({ address, total: (await office.read<{ total: number }>(`/api${address}&limit=1`)).total }).toEqual({ address, total: count })
      }
    }
  })

  it('draws any of the three rates; the coverage of a month’s end opens the duties it counted', async () => {
    await opened('/')
    await screen.page.getByRole('button', { name: '目录覆盖率', exact: true }).click()
    const point = screen.page.locator(`[data-point]:not([data-point="${server.day}"])`).first()
    await point.waitFor({ timeout: 60_000 })
    const day = (await point.getAttribute('data-point'))!
    const { district } = await office.read<Board>(`/api/board?asOf=${day}`)
    await agree([{ selector: `[data-point="${day}"]`, count: district.coverage.whole, path: '/duties' }])
  })

  it('opens the points and bars of the trend, of that day', async () => {
    await opened('/')
    // Right after a start the month ends come in one by one.
    const bar = screen.page.locator(`[data-bar]:not([data-bar="${server.day}"])`).first()
    await bar.waitFor({ timeout: 60_000 })
    const day = (await bar.getAttribute('data-bar'))!
    const then = await office.read<Board>(`/api/board?asOf=${day}`)
    await agree([{ selector: `[data-bar="${day}"]`, count: then.district.overdue }, { selector: `[data-point="${day}"]`, count: then.district.onTime.whole }])
  })

  it.each([['按现掌握', ''], ['按当日掌握', 'knownAt']])('shows the slider’s day as /api/board does, %s', async (name, known) => {
    await opened('/')
    const slider = screen.page.getByRole('slider', { name: '截至日' })
    await slider.focus()
    for (let week = 0; week < 9; week += 1) await slider.press('PageUp')
    await slider.press('ArrowLeft')
    const day = addDays(server.day, -64)
    await screen.page.waitForURL(`**/?asOf=${day}`)
    await screen.page.getByRole('button', { name }).click()
    const { district } = await office.read<Board>(`/api/board?asOf=${day}${known === '' ? '' : `&${known}=${day}`}`)
    await screen.page.locator('.as-of', { hasText: dayText(day).slice(0, 4) }).waitFor()
    await expect.poll(async () => screen.page.locator('[data-rate=onTime]').innerText(), { timeout: 30_000 }).toBe(percentText(district.onTime))
    await expect.poll(async () => screen.page.locator('[data-part=onTime]').innerText(), { timeout: 30_000 }).toBe(String(district.onTime.part))
    expect(await screen.page.locator('[data-whole=eventual]').innerText()).toBe(String(district.eventual.whole))
    expect(await screen.page.locator('[data-figure=overdue]').innerText()).toBe(String(district.overdue))
    expect(await screen.page.locator('.live').innerText()).toContain('实时')
    expect(await listed(figure('[data-figure=overdue]'))).toEqual({ total: district.overdue, path: '/obligations' })
  })
})

describe('search', () => {
  it('finds a unit by the initials of its 拼音 with the keyboard alone', async () => {
    await opened('/')
    await screen.page.keyboard.press('/')
    await screen.page.keyboard.type('qybj')
    await screen.page.getByRole('option', { name: /区医保局/ }).first().waitFor()
    await screen.page.keyboard.press('ArrowDown')
    await screen.page.keyboard.press('Enter')
    await screen.page.waitForURL('**/units/D26')
  })
})

describe('the list and the page of one piece', () => {
  it('keeps its filters in the address and draws only the rows in view', async () => {
    const { total } = await office.read<ObligationPage>('/api/obligations?status=onTime&limit=1')
    await screen.page.goto('/obligations?status=onTime')
    await expect.poll(() => screen.page.locator('[data-total]').innerText()).toBe(String(total))
    const frame = screen.page.locator('.frame')
    await frame.evaluate((box) => { box.scrollTop = box.scrollHeight })
    await screen.page.locator(`tr[aria-rowindex="${total + 1}"] a`).waitFor()
    expect(await screen.page.locator('.frame tbody tr').count()).toBeLessThan(80)
    await screen.page.getByRole('button', { name: '逾期公开', exact: true }).click()
    await screen.page.waitForURL('**/obligations?status=onTime,late')
  })

  it('shows the last row after one question or two, however long the list is', async () => {
    const { total } = await office.read<ObligationPage>('/api/obligations?limit=1')
    const { rows: [last] } = await office.read<ObligationPage>(`/api/obligations?offset=${total - 1}&limit=1`)
    await screen.page.goto('/obligations')
    await screen.page.locator('tr[aria-rowindex="2"] a').waitFor()
    const asked: string[] = []
    const note = (request: { url(): string }) => { if (request.url().includes('/api/obligations?')) asked.push(request.url()) }
    screen.page.on('request', note)
    await screen.page.locator('.frame').focus()
    await screen.page.keyboard.press('End')
    const row = screen.page.locator(`tr[aria-rowindex="${total + 1}"]`)
    await row.locator('a').waitFor()
    expect(await row.innerText()).toContain(last!.unitName)
    expect(asked.length).toBeLessThanOrEqual(2)
    screen.page.off('request', note)
    await screen.page.keyboard.press('Enter')
    await screen.page.waitForURL(`**/obligations/${encodeURIComponent(last!.id)}`)
  })

  it('prints the rows of the list, not those in view, and says when there are more', async () => {
    await screen.page.goto('/obligations')
    await screen.page.locator('tr[aria-rowindex="2"] a').waitFor()
    await screen.page.evaluate(() => { window.print = () => document.body.setAttribute('data-paper', String(document.querySelectorAll('.frame tbody a').length)) })
    await screen.page.getByRole('button', { name: '打印' }).click()
    await screen.page.locator('body[data-paper="2000"]').waitFor()
    await screen.page.emulateMedia({ media: 'print' })
    const total = await screen.page.locator('[data-total]').innerText()
    expect((await screen.page.locator('.paper').innerText()).replace(/\s/g, '')).toBe(`打印前2000行，共${total}行；全部请用“下载.xlsx”。`)
    expect(await screen.page.getByRole('navigation').isVisible()).toBe(false)
    await screen.page.emulateMedia({ media: null })
    await screen.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => screen.page.locator('.frame tbody tr').count()).toBeLessThan(80)
  })

  it('gives the duties behind the coverage rate, on screen and in the download alike', async () => {
    const { district } = await office.read<Board>('/api/board')
    await screen.page.goto('/duties?applicable=1')
    await expect.poll(() => screen.page.locator('[data-total]').innerText()).toBe(String(district.coverage.whole))
    const csv = await (await office.ask((await screen.page.getByRole('link', { name: '下载 .csv' }).getAttribute('href'))!)).text()
    expect(csv.split(/\r?\n/).findIndex(line => line.replace(/,/g, '') === '')).toBe(district.coverage.whole + 1)
  })

  it('shows how the due day of an overdue piece comes about, by an address that can be opened anew', async () => {
    const { rows } = await office.read<ObligationPage>('/api/obligations?counted=overdue&limit=100')
    const piece = rows.find(({ hangsOnFormation }) => hangsOnFormation) ?? rows[0]!
    await screen.page.goto(`/obligations/${encodeURIComponent(piece.id)}`)
    await screen.page.getByRole('heading', { name: '时限推算' }).waitFor()
    const { deadlineProof } = await office.read<{ deadlineProof: { sentence: string } | null }>(`/api/obligations/${encodeURIComponent(piece.id)}`)
    expect((await screen.page.locator('.sentence').innerText()).replace(/\s/g, '')).toBe(deadlineProof?.sentence)
    await screen.shot('piece-light')
  })
})

describe('accessibility', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  it.each([['overview', '/', '.headline'], ['list', '/obligations?counted=overdue', '.frame'], ['duties', '/duties?covered=0', '.frame'], ['piece', '', '.strip'], ['compare', '/compare', '.rows'], ['help', '/help', 'h1']])(
    'axe finds nothing serious on the %s, light and dark', async (_name, address, ready) => {
      const { rows } = await office.read<ObligationPage>('/api/obligations?counted=overdue&limit=1')
      await screen.page.goto(address === '' ? `/obligations/${encodeURIComponent(rows[0]!.id)}` : address)
      await screen.page.locator(ready).first().waitFor()
      await screen.page.evaluate(axe)
      for (const light of ['light', 'dark']) {
        await screen.page.evaluate((value) => { document.documentElement.dataset['light'] = value }, light)
        const found = await screen.page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
          return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
        })
        expect(found, light).toEqual([])
      }
    })
})
