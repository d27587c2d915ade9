import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../server/documents/paper.ts'
import type { PaperTable } from '../../../server/documents/paper-table.ts'
import { tableCsv } from '../../../server/documents/write-csv.ts'
import { paperDocx } from '../../../server/documents/write-docx.ts'
import { paperXlsx } from '../../../server/documents/write-paper-xlsx.ts'
import { zipOf } from '../../../server/documents/write-zip.ts'
import { formulas } from '../../support/formulas.ts'
import { openZip, textOf } from '../../support/open-zip.ts'
import { readCsv, readSheet } from '../../support/read-sheet.ts'
import { readDocx } from '../../support/read-docx.ts'

const paper: Paper = {
  title: '通报',
  sections: [
    { wide: false, blocks: [
      { block: 'masthead', issuer: '云河区人民政府办公室文件', number: '云政办字〔2026〕　　号' }, { block: 'title', text: '关于监测情况\n的通报' },
      { block: 'heading', text: '一、总体情况' }, { block: 'subheading', text: '（一）逾期' }, { block: 'text', text: '目前逾期12件。' },
      { block: 'enclosures', names: ['情况表', '问题清单'] }, { block: 'signed', by: '云河区人民政府办公室', day: '2026年10月12日' },
      { block: 'form', widths: [1, 3], rows: [{ cells: [{ text: '签收', label: true }, { text: '' }], tall: 20 }] }, { block: 'colophon', copies: '区委办公室', issuer: '办公室', day: '2026年10月12日' },
    ] },
    { wide: true, blocks: [
      { block: 'enclosure', label: '附件1', title: '情况表' },
      { block: 'grid', columns: [{ head: '单位', width: 2, kind: 'text' }, { head: '率', width: 1, kind: 'share' }, { head: '得分', width: 1, kind: 'points' }], rows: [['甲局', 0.9634, 92.35], ['=乙局\u0000', '—', null]] },
      { block: 'remarks', lines: ['本表由系统生成，经＿＿审核'] },
    ] },
  ],
}

describe('paperDocx()', async () => {
  const { document, lines, tables, members } = readDocx(await paperDocx(paper))

  it('has A4 pages with the margins of GB/T 9704, and wide tables on their side', () => {
    const sections = [...document.matchAll(/<w:pgSz ([^/]*)\/><w:pgMar ([^/]*)\/>/g)].map(([, size, margin]) => ({ size, margin }))
    expect(sections).toHaveLength(2)
    expect(sections[0]!.size).toMatch(/w:w="11906" w:h="16838"/)
    expect(sections[1]!.size).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/)
    // 天头 37 mm, 订口 28 mm, in twips.
    expect(sections[0]!.margin).toMatch(/w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
  })

  it('names the faces: 仿宋 三号 text, 黑体 first headings, 楷体 second, 小标宋 title, a red mark', () => {
    const runOf = (text: string) => [...document.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run).find(run => run.includes(`>${text}<`)) ?? ''
    expect(runOf('目前逾期12件。')).toMatch(/w:eastAsia="仿宋"/)
    expect(runOf('目前逾期12件。')).toContain('<w:sz w:val="32"/>')
    expect(runOf('一、总体情况')).toContain('w:eastAsia="黑体"')
    expect(runOf('（一）逾期')).toContain('w:eastAsia="楷体"')
    expect(runOf('关于监测情况')).toMatch(/w:eastAsia="方正小标宋简体".*w:val="44"/s)
    expect(runOf('云河区人民政府办公室文件')).toContain('w:color w:val="C8102E"')
    expect(document).toContain('w:line="579" w:lineRule="exact"')
  })

  it('numbers its pages 「— 1 —」, odd pages right and even pages left', () => {
    const feet = [...members.keys()].filter(name => /^word\/footer\d+\.xml$/.test(name)).map(name => textOf(members, name))
    expect(feet.every(foot => foot.includes('— ') && foot.includes('PAGE'))).toBe(true)
    expect(feet.some(foot => foot.includes('w:jc w:val="right"'))).toBe(true)
    expect(feet.some(foot => foot.includes('w:jc w:val="left"'))).toBe(true)
    expect(textOf(members, 'word/settings.xml')).toContain('evenAndOddHeaders')
  })

  it('repeats the heads of a table on every page and prints shares, points and blanks as papers do', () => {
    expect(document).toContain('<w:tblHeader/>')
    expect(tables.at(-1)).toEqual([['单位', '率', '得分'], ['甲局', '96.3%', '92.35'], ['=乙局 ', '—', '']])
  })

  it('lists its attachments below the text and heads each on its own page', () => {
    expect(lines).toContain('附件：1．情况表')
    expect(lines).toContain('2．问题清单')
    expect(lines).toContain('附件1')
    expect(lines).toContain('抄送：区委办公室。')
  })

  it('takes any text as text: no field, link or macro comes of it', async () => {
    const read = readDocx(await paperDocx({ title: formulas[0]!, sections: [{ wide: false, blocks: formulas.map(text => ({ block: 'text' as const, text })) }] }))
    expect(read.lines.join('\n')).toContain('<script>alert(1)</script>')
    expect(read.document).not.toMatch(/fldSimple|instrText|hyperlink|<script/)
    expect([...read.members.keys()].filter(name => /vba|embeddings/.test(name))).toEqual([])
  })
})

const table: PaperTable = {
  head: {
    title: '成绩汇总表', notes: [['口径', '=不是公式']],
    columns: [
      { head: '单位', width: 20, kind: 'text' }, { head: 'A1 按时', width: 8, kind: 'points', group: '时效' }, { head: 'A2 逾期', width: 8, kind: 'points', group: '时效' },
      { head: '=名次', width: 8, kind: 'count' },
    ],
  },
  rows: [['甲局', 15.5, 8, 1], ...formulas.map(text => [text, null, 0.25, 2] as const)],
  subtitle: '截至日：2026-10-31', wide: true, fixed: 1,
}

describe('paperXlsx()', async () => {
  const bytes = await paperXlsx(table)
  const sheet = readSheet(bytes)

  it('stands under its title and its line, heads in two rows, numbers as numbers', () => {
    expect(sheet.rows.slice(0, 5)).toEqual([
      ['成绩汇总表'], ['截至日：2026-10-31'], ['单位', '时效', null, '=名次'], [null, 'A1 按时', 'A2 逾期', null], ['甲局', 15.5, 8, 1],
    ])
    expect(sheet.xml).toMatch(/<mergeCell ref="A1:D1"\/>.*<mergeCell ref="A3:A4"\/><mergeCell ref="B3:C3"\/>/s)
    expect(sheet.rows.at(-1)![0]).toMatch(/^本表由系统生成，经＿+审核/)
  })

  it('prints on A4 on its side, heads repeated, pages numbered', () => {
    expect(sheet.xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/)
    expect(sheet.xml).toContain('— &amp;P —')
    expect(textOf(openZip(bytes), 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^<]*<?[^<]*\$3:\$4/)
    expect(sheet.styles).toContain('黑体')
    expect(sheet.styles).toContain('仿宋')
  })

  it('holds no formula, whatever is written in it', () => {
    expect(sheet.hasFormula).toBe(false)
    expect(sheet.rows.slice(5, -1).every(row => typeof row[0] === 'string')).toBe(true)
  })

  it('writes a table without rows', async () => {
    expect(readSheet(await paperXlsx({ ...table, rows: [] })).rows).toHaveLength(5)
  })
})

describe('the .csv beside it', () => {
  it('begins no cell with what a spreadsheet would run, in heads, rows or notes', () => {
    const cells = readCsv(tableCsv(table)).flat().filter(cell => Number.isNaN(Number(cell)))
    expect(cells.filter(cell => /^[\s\u00a0\u3000\ufeff]*[=+\-@＝＋－＠﹦]/.test(cell))).toEqual([])
    expect(cells).toContain("'=名次")
  })
})

describe('zipOf()', () => {
  const at = '2026-10-31T02:03:04.000Z'

  it('gives back every file under its Chinese name, byte for byte', () => {
    const members = [{ name: '清单.json', bytes: new TextEncoder().encode('{"一":1}'.repeat(50)) }, { name: '附件/图.png', bytes: new Uint8Array([137, 80, 0, 255]) }]
    const read = openZip(zipOf(members, at))
    expect([...read.keys()]).toEqual(['清单.json', '附件/图.png'])
    for (const { name, bytes } of members) expect([...read.get(name)!]).toEqual([...bytes])
  })

  it('is the same file when made again, and takes no two files of one name', () => {
    const one = [{ name: 'a.txt', bytes: new Uint8Array([1]) }]
    expect(zipOf(one, at)).toEqual(zipOf(one, at))
    expect(() => zipOf([...one, ...one], at)).toThrow('a.txt')
  })
})
