import { describe, expect, it } from 'vitest'
import { readCatalogueText } from '../../../server/documents/read-catalogue-text.ts'

const heads = [
  '事项类别\t事项名称\t\t公开内容\t公开主体\t公开渠道\t公开时限\t公开属性\t公开方式\t公开对象',
  '一级\t二级\t三级\t\t\t\t\t\t\t',
]
const values = '内容\t各单位\t✓政府网站\t20个工作日内\t✓主动公开\t✓全文发布\t社会'

describe('readCatalogueText() on a tab table', () => {
  it('readCatalogueText() gives each row its line, its page and its cells by heading', () => {
    const rows = readCatalogueText(['', ...heads, `甲\t乙\t丙\t${values}`, '', `\t丁\t${values}`].join('\r\n'))
    expect(rows).toEqual([
      {
        line: 4,
        page: 1,
        levels: ['一级', '二级', '三级'],
        cells: {
          一级: '甲',
          二级: '乙',
          三级: '丙',
          公开内容: '内容',
          公开主体: '各单位',
          公开渠道: '✓政府网站',
          公开时限: '20个工作日内',
          公开属性: '✓主动公开',
          公开方式: '✓全文发布',
          公开对象: '社会',
        },
      },
      { line: 6, page: 2, levels: ['一级', '二级'], cells: expect.objectContaining({ 一级: '', 二级: '丁', 公开对象: '社会' }) as unknown },
    ])
  })

  it('readCatalogueText() takes a name column without heading only where it holds something', () => {
    const rows = readCatalogueText([...heads, `甲\t乙\t丙\t\t${values}`, `甲\t乙\t丙\t丁\t${values}`].join('\n'))
    expect(rows.map((row) => 'levels' in row && row.levels)).toEqual([
      ['一级', '二级', '三级'],
      ['一级', '二级', '三级', '第4栏'],
    ])
  })

  it('readCatalogueText() names every row with too few cells', () => {
    expect(readCatalogueText([...heads, '甲\t乙\t丙', `甲\t乙\t${values}`, '丁'].join('\n'))).toMatchObject([
      { code: 'short-row', field: 'line 3' },
      { code: 'short-row', field: 'line 5' },
    ])
  })

  it('readCatalogueText() refuses a table without the headings', () => {
    expect(readCatalogueText(`a\tb\tc\td\te\tf\tg\th\n${values}`)).toMatchObject([{ code: 'unknown-form' }])
  })
})

const wordHeads = [
  ' \t序号',
  '\t过程',
  '\t公开事项',
  '\t公开内容（要素）',
  '\t公  开  依  据',
  '\t公开对象',
  '',
  '\t',
  '\t',
  '\t一级目录',
  '\t二级目录',
  '\t',
  '\t',
  '\t全社会',
  '\t特定',
  '群众',
  '',
]

describe('readCatalogueText() on one line a cell', () => {
  it('readCatalogueText() gathers wrapped and merged cells under the headings of both rows', () => {
    const rows = readCatalogueText(
      [
        ...wordHeads,
        '\t1 ',
        '\t政策',
        '解读',
        '\t甲',
        '',
        '\t乙',
        '\t内容',
        '\t依据；',
        '',
        '\t√',
        '\t',
        '',
        '\t2',
        '\t',
        '\t',
        '\t丙',
        '\t内容',
        '\t依据',
        '\t',
        '\t√',
        '',
        '',
      ].join('\n'),
    )
    expect(rows).toEqual([
      {
        line: 18,
        page: 1,
        levels: ['过程', '一级目录', '二级目录'],
        cells: {
          序号: '1',
          过程: '政策\n解读',
          一级目录: '甲',
          二级目录: '乙',
          '公开内容（要素）': '内容',
          公开依据: '依据；',
          全社会: '√',
          特定群众: '',
        },
      },
      {
        line: 30,
        page: 1,
        levels: ['过程', '一级目录', '二级目录'],
        cells: {
          序号: '2',
          过程: '',
          一级目录: '',
          二级目录: '丙',
          '公开内容（要素）': '内容',
          公开依据: '依据',
          全社会: '',
          特定群众: '√',
        },
      },
    ])
  })

  it('readCatalogueText() refuses a row with a cell too many or too few, by line', () => {
    const first = ['\t1', '\t甲', '\t乙', '\t丙', '\t内容', '\t依据', '\t√', '\t']
    expect(
      readCatalogueText([...wordHeads, ...first, '\t多', '\t2', '\t', '\t', '\t丙', '\t内容', '\t依据', '\t', '\t√'].join('\n')),
    ).toMatchObject([{ code: 'broken-row', field: 'line 26' }])
    expect(readCatalogueText([...wordHeads, ...first.slice(1), '\t9'].join('\n'))).toMatchObject([{ code: 'unknown-form' }])
  })
})

describe('readCatalogueText() on anything else', () => {
  it.each([
    ['', 'empty-document'],
    [' \n \n', 'empty-document'],
    ['一段文字', 'unknown-form'],
    ['a,b,c,d,e,f,g', 'unknown-form'],
  ])('readCatalogueText() refuses %j', (text, code) => {
    expect(readCatalogueText(text)).toMatchObject([{ code }])
  })
})
