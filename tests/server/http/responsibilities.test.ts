import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DutyPage } from '../../../shared/wire/answers.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer()
  const duties = [{ unit: 'A', item: 'report' }]
  await server.intake.settle([{ kind: 'dutyState', effective: '2026-03-10', duties, state: 'proposed', reason: '=1+1' }], { feed: 'desk', account: 'supervisor' })
})
afterAll(() => server.close())

const paper = async (path: string, role: 'supervisor' | 'clerk') => {
  const answer = await server.request(`/api/exports/${path}`, { cookie: await server.cookieOf(role) })
  return { status: answer.status, name: decodeURIComponent(answer.headers.get('content-disposition') ?? ''), answer }
}

describe('GET /api/exports/responsibilities', () => {
  it('has a row for each duty of the unit, what it prints, how often, who owes it too, how it stands and why', async () => {
    const { answer, name } = await paper('responsibilities.xlsx?unit=A', 'supervisor')
    expect(name).toContain('云河区责任清单（认领确认表）（截至2026-03-10）.xlsx')
    const [table, said] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets
    const { total } = await (await server.request('/api/duties?unit=A', { cookie: await server.cookieOf('supervisor') })).json() as DutyPage
    expect(table!.rows).toHaveLength(total + 1)
    const heads = table!.rows[0]!
    const row = table!.rows.find(each => each[heads.indexOf('事项')] === 'report')!
    const cell = (head: string) => row[heads.indexOf(head)]
    expect(['责任单位', '目录所列时限', '频次', '同担单位数', '认领情况', '经办', '理由'].map(cell)).toEqual(
      ['A局', '20个工作日内', '每年一次，次年1月31日前', 4, '待认领', 'supervisor', '=1+1'])
    const notes = new Map(said!.rows.map(([label, text]) => [label, text]))
    expect(notes.get('截至日')).toBe('2026-03-10')
    expect(notes.get('目录版本')).toBe('区目录（1，2025-01-01起）；部门目录（1，2025-01-01起）')
    expect(notes.get('认领办法')).toBe('送交认领之日起5个工作日内，由责任单位认领或书面提出异议；期内未提出异议的，视为认领')
    expect(notes.get('口径')).toContain('一行为一项公开责任')
    expect(notes.get('说明')).toBe('本表由系统生成，经____________审核')
  })

  it('as csv keeps a reason that looks like a formula as text, and narrows by state', async () => {
    const { answer } = await paper('responsibilities.csv?state=proposed', 'supervisor')
    const text = await answer.text()
    expect(text.split('\r\n')[1]).toContain("'=1+1")
    expect(text).toContain('认领情况：待认领')
  })

  it('gives a clerk the own unit only', async () => {
    const { answer } = await paper('responsibilities.csv', 'clerk')
    const units = (await answer.text()).split('\r\n\r\n')[0]!.split('\r\n').slice(1).map(line => line.split(',')[0])
    expect(new Set(units.filter(Boolean))).toContain('A局')
    expect(units.some(unit => unit === 'B局')).toBe(false)
    const other = await paper('responsibilities.csv?unit=B', 'clerk')
    expect([other.status, (await errorIn(other.answer)).code]).toEqual([403, 'other-unit'])
  })
})
