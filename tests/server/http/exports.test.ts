import { parseCsv } from 'hucre/csv'
import { readXlsx, type Sheet } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObligationPage } from '../../../shared/wire/answers.ts'
import { columnNames } from '../../../server/answers/tables.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
const tricks = ['=1+1', '+1', '-1', '@SUM(1)', '＝1+1', '＋1', '－1', '＠x', '=HYPERLINK("https://x")', '普通的标题, 带"引号"']
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post(tricks.map((title, n) => ({ kind: 'formed', ref: `R${n}`, title, day: '2026-03-02', docNumber: `云A发〔2026〕${n}号` })))
  await server.post([
    { kind: 'formed', ref: 'W1', title: '不能说的标题', day: '2026-03-02', unit: 'B' },
    { kind: 'formed', ref: 'L1', title: '迟了的文', day: '2026-01-05', unit: 'B' },
  ])
  const answer = await server.request('/api/facts', { cookie, body: [{ key: 'w', kind: 'exempt', unit: 'B', item: 'doc', about: { ref: 'W1' }, exemptKind: 'withheld', reason: '条例第十四条', day: '2026-03-10' }] })
  expect(await answer.json()).toMatchObject({ accepted: 1 })
})
afterAll(() => server.close())

async function bytesOf(path: string, as = cookie): Promise<Uint8Array> {
  const answer = await server.request(`/api/exports/${path}`, { cookie: as })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

async function csv(path: string, as = cookie): Promise<{ text: string; heads: readonly unknown[]; rows: unknown[][]; notes: Map<unknown, unknown> }> {
  const bytes = await bytesOf(path, as)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  const [heads = [], ...lines] = parseCsv(text, { skipEmptyRows: false, delimiter: ',' }) as unknown[][]
  const gap = lines.findIndex(line => line.every(cell => cell === '' || cell === null))
  return { text, heads, rows: lines.slice(0, gap), notes: new Map(lines.slice(gap + 1).map(([label, words]) => [label, words])) }
}

async function sheets(path: string, as = cookie): Promise<readonly Sheet[]> {
  return (await readXlsx(await bytesOf(path, as), { readStyles: true })).sheets
}

async function listed(query: string): Promise<ObligationPage> {
  return await (await server.request(`/api/obligations?limit=1000&${query}`, { cookie })).json() as ObligationPage
}

describe('GET /api/exports/obligations', () => {
  it.each(['csv', 'xlsx'])('as %s holds every row the list has under the same filters, in its order', async format => {
    const { rows } = await listed('unit=A&from=2026-01-01')
    expect(rows.length).toBeGreaterThan(tricks.length)
    const path = `obligations.${format}?unit=A&from=2026-01-01&columns=id`
    const ids = format === 'csv' ? (await csv(path)).rows.map(row => row[0]) : (await sheets(path))[0]!.rows.slice(1).map(row => row[0])
    expect(ids).toEqual(rows.map(row => row.id))
  })

  it('takes the columns asked for, in that order', async () => {
    expect((await csv('obligations.csv?columns=status,unit')).heads).toEqual(['状态', '单位'])
    expect((await csv('obligations.csv')).heads).toHaveLength(columnNames('obligations').length)
  })

  it('as csv has no cell a spreadsheet would read as a formula', async () => {
    const { rows, text } = await csv('obligations.csv?item=doc&unit=A&columns=title')
    const titles = rows.map(row => String(row[0]))
    expect(titles.filter(title => /^[\s]*[=+\-@＝＋－＠]/.test(title))).toEqual([])
    expect(titles).toEqual(expect.arrayContaining(["'=1+1", "'＝1+1", '普通的标题, 带"引号"']))
    expect(text).not.toMatch(/\t/)
  })

  it('as xlsx keeps such titles as text, word for word', async () => {
    const [sheet] = await sheets('obligations.xlsx?item=doc&unit=A&columns=title,dueDay')
    const titles = sheet!.rows.slice(1).map(row => row[0])
    expect(titles).toEqual(expect.arrayContaining(['=1+1', '＝1+1', '=HYPERLINK("https://x")']))
    for (const cell of sheet!.cells?.values() ?? []) expect([cell.type, cell.formula]).not.toEqual(['formula', expect.anything()])
  })

  it('as xlsx freezes the heads, filters all rows, writes days as days and names its fonts', async () => {
    const [sheet, notes] = await sheets('obligations.xlsx?unit=B&item=doc&columns=unit,dueDay,lateWorkdays&status=overdue')
    expect(sheet!.name).toBe('应公开信息')
    expect(sheet!.freezePane).toMatchObject({ rows: 1 })
    expect(sheet!.autoFilter?.range).toBe('A1:C2')
    expect(sheet!.rows[1]?.[0]).toBe('B局')
    expect(new Date(sheet!.rows[1]?.[1] as Date).toISOString().slice(0, 10)).toBe('2026-02-02')
    expect(sheet!.rows[1]?.[2]).toBe(22)
    expect(sheet!.cells?.get('0,0')?.style?.font?.name).toBe('黑体')
    expect(notes!.name).toBe('说明')
  })

  it('says of itself how it was counted, as of when, as known when, under which versions, and that the system made it', async () => {
    const { notes } = await csv('obligations.csv?unit=A&status=overdue&asOf=2026-03-05&knownAt=2026-03-06')
    expect(notes.get('截至日')).toBe('2026-03-05')
    expect(notes.get('按何时掌握')).toMatch(/^按2026-03-06 23:59掌握/)
    expect(notes.get('筛选条件')).toBe('单位：A局；状态：逾期未公开')
    expect(notes.get('目录版本')).toMatch('区目录（1，')
    expect(notes.get('考核评分细则')).toBe('小细则（1）')
    expect(notes.get('工作日历')).toMatch(/^2026年依据/)
    expect(notes.get('说明')).toBe('本表由系统生成')
    expect(notes.get('口径')).toBeTruthy()
  })

  it('never tells a withheld title', async () => {
    const { text } = await csv('obligations.csv')
    expect(text).toContain('不予公开')
    expect(text).not.toContain('不能说的标题')
  })

  it('gives heads and clerks their own unit only', async () => {
    const { rows } = await csv('obligations.csv?columns=unit', await server.cookieOf('clerk'))
    expect(new Set(rows.map(row => row[0]))).toEqual(new Set(['A局']))
  })

  it('has a Chinese name for the file and a plain one for old browsers', async () => {
    const answer = await server.request('/api/exports/obligations.xlsx?limit=', { cookie })
    expect(answer.status).toBe(400)
    const { headers } = await server.request('/api/exports/obligations.csv?columns=id', { cookie })
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="obligations-2026-03-10.csv"; filename*=UTF-8''${encodeURIComponent('云河区应公开信息（截至2026-03-10）.csv')}`)
  })

  it.each([['columns=secret', 'columns'], ['limit=5', 'limit'], ['status=done', 'status']])('refuses %s and names the field', async (query, field) => {
    const answer = await server.request(`/api/exports/obligations.xlsx?${query}`, { cookie })
    expect([answer.status, (await errorIn(answer)).issues?.map(issue => issue.field)]).toEqual([400, [field]])
  })

  it('of a past day as known then equals the list of that past', async () => {
    const { total } = await listed('asOf=2026-03-09&knownAt=2026-03-09')
    expect((await csv('obligations.csv?asOf=2026-03-09&knownAt=2026-03-09')).rows).toHaveLength(total)
    expect((await sheets('obligations.xlsx?asOf=2026-03-09&knownAt=2026-03-09'))[0]!.rows).toHaveLength(total + 1)
  })
})

describe('GET /api/exports/units and duties', () => {
  it('have a row for each unit, with "—" where there is nothing to count', async () => {
    const { rows } = await csv('units.csv?columns=unit,onTime,score')
    expect(rows.map(row => row[0])).toEqual(['云河区A局', '云河区B局', '云河区C局', '云河区V局', '云河区S街道'])
    expect(rows.find(row => row[0] === '云河区V局')?.[2]).toBe('—')
    expect((await csv('units.csv', await server.cookieOf('head'))).rows).toHaveLength(1)
  })

  it('have a row for each duty of the list', async () => {
    const { total } = await (await server.request('/api/duties?unit=B', { cookie })).json() as { total: number }
    expect((await sheets('duties.xlsx?unit=B'))[0]!.rows).toHaveLength(total + 1)
  })

  it('applicable=1 holds the duties the coverage rate counts, and says so', async () => {
    const { rows, notes } = await csv('duties.csv?applicable=1')
    expect(rows).toHaveLength(server.live.board().district.coverage.whole)
    expect(notes.get('筛选条件')).toBe('计入覆盖率')
  })
})
