import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointsText, scoreText } from '../../client/figure-text.ts'
import type { GapPlanAnswer, ObligationPage, UnitAnswer } from '../../shared/wire/answers.ts'
import type { ProjectionAnswer } from '../../shared/wire/unit-answers.ts'
import { formation } from '../support/fresh-facts.ts'
import { addDays } from '../../shared/time/day.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

const unit = 'D26'
let server: Server
let browser: Browser
let head: Visitor
let clerk: Visitor
let screen: Screen

beforeAll(async () => {
  // The district stands still, so that what is clicked and what is listed are of one revision.
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  ;[head, clerk] = await Promise.all([server.signIn(`head.${unit}`), server.signIn(`clerk.${unit}`)])
  screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: head.cookie })
})
afterAll(async () => {
  expect(screen.faults).toEqual([])
  await browser.close()
})

const at = (selector: string, having: { hasText?: string } = {}): Locator => screen.page.locator(selector, having)

async function opened(path = `/units/${unit}`): Promise<void> {
  await screen.page.goto(path)
  await at('[data-leaf]').first().waitFor()
}

/** Clicks a figure and reads how many the list it opens counts; then goes back. */
async function listed(link: Locator): Promise<number> {
  await link.click()
  await screen.page.waitForURL(/\/(obligations|duties|findings)\?/)
  const total = Number(await at('[data-total]').innerText())
  await screen.page.goBack()
  await at('[data-leaf]').first().waitFor()
  return total
}

describe('the unit’s own page', () => {
  it('shows the head the score with its whole working', async () => {
    await opened()
    const { unit: row, working } = await head.read<UnitAnswer>(`/api/units/${unit}`)
    expect(await at('[data-figure=score]').innerText()).toContain(scoreText(row.score))
    expect(await at('[data-figure=rank]').innerText()).toContain(String(row.rank))
    for (const leaf of working.leaves.filter(({ got }) => got !== null)) {
      expect([leaf.code, await at(`[data-points="${leaf.code}"]`).innerText()]).toEqual([leaf.code, `${pointsText(leaf.got!)} / ${pointsText(leaf.possible)}`])
    }
    await at('.working button.name').first().click()
    await screen.page.locator('.detail', { hasText: working.leaves[0]!.formula.slice(0, 6) }).waitFor()
    await screen.shot('unit-light')
  })

  it('opens behind every leaf what it counted', async () => {
    const { working } = await head.read<UnitAnswer>(`/api/units/${unit}`)
    const leaves = working.leaves.filter(({ behind, skipped }) => behind !== null && !skipped)
    expect(leaves.length).toBeGreaterThan(5)
    await opened()
    for (const { code, inputs } of leaves.slice(0, 8)) {
      expect([code, await listed(at(`[data-leaf="${code}"]`))]).toEqual([code, inputs['pieces'] ?? inputs['cases'] ?? inputs['slots'] ?? inputs['whole'] ?? 0])
    }
  })

  it('opens behind each figure and category as many as it says', async () => {
    const { unit: row, byCategory } = await head.read<UnitAnswer>(`/api/units/${unit}`)
    await opened()
    const fullest = [...byCategory].sort((a, b) => b.tally.onTime - a.tally.onTime)[0]!
    const figures: readonly (readonly [string, number])[] = [
      ['[data-rate=onTime]', row.onTime.whole], ['[data-rate=eventual]', row.eventual.whole], ['[data-rate=verifiable]', row.verifiable.whole], ['[data-rate=coverage]', row.coverage.whole],
      ['[data-figure=unverified]', row.tally.unverified], ['[data-figure=overdue]', row.overdue], ['[data-figure=late]', row.tally.late],
      [`[data-cell="${fullest.category} onTime"]`, fullest.tally.onTime], [`[data-category-rate="${fullest.category}"]`, fullest.onTime.whole],
    ]
    for (const [selector, count] of figures) expect([selector, await listed(at(selector))]).toEqual([selector, count])
  })

  it('moves the projected score as items are ticked', async () => {
    const { plan } = await head.read<GapPlanAnswer>(`/api/units/${unit}/gap-plan`)
    const tried = async (steps: typeof plan.steps) => (await head.post<ProjectionAnswer>(`/api/units/${unit}/what-if`, {
      obligations: steps.flatMap(({ obligation }) => obligation ?? []), items: steps.filter(({ obligation }) => obligation === null).map(({ item }) => item),
    })).projection.after.score
    await opened()
    const shows = (score: number | null) => expect.poll(() => at('[data-projection]').getAttribute('data-score')).toBe(String(score))
    await shows(await tried(plan.steps.slice(0, 6)))
    await at('[data-tick]').first().uncheck()
    await shows(await tried(plan.steps.slice(1, 6)))
    await screen.page.getByRole('button', { name: '全不选' }).click()
    await at('[data-projection]', { hasText: '还没有勾选' }).waitFor()
    await shows(plan.score)
  })

  it('opens a to-do into its strip of days with the keyboard, and the piece has an address to share', async () => {
    await opened()
    const line = at('[data-todo] button.name').first()
    await line.focus()
    await line.press('Enter')
    await at('.strip').waitFor()
    await screen.page.getByRole('link', { name: '打开这一件', exact: true }).click()
    await screen.page.waitForURL(/\/obligations\/D26/)
    await screen.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await screen.page.getByRole('button', { name: '复制链接' }).click()
    await screen.page.getByText('链接已复制').waitFor()
    expect(await screen.page.evaluate(() => navigator.clipboard.readText())).toBe(screen.page.url())
  })

  it('a piece prints on one page', async () => {
    const { rows } = await head.read<ObligationPage>(`/api/obligations?unit=${unit}&status=late&limit=1`)
    await screen.page.goto(`/obligations/${encodeURIComponent(rows[0]!.id)}`)
    await at('.strip').first().waitFor()
    const paper = await screen.page.pdf({ format: 'A4', margin: { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } })
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1)
  })

  it('tells the head what changed since the last look, once the clerk has reported', async () => {
    const looked = screen.page.waitForResponse((answer) => answer.url().endsWith('/looked'))
    await opened()
    await looked
    const fact = formation(server.day, { unit })
    await clerk.post('/api/facts', fact)
    await opened()
    const change = at('[data-change]', { hasText: String(fact['title']) })
    await change.waitFor({ timeout: 60_000 })
    expect(await change.innerText()).toMatch(/新增 → 待公开[\s\S]*登记/)
    const done = screen.page.waitForResponse((answer) => answer.url().endsWith('/looked'))
    await screen.page.getByRole('button', { name: '已阅' }).click()
    await done
    await screen.page.getByText('没有变化。').waitFor()
  })

  it('moves its figures live when something is reported', async () => {
    await opened()
    await screen.page.getByText('连接正常').waitFor()
    const figure = at('[data-figure=overdue]')
    await figure.waitFor()
    const { unit: row } = await head.read<UnitAnswer>(`/api/units/${unit}`)
    expect((await figure.innerText()).replace(/\s/g, '')).toBe(`${row.overdue}件`)
    let isReloaded = false
    screen.page.once('load', () => { isReloaded = true })
    // Made long ago and reported now: overdue the moment it is known.
    await clerk.post('/api/facts', formation(addDays(server.day, -90), { unit }))
    await expect.poll(async () => (await figure.innerText()).replace(/\s/g, ''), { timeout: 15_000 }).toBe(`${row.overdue + 1}件`)
    expect(isReloaded).toBe(false)
  })

  it('refuses another unit’s page with a sentence and the way back', async () => {
    await screen.page.goto('/units/D01')
    await screen.page.getByRole('alert').filter({ hasText: '本单位' }).waitFor()
    await screen.page.locator(`main a[href="/units/${unit}"]`).click()
    await screen.page.waitForURL(`**/units/${unit}`)
  })
})

describe('every kind of unit', () => {
  it.each([['D01', '自身也按同一细则'], ['D37', '只作监测'], ['D28', '并入'], ['T01', '公开责任']])('%s says what is to be said of it', async (id, words) => {
    const office = await server.signIn('supervisor')
    const other = await openScreen(browser, server, { width: 1440, height: 900, cookie: office.cookie })
    await other.page.goto(`/units/${id}`)
    await other.page.locator('[data-figure=duties]').waitFor()
    expect(await other.page.locator('main').innerText()).toContain(words)
    expect(other.faults).toEqual([])
    await other.context.close()
  })
})

describe('on a phone, and for everybody', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  it.each([[390, 844], [768, 1024], [1440, 900]])('at %d px fits without scrolling across, and axe finds nothing serious', async (width, height) => {
    const small = await openScreen(browser, server, { width, height, cookie: clerk.cookie })
    await small.page.goto(`/units/${unit}`)
    await small.page.locator('[data-leaf]').first().waitFor()
    await small.page.locator('[data-todo] button.name').first().click()
    await small.page.locator('.strip').waitFor()
    await small.page.locator('button.name').first().click()
    expect(await small.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    expect(await small.page.getByRole('link', { name: '去填报' }).getAttribute('href')).toBe('/desk')
    await small.page.evaluate(axe)
    for (const light of ['light', 'dark']) {
      await small.page.evaluate((value) => { document.documentElement.dataset['light'] = value }, light)
      const found = await small.page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(found, light).toEqual([])
    }
    await small.shot(`unit-${width}`)
    await small.context.close()
  })
})
