import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnitAnswer } from '../../shared/wire/answers.ts'
import { scoreText } from '../../client/figure-text.ts'
import { formation } from '../support/fresh-facts.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { emptyFolder, password, startServer, type Server } from '../support/server.ts'

let server: Server
let browser: Browser
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()])
})
afterAll(() => browser.close())

/** Opens a page, looks, and lets nothing pass that a page must not do. */
async function look(use: (screen: Screen) => Promise<void>, cookie?: string): Promise<void> {
  const screen = await openScreen(browser, server, { width: 1440, height: 900, ...(cookie !== undefined && { cookie }) })
  await use(screen)
  expect(screen.faults).toEqual([])
  await screen.context.close()
}

const path = ({ page }: Screen) => new URL(page.url()).pathname
const signedIn = ({ page }: Screen) => page.getByRole('button', { name: '退出登录' }).waitFor()
const saysSample = async ({ page }: Screen) => expect(await page.locator('.sample').first().innerText()).toBe('演示数据')

describe('the sign-in page', () => {
  it('opens without an error, says 演示数据 and offers an account for every role', () => look(async screen => {
    await screen.page.goto('/')
    await screen.page.getByRole('heading', { name: '登录' }).waitFor()
    await saysSample(screen)
    await screen.shot('sign-in')
  }))

  it.each([
    ['督查', /^区政府办公室督查（演示）/],
    ['考核', /^年度考核组（演示）/],
    ['管理员', /^系统管理员（演示）/],
  ])('lets the office in by one click: %s', async (_role, name) => {
    await look(async screen => {
      await screen.page.goto('/')
      await screen.page.getByRole('button', { name }).click()
      await signedIn(screen)
      await saysSample(screen)
      await screen.page.goto('/wall')
      await screen.page.getByText('连接正常').waitFor()
      await saysSample(screen)
    })
  })

  it.each(['负责人', '联络员'])("lets a unit's %s in by one click, to the own unit", async who => {
    await look(async screen => {
      await screen.page.goto('/')
      await screen.page.getByRole('button', { name: new RegExp(`^区教体局${who}`) }).click()
      await screen.page.waitForURL('**/units/D03')
      await screen.page.getByRole('heading', { level: 1, name: '区教育和体育局' }).waitFor()
      await saysSample(screen)
    })
  })

  it('tells a wrong password in words, and stays', () => look(async screen => {
    const { page } = screen
    await page.goto('/')
    await page.getByLabel('账号').fill('supervisor')
    await page.getByLabel('密码').fill('not-the-password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('账号或密码不正确。').waitFor()
    // The refusal itself, which the browser prints, and nothing else.
    expect(screen.faults.splice(0).map(fault => /status of 401 .*\/api\/session\)$/.test(fault))).toEqual([true])
    expect(path(screen)).toBe('/')
    await page.getByLabel('密码').fill(password)
    await page.getByLabel('密码').press('Enter')
    await signedIn(screen)
  }))

  it('outside the sample offers nobody and says no 演示数据', async () => {
    const real = await startServer({ folder: emptyFolder(), env: { SAMPLE: 'off' } })
    const { page, context, faults } = await openScreen(browser, real)
    await page.goto('/')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await page.getByText('演示').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
    await real.stop()
  })
})

describe('a unit head', () => {
  it('sees the own unit as the server knows it, and a new paper without a reload', async () => {
    const head = await server.signIn('head.D03')
    const feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
    await look(async screen => {
      const { page } = screen
      await page.goto('/units/D03')
      const { unit } = await head.read<UnitAnswer>('/api/units/D03')
      await page.getByText(scoreText(unit.score)).first().waitFor()
      const paper = formation(server.day, { title: '关于学校作息安排的通知' })
      await feed.post('/api/facts', paper)
      await page.getByText('关于学校作息安排的通知').first().waitFor()
      await screen.shot('unit')
    }, head.cookie)
  })

  it('sees no other unit and no wall', async () => {
    const { cookie } = await server.signIn('head.D03')
    const screen = await openScreen(browser, server, { cookie })
    await screen.page.goto('/units/D05')
    await screen.page.getByRole('heading', { name: '这是其他单位的页面' }).waitFor()
    expect(await screen.page.locator('body').innerText()).not.toContain('工业和信息化')
    await screen.page.getByRole('link', { name: '打开本单位页面' }).click()
    await screen.page.getByRole('heading', { level: 1, name: '区教育和体育局' }).waitFor()
    await screen.page.goto('/wall')
    await screen.page.waitForURL('**/units/D03')
    expect(screen.faults).toEqual([])
    await screen.context.close()
  })
})

it('an address that is none says so, under 演示数据 for whoever is signed in', async () => {
  await look(async screen => {
    await screen.page.goto('/nowhere/at/all')
    await screen.page.getByText('没有这个页面').waitFor()
    await saysSample(screen)
  }, (await server.signIn('supervisor')).cookie)
})

it('whoever signs out is back at the sign-in, and the wall is closed', () => look(async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^区教体局负责人/ }).click()
  await page.waitForURL('**/units/D03')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.goto('/wall')
  await page.getByRole('heading', { name: '登录' }).waitFor()
}))
