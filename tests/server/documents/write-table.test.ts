import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { WholeTable } from '../../../server/answers/table.ts'
import { tableCsv } from '../../../server/documents/write-csv.ts'
import { tableXlsx } from '../../../server/documents/write-xlsx.ts'

const table: WholeTable = {
  head: {
    title: '表', notes: [['说明', '本表由系统生成'], ['筛选条件', '含“=1”']],
    columns: [{ head: '标题', width: 20, kind: 'text' }, { head: '到期日', width: 12, kind: 'day' }, { head: '率', width: 8, kind: 'share' }, { head: '分', width: 8, kind: 'points' }],
  },
  rows: [['=cmd|x', '2024-02-29', 0.5, 88.25], [null, null, '—', null], ['第二行\t"', '1999-12-31', 1, 0]],
}

describe('tableXlsx()', () => {
  it('keeps text text, days days, shares numbers and blanks blank', async () => {
    const { sheets } = await readXlsx(await tableXlsx(table), { readStyles: true })
    const [first, , third] = sheets[0]!.rows.slice(1)
    expect([first![0], (first![1] as Date).toISOString().slice(0, 10), first![2], first![3]]).toEqual(['=cmd|x', '2024-02-29', 0.5, 88.25])
    expect([third![0], (third![1] as Date).toISOString().slice(0, 10)]).toEqual(['第二行 "', '1999-12-31'])
    expect(sheets[0]!.rows[2]!.map(cell => cell ?? null)).toEqual([null, null, '—', null])
    expect(sheets[0]!.cells?.get('1,0')?.style?.numFmt).toBe('@')
    expect(sheets[1]!.rows).toEqual([['说明', '本表由系统生成'], ['筛选条件', '含“=1”']])
  })

  it('writes a table without rows', async () => {
    const { sheets } = await readXlsx(await tableXlsx({ ...table, rows: [] }))
    expect(sheets[0]!.rows).toEqual([['标题', '到期日', '率', '分']])
  })
})

describe('tableCsv()', () => {
  it('begins with BOM and heads, quotes what needs it, and ends with the notes', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableCsv(table)).split('\r\n')).toEqual([
      '\ufeff标题,到期日,率,分', "'=cmd|x,2024-02-29,0.5,88.25", ',,—,', '"第二行 """,1999-12-31,1,0', '', '说明,本表由系统生成', '筛选条件,含“=1”',
    ])
  })
})
