import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { UnitsAnswer } from '../../shared/wire/answers.ts'
import type { SchemeAnswer, SchemesAnswer } from '../../shared/wire/scheme-answers.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let visitor: Visitor
let admin: Screen
let clerk: Screen

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  visitor = await server.signIn('admin')
  admin = await openScreen(browser, server, { width: 1440, height: 900, cookie: visitor.cookie })
  clerk = await openScreen(browser, server, { width: 390, height: 844, cookie: (await server.signIn('clerk.D26')).cookie })
})
afterAll(async () => {
  expect([...admin.faults, ...clerk.faults]).toEqual([])
  await browser.close()
})

const field = ({ page }: Screen, place: string) => page.locator(`[id="f:${place}"]`)
const points = (code: string) => admin.page.locator(`[data-leaf=${code}] input.number`)
const running = () => admin.page.locator('.side [data-running]').innerText()
const faults = () => admin.page.locator('[data-faults] li').allInnerTexts()
const listOf = () => visitor.read<SchemesAnswer>('/api/schemes')
const schemeOf = async (n: number): Promise<Scheme> => (await visitor.read<SchemeAnswer>(`/api/schemes/${n}`)).scheme

describe('/scheme', () => {
  it('is read as a tree whose points run to 100', async () => {
    await admin.page.goto('/scheme')
    await admin.page.locator('[data-total]').waitFor()
    expect(await admin.page.locator('[data-total]').innerText()).toBe('100')
    expect(await admin.page.locator('[data-group=B] [data-sum]').innerText()).toMatch(/24\s*累计56/)
    expect(await admin.page.locator('[data-leaf=A1]').innerText()).toContain('按时公开率（事项平均）达到98%得满分')
    await admin.shot('scheme-read')
  })

  it('is written by keyboard; what is missing to 100 and what is wrong is said at once, and every step can be taken back', async () => {
    await admin.page.locator('[data-draft]').click()
    await points('A1').focus()
    await admin.page.keyboard.press('Control+a')
    await admin.page.keyboard.type('14')
    expect(await running()).toMatch(/98\s*\/100分\s*还差2分/)
    expect(await faults()).toEqual(['各指标分值合计98分，还差2分，应正好为100分。', '施行日期没有填写。'])
    await admin.page.keyboard.press('ArrowDown')
    expect(await points('A2').evaluate(each => each === document.activeElement)).toBe(true)
    await admin.page.locator('[data-leaf=A1] .open button').click()
    await field(admin, 'groups[0].leaves[0].full').fill('60')
    expect(await admin.page.locator('[id="e:groups[0].leaves[0].full"]').innerText()).toBe('指标A1“按时公开（可核验口径）”的满分线（60%）应高于零分线（70%）。')
    await admin.page.locator('[data-leaf=A1] .open button').click()
    // From the list of faults back to the field, its leaf opened again.
    await admin.page.locator('[data-faults] button', { hasText: '满分线' }).click()
    expect(await field(admin, 'groups[0].leaves[0].full').evaluate(each => each === document.activeElement)).toBe(true)
    await admin.page.locator('[data-undo]').click()
    expect(await field(admin, 'groups[0].leaves[0].full').inputValue()).toBe('98')
    await points('G1').fill('6')
    expect(await running()).toMatch(/100\s*\/100分\s*正好100分/)
    expect(await admin.page.locator('[data-changes] li').allInnerTexts()).toContain('指标G1“整改按期销号”的分值由4分改为6分')
    await admin.shot('scheme-edit')
  })

  it('keeps the draft over a reload; all of it goes back to the version in force, and that too can be taken back', async () => {
    await admin.page.reload()
    await points('A1').waitFor()
    expect([await points('A1').inputValue(), await points('G1').inputValue()]).toEqual(['14', '6'])
    await admin.page.locator('[data-restart]').click()
    await admin.page.locator('[data-restart-sure]').click()
    expect([await points('A1').inputValue(), await points('G1').inputValue()]).toEqual(['16', '4'])
    await admin.page.locator('[data-undo]').click()
    expect([await points('A1').inputValue(), await points('G1').inputValue()]).toEqual(['14', '6'])
  })

  it('shows who would move by how much before it is recorded, leaf by leaf', async () => {
    await field(admin, 'effective').fill(server.day)
    expect(await admin.page.locator('[data-record]').isDisabled()).toBe(true)
    await admin.page.locator('[data-try]').click()
    await admin.page.locator('[data-effect]').waitFor()
    expect(await admin.page.locator('[data-effect] .sentence').innerText()).toMatch(/\d+\s*个单位得分上升，\s*\d+\s*个下降/)
    const first = admin.page.locator('[data-effect] [data-unit]').first()
    await first.locator('button').click()
    await admin.page.locator('[data-effect] .leaves [data-leaf=A1]').waitFor()
    expect(await admin.page.locator('[data-effect] .leaves [data-leaf=A1]').innerText()).toContain('16→14')
    expect(await admin.page.locator('[data-record]').isEnabled()).toBe(true)
    await points('G1').fill('5')
    expect(await admin.page.locator('[data-record]').isDisabled()).toBe(true)
    await points('G1').fill('6')
    await admin.shot('scheme-effect')
  })

  it('tells of a version somebody else recorded meanwhile, and records after it only when its author has seen it', async () => {
    const shipped = await schemeOf(1)
    const other = { ...shipped, version: '2026.9', rankFloor: shipped.rankFloor + 1 }
    await visitor.post('/api/schemes', { scheme: other, effective: server.day, from: 1 })
    const told = admin.page.locator('[data-overtaken]')
    await told.waitFor({ timeout: 20_000 })
    expect(await told.innerText()).toMatch(/admin刚登记了第2版（2026\.9，.*参加排名至少应判由5项改为6项/s)
    await admin.page.locator('[data-adopt]').click()
    await told.waitFor({ state: 'detached' })
    await admin.page.locator('[data-try]').click()
    await admin.page.locator('[data-effect]:not(.stale)').waitFor()
    expect(await admin.page.locator('[data-cautions]').innerText()).toContain('它与第2版同日施行，登记后由它代替第2版。')
    const row = admin.page.locator('[data-effect] [data-unit=D26] td')
    const after = await row.nth(1).innerText()
    await admin.page.locator('[data-record]:enabled').click()
    await admin.page.locator('[data-told]').waitFor()
    expect(await admin.page.locator('[data-told]').innerText()).toContain('第3版')
    const { versions, inForce } = await listOf()
    expect([inForce, versions[0]!.by, versions[1]!.standing]).toEqual([3, 'admin', { state: 'replaced', replacedBy: 3 }])
    await admin.page.locator('[data-version="3"].shown').waitFor()
    expect(await admin.page.locator('[data-version="3"]').innerText()).toContain('与第2版相比')
    const { units } = await visitor.read<UnitsAnswer>('/api/units')
    expect(units.find(({ id }) => id === 'D26')!.score!.toFixed(2)).toBe(after)
    await admin.page.locator('[data-version="1"] [data-open]').click()
    await admin.page.locator('[data-version="1"].shown').waitFor()
    expect(await admin.page.locator('[data-leaf=A1] .figure').innerText()).toBe('16')
  })

  it('takes a file in as a draft, and says where one is none', async () => {
    await admin.page.goto('/scheme')
    await admin.page.locator('[data-total]').waitFor()
    const give = (text: string) => admin.page.locator('input[type=file]').setInputFiles({ name: '细则.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await give('not json')
    await admin.page.locator('[data-file-told]').getByText('读不出这个文件').waitFor()
    const scheme = await schemeOf(3)
    await give(JSON.stringify({ ...scheme, leafCap: 'x' }))
    await admin.page.locator('[data-file-told]').getByText('leafCap').waitFor()
    await give(JSON.stringify({ ...scheme, version: '2027.1', leafCap: 1.4 }))
    await points('A1').waitFor()
    expect(await admin.page.locator('[data-changes]').innerText()).toBe('单项上限由1.5倍改为1.4倍')
    await admin.page.locator('[data-discard]').click()
    await admin.page.locator('[data-discard-sure]').click()
    await admin.page.locator('[data-draft]').waitFor()
  })

  it('a unit reads what it is scored by and nothing more, on a phone too', async () => {
    await clerk.page.goto('/scheme')
    await clerk.page.locator('[data-total]').waitFor()
    expect(await clerk.page.locator('[data-leaf=G1] .figure').innerText()).toBe('6')
    expect([await clerk.page.locator('[data-draft]').count(), await clerk.page.locator('[data-version]').count()]).toEqual([0, 1])
    expect(await clerk.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await clerk.shot('scheme-phone')
  })

  it('says so when the server cannot be asked, and axe finds nothing serious in either state', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const reviewer = await openScreen(browser, server, { width: 1366, height: 768, cookie: (await server.signIn('reviewer')).cookie })
    const { page } = reviewer
    await page.route('**/api/schemes', route => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"x","message":"服务器正在停止。"}}' }))
    await page.goto('/scheme')
    await page.getByRole('alert').getByText('服务器正在停止。').waitFor()
    await page.unroute('**/api/schemes')
    await page.getByRole('alert').getByRole('button').click()
    await page.locator('[data-draft]').click()
    await page.locator('[data-leaf=A2] .open button').click()
    await page.getByText('登记由管理员办理').waitFor()
    expect(await page.locator('[data-record]').count()).toBe(0)
    for (const screen of [reviewer, clerk]) {
      await screen.page.evaluate(axe)
      const serious = await screen.page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run()
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(serious).toEqual([])
    }
    await reviewer.context.close()
  })
})
