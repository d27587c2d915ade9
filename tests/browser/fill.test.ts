import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayText } from '../../client/figure-text.ts'
import { addDays } from '../../shared/time/day.ts'
import type { ObligationPage } from '../../shared/wire/answers.ts'
import type { DeskRecordsAnswer, DueAnswer, RegisterAnswer } from '../../shared/wire/desk-answers.ts'
import { openBrowser, openScreen, withoutCuts, type Screen } from '../support/screen.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let browser: Browser
let clerk: Visitor
let screen: Screen

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMPLE_LIVE: 'off' } }), openBrowser()])
  clerk = await server.signIn('clerk.D26')
  screen = await openScreen(browser, server, { width: 1440, height: 900, cookie: clerk.cookie })
})
afterAll(async () => {
  expect(withoutCuts(screen.faults)).toEqual([])
  await browser.close()
})

const year = () => server.day.slice(0, 4)
const opened = async (task: string) => {
  await screen.page.goto(`/desk?do=${task}`)
  await screen.page.locator('.fill-form, .closing').first().waitFor()
}
const pick = async (label: string, typed: string) => {
  await screen.page.getByLabel(label, { exact: true }).fill(typed)
  await screen.page.keyboard.press('Enter')
}
const lastSaved = () => screen.page.locator('[data-saved]').first()
const piece = async (q: string) => (await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=${encodeURIComponent(q)}`)).rows[0]!

describe('登记形成 and 报公开', () => {
  it('shows the due day and its arithmetic before saving, opens the obligation, and is harmless when sent twice', async () => {
    await opened('formed')
    await pick('事项（必填）', 'bmczwj')
    await screen.page.getByLabel('文号或索引号（必填）').fill(`云医保发[${year()}]099号`)
    await screen.page.getByRole('button', { name: '照此改' }).click()
    expect(await screen.page.getByLabel('文号或索引号（必填）').inputValue()).toBe(`云医保发〔${year()}〕99号`)
    await screen.page.getByLabel('形成日期（必填）').fill(server.day)
    await screen.page.getByLabel('标题（必填）').fill('关于试填的通知')
    const told = await clerk.read<DueAnswer>(`/api/units/D26/due?item=district-6&day=${server.day}`)
    const { due, proof } = told.rows[0]!
    await screen.page.locator('[data-due]', { hasText: dayText(due!) }).waitFor()
    expect(await screen.page.locator('.due').innerText()).toContain(proof!.sentence)
    expect(await screen.page.locator('.secrecy').innerText()).toContain('严禁录入国家秘密、工作秘密')
    await screen.page.getByRole('button', { name: '登记', exact: true }).dblclick()
    await lastSaved().waitFor()
    expect(await lastSaved().innerText()).toContain('开始计时')
    const made = await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=${encodeURIComponent('关于试填的通知')}`)
    expect(made.rows.map(({ status, dueDay }) => [status, dueDay])).toEqual([['pending', due]])
    // The form stays for the next one: row and day kept, the first field in focus.
    expect(await screen.page.getByLabel('标题（必填）').inputValue()).toBe('')
    expect(await screen.page.getByLabel('形成日期（必填）').inputValue()).toBe(server.day)
    expect(await screen.page.evaluate(() => document.activeElement?.id)).toBe('formed-item')
    await screen.shot('fill-formed')
  })

  it('settles it by a publication, opened from its own address', async () => {
    const { id } = await piece('关于试填的通知')
    await screen.page.goto(`/desk?obligation=${encodeURIComponent(id)}`)
    await screen.page.getByLabel('公开网址（必填）').fill('https://www.yunhe.gov.cn/sy/1.html')
    expect(await screen.page.getByLabel('标题（必填）').inputValue()).toBe('关于试填的通知')
    await screen.page.getByLabel('公开日期（必填）').fill(server.day)
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await lastSaved().waitFor()
    expect(await lastSaved().innerText()).toContain('按时公开')
    expect((await piece('关于试填的通知')).status).toBe('onTime')
  })

  it('says a refusal beside its field, and keeps what was typed through a reload and a cut line', async () => {
    await opened('formed')
    await pick('事项（必填）', '部门（处镇）文件')
    await screen.page.getByLabel('文号或索引号（必填）').fill('试-2')
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await screen.page.locator('#formed-title-refusal').waitFor()
    expect(await screen.page.locator('#formed-title-refusal').innerText()).toContain('标题')
    await screen.page.getByLabel('标题（必填）').fill('<img src=x onerror=alert(1)>')
    await screen.page.reload()
    await screen.page.locator('.note', { hasText: '上次没有提交的内容已恢复' }).waitFor()
    await screen.page.getByLabel('形成日期（必填）').fill(server.day)
    await screen.context.setOffline(true)
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await screen.page.locator('.refusal', { hasText: '填写的内容保留在本页' }).waitFor()
    await screen.context.setOffline(false)
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await lastSaved().waitFor()
    // A script in a title stands there as the text it is.
    expect(await lastSaved().innerText()).toContain('<img src=x onerror=alert(1)>')
    expect((await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=onerror`)).total).toBe(1)
  })

  it('keeps what was typed when the session ends, and records it after signing in again', async () => {
    const mine = await server.signIn('clerk.D26')
    const own = await openScreen(browser, server, { width: 1440, height: 900, cookie: mine.cookie })
    await own.page.goto('/desk?do=formed')
    await own.page.getByLabel('事项（必填）', { exact: true }).fill('bmczwj')
    await own.page.keyboard.press('Enter')
    await own.page.getByLabel('文号或索引号（必填）').fill('会话-1')
    await own.page.getByLabel('形成日期（必填）').fill(server.day)
    await own.page.getByLabel('标题（必填）').fill('登录过期前填写的通知')
    await mine.send('DELETE', '/api/session', {})
    await own.page.getByRole('button', { name: '登记', exact: true }).click()
    await own.page.getByRole('link', { name: '在新窗口登录' }).waitFor()
    const again = (await server.signIn('clerk.D26')).cookie.split('; ').map((each) => each.split('=') as [string, string])
    await own.context.addCookies(again.map(([name, value]) => ({ name, value, url: server.url })))
    await own.page.getByRole('button', { name: '登记', exact: true }).click()
    await own.page.locator('[data-saved]', { hasText: '登录过期前填写的通知' }).waitFor()
    expect(own.faults.filter((fault) => !fault.includes('status of 401'))).toEqual([])
    await own.context.close()
  })

  it('goes by the keyboard alone, from the row to the saved line', async () => {
    await opened('formed')
    await screen.page.getByLabel('事项（必填）', { exact: true }).focus()
    await screen.page.keyboard.type('bmczwj')
    await screen.page.keyboard.press('Enter')
    await screen.page.keyboard.press('Tab')
    await screen.page.keyboard.type('键盘-1')
    await screen.page.keyboard.press('Tab')
    const [year, month, day] = server.day.split('-')
    await screen.page.keyboard.type(`${month}${day}${year}`)
    while (await screen.page.evaluate(() => document.activeElement?.id) !== 'formed-title') await screen.page.keyboard.press('Tab')
    await screen.page.keyboard.type('只用键盘登记的通知')
    await screen.page.keyboard.press('Control+Enter')
    await screen.page.locator('[data-saved]', { hasText: '只用键盘登记的通知' }).waitFor()
  })
})

describe('情况说明', () => {
  it('writes the fixed wording, and offers only ended periods and rows that may be empty', async () => {
    await opened('nothing')
    await screen.page.getByLabel('事项（必填）', { exact: true }).fill('政府信息公开指南')
    expect(await screen.page.locator('.fill-form .none').innerText()).toBe('没有这样的事项')
    await pick('事项（必填）', '行政处罚')
    const periods = await screen.page.locator('#nothing-period option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    expect(periods).not.toContain(server.day.slice(0, 7))
    const last = addDays(`${server.day.slice(0, 7)}-01`, -1).slice(0, 7)
    await screen.page.locator('#nothing-period').selectOption(last)
    await screen.page.getByLabel('审核人（分管负责人）').fill('张某')
    expect(await screen.page.locator('[data-wording]').innerText())
      .toBe(`经核查，本单位${+last.slice(0, 4)}年${+last.slice(5)}月未产生“行政处罚”类应主动公开信息。核查范围：发文登记、业务系统。审核人：张某（分管负责人）`)
  })
})

describe('核对, 不予公开 and 公示表', () => {
  const records = async (kind: string) => (await clerk.read<DeskRecordsAnswer>(`/api/units/D26/records?kind=${kind}&limit=3`)).rows

  it('looks over several standing rows at once, each under its own address', async () => {
    await opened('checked')
    const boxes = screen.page.locator('.standing input[type=checkbox]')
    for (const place of [0, 1]) await boxes.nth(place).check()
    await screen.page.getByRole('button', { name: '核对所选2项' }).click()
    await screen.page.locator('[data-saved]').nth(1).waitFor()
    const [first, second] = await records('checked')
    expect([first!.fact.day, second!.fact.day]).toEqual([server.day, server.day])
    expect(first!.item).not.toBe(second!.item)
  })

  it('takes withheld papers by number and reason, and asks for no title anywhere on the form', async () => {
    await opened('exempt')
    expect(await screen.page.getByLabel('标题').count()).toBe(0)
    await screen.page.getByLabel('没有登记的，只报件数').check()
    await pick('事项（必填）', 'bmczwj')
    await screen.page.getByLabel('件数（必填）').fill('2')
    await screen.page.getByLabel('依据（必填）').selectOption({ index: 2 })
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await screen.page.locator('[data-saved]').nth(1).waitFor()
    const [first, second] = await records('exempt')
    for (const each of [first, second]) expect(each!.fact).toMatchObject({ kind: 'exempt', exemptKind: 'withheld', reason: expect.stringMatching(/^条例第十五条/) as unknown })
  })

  it('reports one page for many documents, spans written out', async () => {
    await opened('published')
    await screen.page.getByLabel('一页公开多件（公示表）').check()
    await pick('事项（必填）', '行政处罚')
    await screen.page.getByLabel('标题（必填）').fill('行政处罚信息公示表')
    await screen.page.getByLabel('本页所载各件（必填）').fill(`云医保罚试〔${year()}〕1—3号\n云医保罚试〔${year()}〕9号`)
    expect(await screen.page.locator('.fill-form [role=status]', { hasText: '共4件' }).count()).toBe(1)
    await screen.page.getByLabel('公开网址（必填）').fill('https://www.yunhe.gov.cn/gs/1.html')
    await screen.page.getByLabel('公开日期（必填）').fill(server.day)
    await screen.page.getByRole('button', { name: '登记', exact: true }).click()
    await lastSaved().waitFor()
    expect((await records('published'))[0]!.pieces).toHaveLength(4)
  })

  it('leads to the request for an extension of what is not due yet', async () => {
    await opened('extension')
    const link = screen.page.getByRole('link', { name: '申请延期' }).first()
    expect(await link.getAttribute('href')).toMatch(/^\/matters\/new\?kind=extension&obligation=D26%7C/)
  })
})

describe('粘贴多行', () => {
  it('checks five rows without recording any, names the two bad ones, records the three good ones and keeps the bad', async () => {
    await opened('paste')
    const slashed = server.day.replaceAll('-', '/')
    const rows = [
      ['事项', '文号', '标题', '形成日期'], ['部门（处镇）文件', '贴-1', '粘贴一', slashed], ['district-6', '贴-2', '粘贴二', server.day], ['部门（处镇）文件', '贴-3', '粘贴三', '昨天'],
      ['没有的事项', '贴-4', '粘贴四', slashed], ['部门（处镇）文件', '贴-5', '粘贴五', slashed],
    ]
    await screen.page.locator('#paste-box').fill(rows.map((row) => row.join('\t')).join('\n'))
    await screen.page.getByRole('button', { name: '读入' }).click()
    await screen.page.getByRole('button', { name: '检查', exact: true }).click()
    await screen.page.locator('[data-state=good]').first().waitFor()
    expect(await screen.page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-state')))).toEqual(['good', 'good', 'bad', 'bad', 'good'])
    expect((await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=${encodeURIComponent('粘贴')}`)).total).toBe(0)
    await screen.shot('fill-paste')
    await screen.page.getByRole('button', { name: '入账3行' }).click()
    await screen.page.locator('[data-sent]', { hasText: '已入账3行，还有2行没有入账' }).waitFor()
    expect((await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=${encodeURIComponent('粘贴')}`)).total).toBe(3)
    await screen.page.getByLabel('第3行形成日期').or(screen.page.getByLabel('第3行日期')).fill(slashed)
    await screen.page.getByLabel('第4行事项').fill('district-6')
    await screen.page.getByRole('button', { name: '检查', exact: true }).click()
    await screen.page.getByRole('button', { name: '入账2行' }).click()
    await screen.page.locator('[data-sent]', { hasText: '已入账5行' }).waitFor()
    expect((await clerk.read<ObligationPage>(`/api/obligations?unit=D26&q=${encodeURIComponent('粘贴')}`)).total).toBe(5)
  })
})

describe('更正', () => {
  it('of a late publication to an earlier day waits for a supervisor, both values shown', async () => {
    const day = addDays(server.day, -200)
    const formed = { kind: 'formed', key: 'late-1', unit: 'D26', item: 'district-6', ref: '迟-1', title: '迟公开的通知', day }
    await clerk.post('/api/facts', [formed, { kind: 'published', key: 'late-2', unit: 'D26', item: 'district-6', ref: '迟-1', title: '迟公开的通知', day: server.day, url: 'https://www.yunhe.gov.cn/c/1.html', channel: '政府网站' }])
    await opened('correct')
    await screen.page.locator('#correct-find').fill('迟公开的通知')
    await screen.page.locator('[data-record=late-2]').getByRole('button').click()
    await screen.page.getByLabel('公开日期').fill(addDays(day, 3))
    await screen.page.getByLabel('更正理由（必填）').fill('录入时写成了当天')
    await screen.page.getByRole('button', { name: '登记更正' }).click()
    await screen.page.locator('.waits', { hasText: '更正待核' }).waitFor()
    const both = await screen.page.locator('.both').innerText()
    expect(both).toContain(server.day)
    expect(both).toContain(addDays(day, 3))
    const { rows } = await clerk.read<DeskRecordsAnswer>('/api/units/D26/records?key=late-2')
    expect([rows[0]!.state, rows[0]!.fact.day]).toEqual(['waiting', server.day])
    await screen.shot('fill-correct')
  })
})

describe('月度关账', () => {
  it('closes a month, asks about what the store knows otherwise, and takes an explanation of a missing number', async () => {
    const before = await clerk.read<RegisterAnswer>('/api/units/D26/register')
    const open = before.months.find(({ closing }) => closing === null)
    const month = open ?? before.months[0]!
    await opened('closing')
    const line = screen.page.locator(`[data-month="${month.month}"]`)
    await line.waitFor()
    if (await line.locator('form').count() === 0) await line.getByRole('button', { name: /^(关账|改正)/ }).click()
    await line.getByLabel('主动公开').fill(String(month.known.made + 3))
    await line.getByLabel('依申请公开').fill('0')
    await line.getByLabel('不予公开').fill('0')
    if (month.closing !== null) await line.getByLabel('更正理由').fill('重新核数')
    await line.getByRole('button', { name: '关账', exact: true }).click()
    await line.locator('.questions', { hasText: '有3件没有登记，请补登或核对' }).waitFor()
    // 云医保发 99号 was registered above, far behind the last one.
    const gap = screen.page.locator('[data-gap^="云医保发"]').first()
    await gap.getByRole('button', { name: /^说明/ }).click()
    await gap.getByRole('button', { name: '说明', exact: true }).last().click()
    await screen.page.locator('.explained', { hasText: '作废' }).first().waitFor()
    const after = await clerk.read<RegisterAnswer>('/api/units/D26/register')
    expect(after.series.find(({ code }) => code === '云医保发')!.gaps).toEqual([])
    await screen.shot('fill-closing')
  })

  it('shows the office every unit’s open months and numbers', async () => {
    const office = await openScreen(browser, server, { width: 1440, height: 900, cookie: (await server.signIn('supervisor')).cookie })
    await office.page.goto('/register')
    await office.page.locator('.sentence').waitFor()
    await office.page.locator('[data-unit=D27]').waitFor()
    await office.shot('fill-register')
    await office.page.goto('/desk')
    await office.page.locator('.elsewhere').waitFor()
    expect(office.faults).toEqual([])
    await office.context.close()
  })
})

describe('on every screen', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const tasks = ['formed', 'published', 'nothing', 'checked', 'exempt', 'extension', 'correct', 'paste', 'closing']

  it('axe finds nothing serious, and no page scrolls sideways on a phone or a tablet', async () => {
    const quiet = await openScreen(browser, server, { width: 390, height: 844, cookie: clerk.cookie })
    for (const task of tasks) {
      await quiet.page.setViewportSize({ width: 390, height: 844 })
      await quiet.page.goto(`/desk?do=${task}`)
      await quiet.page.locator('.fill-form, .closing').first().waitFor()
      for (const width of [390, 768]) {
        await quiet.page.setViewportSize({ width, height: 844 })
        expect([task, width, await quiet.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([task, width, 0])
      }
      await quiet.page.evaluate(source)
      const found = await quiet.page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run())
      const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => [task, id, nodes[0]?.html])).toEqual([])
    }
    await quiet.context.close()
  })
})
