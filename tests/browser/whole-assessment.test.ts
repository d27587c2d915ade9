import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssessedUnit, AssessmentResult } from '../../shared/assessment/result.ts'
import type { EditionsAnswer } from '../../shared/wire/edition-answers.ts'
import type { FindingPage } from '../../shared/wire/finding-answers.ts'
import type { SampleAnswer, SamplePieceAnswer } from '../../shared/wire/sample-answers.ts'
import { verifyFile } from '../../server/verify/verify-file.ts'
import { readDocx } from '../support/read-docx.ts'
import { readCsv, readSheet } from '../support/read-sheet.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

/** The sample's last year assessed from the first step to the last, as the people of the office and one unit would. */
let server: Server
let browser: Browser
let office: Visitor
let page: Page
let year = 0
let sample: SampleAnswer
let unit: AssessedUnit
const screens: Screen[] = []

async function as(account: string): Promise<Page> {
  const screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: (await server.signIn(account)).cookie })
  screens.push(screen)
  return screen.page
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  year = Number(server.day.slice(0, 4)) - 1
  office = await server.signIn('reviewer')
  page = await as('reviewer')
})
afterAll(async () => {
  expect(screens.flatMap(({ faults }) => faults)).toEqual([])
  await browser.close()
})

const result = () => office.read<AssessmentResult>(`/api/assessments/${year}`)
const lineOf = async (id: string) => (await result()).units.find((each) => each.unit === id)!
const editions = async () => (await office.read<EditionsAnswer>(`/api/assessments/${year}/editions`)).periods.find(({ period }) => period === String(year))!

async function fileOf(start: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

/** Makes a paper on the page and takes the newest job's file. */
async function made(name: string): Promise<Uint8Array> {
  const jobs = await page.locator('.jobs li').count()
  await page.getByRole('button', { name: `生成${name}`, exact: true }).click()
  await page.locator('.jobs li').nth(jobs).waitFor()
  const done = page.locator('.jobs li').first().and(page.locator('[data-state=done]'))
  await done.waitFor({ timeout: 60_000 })
  return (await fileOf(() => done.getByRole('link', { name: '下载' }).click())).bytes
}

describe('the sample’s last year is assessed', () => {
  it('a sample is drawn from a frozen frame with a printed seed', async () => {
    await page.goto(`/assessment/${year}/samples`)
    await page.getByRole('button', { name: '固定总体' }).click()
    await page.locator('[data-frozen]').waitFor()
    await page.locator('#draw-seed').fill('全流程核验')
    await page.getByRole('button', { name: '抽取', exact: true }).click()
    await page.locator('[data-seed]').waitFor()
    sample = await office.read<SampleAnswer>(`/api/assessments/${year}/samples/${year}-1`)
    const ranked = (await result()).units.filter(({ rank }) => rank !== null)
    unit = ranked.find((each) => sample.pieces.some((piece) => piece.unit === each.unit && piece.row?.status === 'onTime'))!
  })

  it('its evidence is looked over and a fault is found, to be mended', async () => {
    const { n } = sample.pieces.find((each) => each.unit === unit.unit && each.row?.status === 'onTime')!
    await page.goto(`/assessment/${year}/samples/${year}-1/${n}`)
    await page.locator('[data-all]').click()
    await page.locator('[data-checklist] fieldset').nth(0).getByText('重要缺失', { exact: true }).click()
    await page.locator('[data-save]').click()
    await page.getByText('已保存。').waitFor()
    const { progress } = await office.read<SamplePieceAnswer>(`/api/assessments/${year}/samples/${year}-1/pieces/${n}`)
    expect(progress.inspected).toBe(1)
    expect((await lineOf(unit.unit)).working.leaves.find(({ code }) => code === 'F1')).toMatchObject({ got: 0, inputs: { share: 0, pieces: 1 } })
    await page.locator('[data-add-finding]').click()
    await page.locator('#finding-code').selectOption('elementsMissing')
    await page.locator('#finding-reason').fill('缺少第一项要素')
    await page.getByRole('button', { name: '登记问题', exact: true }).last().click()
    await page.getByText('问题已登记，单位可见。').waitFor()
  })

  it('the unit answers from its page, and the finding is cleared', async () => {
    const clerk = await as(`clerk.${unit.unit}`)
    await clerk.goto(`/units/${unit.unit}`)
    const own = clerk.locator('[data-findings]')
    await own.getByRole('button', { name: '要素不全' }).first().click()
    await own.locator('textarea').first().fill('已补齐要素并重新发布')
    await own.locator('form button[type=submit]').first().click()
    await own.locator('form').first().waitFor({ state: 'detached' })
    const { rows: [row] } = await office.read<FindingPage>(`/api/findings?unit=${unit.unit}&state=answered`)
    await page.goto(`/findings?unit=${unit.unit}&state=answered&id=${row!.id}`)
    await page.getByLabel('销号').check()
    await page.fill('#recheck-reason', '复查已补齐')
    await page.click('article form button[type=submit]')
    await page.locator('article .state[data-state=cleared]').waitFor()
    const g1 = (await lineOf(unit.unit)).working.leaves.find(({ code }) => code === 'G1')!
    expect(g1.inputs['part']).toBeGreaterThanOrEqual(1)
  })

  it('marks, a bonus and a veto are entered with their reasons', async () => {
    const before = await lineOf(unit.unit)
    for (const [entry, points] of [['D3b', '1'], ['J1', '2']] as const) {
      await page.goto(`/assessment/${year}?cell=${unit.unit}:${entry === 'J1' ? 'bonus' : entry}`)
      await page.locator(`#mark-${entry}-points`).fill(points)
      await page.locator(`#mark-${entry}-reason`).fill(`佐证材料齐全（${entry}）`)
      await page.locator(`form:has(#mark-${entry}-points)`).getByRole('button', { name: '记录', exact: true }).click()
      await page.locator('[data-mark]').first().waitFor()
    }
    const after = await lineOf(unit.unit)
    expect(after.bonus).toMatchObject({ entered: 2, given: 2 })
    expect(after.final!).toBeGreaterThan(before.final!)
    const other = (await result()).units.find((each) => each.unit !== unit.unit && each.final !== null && each.final > 60)!
    await page.goto(`/assessment/${year}?cell=${other.unit}:veto`)
    await page.locator('#mark-veto-kind').selectOption({ index: 1 })
    await page.locator('#mark-veto-reason').fill('经分管领导审定')
    await page.getByRole('button', { name: '记录', exact: true }).click()
    await page.locator(`tr[data-unit="${other.unit}"] td[data-code="veto"]`).filter({ hasText: '否决' }).waitFor()
    expect(await lineOf(other.unit)).toMatchObject({ final: 59.9 })
  })
})

describe('the year is frozen and handed in', () => {
  it('settled whole: what is frozen is what the page showed, and its file proves itself', async () => {
    await page.goto(`/assessment/${year}/editions?period=${year}`)
    await page.getByRole('button', { name: '核定封存', exact: true }).click()
    await page.getByRole('button', { name: '确认核定封存' }).click()
    await page.locator('[data-edition="1"]').waitFor({ timeout: 60_000 })
    const { editions: [edition] } = await editions()
    expect((await page.locator('[data-edition="1"] [data-print]').innerText()).replaceAll(/\s/g, '')).toBe(edition!.sha256)
    const { body } = await office.read<{ body: { result: AssessmentResult } }>(`/api/assessments/${year}/editions/${year}.1`)
    expect(body.result.units).toEqual((await result()).units)
    const { bytes } = await fileOf(() => page.getByRole('link', { name: '下载封存文件' }).click())
    expect(await verifyFile(bytes)).toMatchObject({ isSame: true })
  })

  it('its papers, opened by another reader, say what the API says', async () => {
    const { units, restsOn } = await result()
    await page.goto(`/assessment/${year}/papers`)
    await page.locator('[data-paper=scores]').waitFor()
    const scores = await made('成绩汇总表.xlsx')
    const { rows, hasFormula } = readSheet(scores)
    const notes = JSON.stringify(readSheet(scores, 2).rows)
    const at = (head: string) => rows.find((row) => row.includes(head))!.indexOf(head)
    expect(hasFormula).toBe(false)
    for (const { name, final, rank, band } of units) {
      const row = rows.find((each) => each.includes(name))
      expect([name, row?.[at('最终得分')] ?? null, row?.[at('名次')] ?? null, row?.[at('等次')] || null]).toEqual([name, final, rank, band])
    }
    for (const said of [restsOn.scheme.version, restsOn.catalogues[0]!.version, `${year}-12-31`]) expect(notes).toContain(said)
    expect(JSON.stringify(rows)).toContain('本表由系统生成，经')

    const samples = readCsv(await made('抽样记录表.csv'))
    expect(samples.flat().join()).toContain('全流程核验')
    expect(samples.flat().join()).toContain(sample.drawn.frame.sha256)
    expect(samples.filter((row) => sample.pieces.some(({ obligation }) => row.includes(obligation))).length).toBe(sample.pieces.length)

    const { total } = await office.read<FindingPage>(`/api/findings?year=${year}`)
    const ledger = readSheet(await made('整改台账.xlsx')).rows
    expect(ledger.filter((row) => typeof row[0] === 'number').length).toBe(total)
  })

  it('a correction afterwards is told as a difference, and a restatement is an edition of its own with its paper', async () => {
    await office.post('/api/facts', { kind: 'marked', key: 'later', unit: unit.unit, year, entry: 'K1', points: 1, reason: '年后核实被市级通报' })
    await page.goto(`/assessment/${year}/editions?period=${year}`)
    await page.locator(`tr[data-period="${year}"] [data-changed]`).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '核定后更正' }).click()
    await page.locator('#restate-reason').fill('补记市级通报扣分')
    await page.getByRole('button', { name: '出新的一版' }).click()
    await page.locator('[data-edition="2"]').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '与第1版比较' }).click()
    await page.locator(`[data-differs="${unit.unit}"]`).waitFor({ timeout: 60_000 })
    expect(await page.locator('[data-differs]').count()).toBeGreaterThanOrEqual(1)
    const { editions: both } = await editions()
    expect(both.map(({ edition, reason }) => [edition, reason])).toEqual([[1, ''], [2, '补记市级通报扣分']])
    await page.goto(`/assessment/${year}/papers`)
    await page.locator('[data-paper=restatement]').waitFor()
    const { lines } = readDocx(await made('核定后更正说明.docx'))
    for (const said of ['补记市级通报扣分', both[0]!.sha256, both[1]!.sha256, unit.name]) expect(lines.join('').replaceAll(/\s/g, '')).toContain(said)
  })
})
