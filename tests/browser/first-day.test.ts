import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { UnitAnswer } from '../../shared/wire/answers.ts'
import { dayOf } from '../../shared/time/day.ts'
import { systemClock } from '../../server/clock.ts'
import { beginDistrict } from '../../server/first-start.ts'
import { passwordHash } from '../../server/http/passwords.ts'
import { readStartingFiles } from '../../server/starting-files.ts'
import { openStore } from '../../server/store/open-store.ts'
import { programFolder } from '../support/built.ts'
import { openBrowser, openScreen, type Screen } from '../support/screen.ts'
import { emptyFolder, startServer, type Server } from '../support/server.ts'
import { unitOf } from '../support/small-district.ts'
import type { Visitor } from '../support/visitor.ts'

const password = 'a good password'
let server: Server
let browser: Browser
let head: Visitor
let supervisor: Visitor

/** A real district on its first day: catalogues, a department and a town that have claimed their rows, and nothing due yet. */
async function firstDay(): Promise<string> {
  const folder = emptyFolder()
  const clock = systemClock
  const store = await openStore({ folder, sample: false, clock })
  beginDistrict({ store, files: readStartingFiles(programFolder), config: { district: '青阳区', supervisedFrom: null }, clock })
  const effective = dayOf(clock.now())
  const units = [unitOf('A', { name: '青阳区水务局', shortName: '区水务局' }), unitOf('B', { name: '柳林镇', shortName: '柳林镇', kind: 'town', peerGroup: 'towns' })]
  const settings: Setting[] = [
    ...units.map((unit): Setting => ({ kind: 'unitChange', effective, unit })),
    { kind: 'dutyState', effective, duties: 'all', state: 'claimed', reason: '首日确认' },
  ]
  const last = store.journal.lastSeq()
  store.journal.append(settings.map((setting, n): Entry => ({ seq: last + n + 1, recordedAt: clock.now(), source: { feed: 'admin' }, setting })))
  const hash = await passwordHash(password)
  await store.accounts.create([
    { login: 'head', name: '局长', role: 'head', unit: 'A', passwordHash: hash }, { login: 'office', name: '督查', role: 'supervisor', unit: null, passwordHash: hash },
  ], { who: 'system', act: 'made', about: '', from: 'local' })
  await store.close()
  return folder
}

beforeAll(async () => {
  [server, browser] = await Promise.all([firstDay().then(folder => startServer({ folder, env: { SAMPLE: 'off' } })), openBrowser()])
  ;[head, supervisor] = await Promise.all([server.signIn('head', password), server.signIn('office', password)])
})
afterAll(() => browser.close())

const visited = async (who: Visitor, path: string): Promise<Screen> => {
  const screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: who.cookie })
  await screen.page.goto(path)
  return screen
}

describe('a district on its first day', () => {
  it('has no rate and no score, and says neither nought nor a hundred', async () => {
    const { district, units } = await supervisor.read<Board>('/api/board')
    expect([district.onTime.share, district.eventual.share, district.coverage.share, district.overdue]).toEqual([null, null, null, 0])
    expect(units.map(({ score }) => score)).toEqual([null, null])
    const { working, peerMean } = await head.read<UnitAnswer>('/api/units/A')
    expect([working.score, peerMean]).toEqual([null, null])
  })

  it('shows the head of a unit with nothing due yet a dash for each, and what comes', async () => {
    const { page, faults, shot } = await visited(head, '/units/A')
    await page.locator('[data-figure=score]').waitFor()
    expect(await page.locator('[data-figure=score]').innerText()).toContain('—')
    expect(await page.locator('main').innerText()).not.toMatch(/(^|\D)(0|100)\.0\s*%/)
    await shot('first-day-unit')
    expect(faults).toEqual([])
  })

  it('shows the wall a sentence without a number of its own making', async () => {
    const { page, faults, shot } = await visited(supervisor, '/wall?scene=overview')
    await page.getByText('—').first().waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/(^|\D)(0|100)\.0\s*%/)
    await shot('first-day-wall')
    expect(faults).toEqual([])
  })

  it.each(['/', '/obligations', '/duties', '/claims', '/matters', '/register', '/compare', '/help'])('opens %s without a fault', async path => {
    const { page, faults } = await visited(supervisor, path)
    await page.locator('h1, .headline').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|(^|\D)(0|100)\.0\s*%/)
    expect(faults).toEqual([])
  })
})
