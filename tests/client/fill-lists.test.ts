import { describe, expect, it } from 'vitest'
import { changedFields, fieldText, fieldWords } from '../../client/lists/correct-fields.ts'
import { matchingRows, namedRows } from '../../client/lists/fill-match.ts'
import { periodsOf } from '../../client/lists/fill-periods.ts'
import { columnOfRefusal, pastedFact } from '../../client/lists/paste-facts.ts'
import { cellsIn, fieldOfHead, pastedTable } from '../../client/lists/paste-rows.ts'
import { plainRefusal } from '../../client/lists/plain-refusal.ts'
import { publicationTarget, refsIn } from '../../client/lists/publication-target.ts'
import { recordLine } from '../../client/lists/record-lines.ts'
import { fillColumns } from '../../shared/facts/fill-columns.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { DeskRecord, FillRow } from '../../shared/wire/desk-answers.ts'

const row = (item: string, name: string, over: Partial<FillRow> = {}): FillRow => ({
  item, name, path: ['政务公开', name], category: 'c1', categoryName: '类别', cadence: 'asFormed', owed: true, alwaysExists: false, slots: [], channels: [], initials: '', spelled: '', review: null, ...over,
})
const rows = [
  row('district-6', '部门（处镇）文件', { initials: 'bmczwj', spelled: 'bumenchuzhenwenjian' }), row('district-19', '行政处罚', { initials: 'xzcf', spelled: 'xingzhengchufa' }),
  row('district-18', '行政许可', { owed: false, initials: 'xzxk', spelled: 'xingzhengxuke' }), row('b-1', '其他', { path: ['甲', '其他'] }), row('b-2', '其他', { path: ['乙', '其他'] }),
]
const desk = { unit: 'A', rows, others: [{ id: 'B', name: '云河区财政局', shortName: '区财政局' }] }

describe('matchingRows()', () => {
  it.each([['', 5], ['xz', 2], ['bmcz', 1], ['处罚', 1], ['xingzhengxu', 1], ['甲', 1], ['没有', 0]])('finds by name, path or 拼音: %o gives %i', (typed, count) => {
    expect(matchingRows(rows, typed)).toHaveLength(count)
  })

  it('puts rows the unit owes before those only printed for it, however well they match', () => {
    expect(matchingRows(rows, 'xz').map(({ item }) => item)).toEqual(['district-19', 'district-18'])
  })
})

describe('namedRows()', () => {
  it('tells a row by id, whole path or name; a name several rows have names them all', () => {
    expect(namedRows(rows, ' district-6 ').map(({ item }) => item)).toEqual(['district-6'])
    expect(namedRows(rows, '甲/其他').map(({ item }) => item)).toEqual(['b-1'])
    expect(namedRows(rows, '其他')).toHaveLength(2)
    expect(namedRows(rows, '其')).toEqual([])
  })
})

describe('periodsOf()', () => {
  const within = { from: '2025-01-01', today: '2026-03-10' }
  it('lists a slot’s periods newest first, only ended ones where asked', () => {
    const quarterly = row('q', '季报', { slots: [{ name: null, every: 'quarter' }] })
    expect(periodsOf(quarterly, { ...within, onlyEnded: false })[0]).toBe('2026-Q1')
    expect(periodsOf(quarterly, { ...within, onlyEnded: true })).toEqual(['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'])
  })

  it('names the slot where the row has several, and takes any period where it has none', () => {
    const budget = row('b', '预决算', { slots: [{ name: 'budget', every: 'year' }, { name: 'final', every: 'year' }] })
    expect(periodsOf(budget, { ...within, onlyEnded: true })).toEqual(['2025/budget', '2025/final'])
    expect(periodsOf(row('d', '文件'), { ...within, onlyEnded: true }).slice(0, 2)).toEqual(['2026-02', '2026-01'])
  })
})

describe('publicationTarget()', () => {
  const piece = (id: string, over = {}) => publicationTarget({ id, item: 'doc', period: null, docNumber: null, ...over })
  it('reads a document’s ref, a slot’s period, and the policy a 解读 is of', () => {
    expect(piece('A|doc|doc:云发〔2026〕6号@2026-03-02')).toEqual({ item: 'doc', ref: '云发〔2026〕6号' })
    expect(piece('A|doc|doc:a@b@2026-03-02')).toEqual({ item: 'doc', ref: 'a@b' })
    expect(piece('A|stats|period:2026-Q1', { period: '2026-Q1' })).toEqual({ item: 'doc', period: '2026-Q1' })
    expect(piece('A|group|for:A|doc|doc:云发〔2026〕6号@2026-03-02')).toEqual({ item: 'doc', interprets: '云发〔2026〕6号' })
    expect(piece('A|group|for:A|doc|page:x', { docNumber: '云发〔2026〕7号' })).toEqual({ item: 'doc', interprets: '云发〔2026〕7号' })
    expect(piece('A|about|standing#1')).toEqual({ item: 'doc' })
    expect(piece('A|doc|doc:R1@2026-03-02|republish:2026-04-01')).toEqual({ item: 'doc', ref: 'R1' })
  })
})

describe('refsIn()', () => {
  it('takes one ref a line, a span as each of its numbers, each once', () => {
    expect(refsIn('云许〔2026〕1—3号\n\n 索引-9 \r\n云许〔2026〕3号')).toEqual(['云许〔2026〕1号', '云许〔2026〕2号', '云许〔2026〕3号', '索引-9'])
  })
})

describe('cellsIn()', () => {
  it.each([
    ['a\tb\r\nc\td', [['a', 'b'], ['c', 'd']]], ['"多\n行"\tb', [['多 行', 'b']]], ['"他说""好"""\tb', [['他说"好"', 'b']]], ['"半个引号\tb', [['"半个引号', 'b']]],
    ['a\t\n\t\n\nb\t', [['a', ''], ['b', '']]], ['', []],
  ])('of %o is %o', (text, cells) => {
    expect(cellsIn(text)).toEqual(cells)
  })
})

describe('pastedTable()', () => {
  it('reads columns by the heads people write, remarks in brackets aside', () => {
    const table = pastedTable('序号\t发文字号\t信息标题\t成文日期（必填）\n1\t云发〔2026〕1号\t甲\t2026/3/9')
    expect(table).toMatchObject({ hasHead: true, columns: [null, 'ref', 'title', 'day'], rows: [['1', '云发〔2026〕1号', '甲', '2026/3/9']] })
  })

  it('takes the template’s order without a head row, each field once', () => {
    expect(pastedTable('登记形成\t部门（处镇）文件\tR1').columns).toEqual(['kind', 'item', 'ref'])
    expect(pastedTable('标题\t名称\t日期\nx\ty\tz').columns).toEqual(['title', null, 'day'])
  })

  it('knows the template’s own heads, and keeps the first 2,000 rows', () => {
    expect(fillColumns.map(({ head }) => fieldOfHead(head))).toEqual(fillColumns.map(({ field }) => field))
    const table = pastedTable(Array.from({ length: 2001 }, (_, n) => `x\ty\t${n}`).join('\n'))
    expect([table.rows.length, table.total]).toEqual([2000, 2001])
  })
})

describe('pastedFact()', () => {
  const made = (cells: object) => pastedFact(cells, { desk, key: 'k1' })
  it('makes a registration, or with an address a publication, and reads days and joint units', () => {
    expect(made({ item: '部门（处镇）文件', ref: '云发〔2026〕1号', title: '甲', day: '2026年3月9日', policy: '是', with: '区财政局' }).fact)
      .toEqual({ kind: 'formed', key: 'k1', unit: 'A', item: 'district-6', day: '2026-03-09', ref: '云发〔2026〕1号', docNumber: '云发〔2026〕1号', title: '甲', policy: true, lead: 'A', with: ['区财政局'] })
    expect(made({ item: 'district-6', title: '甲', day: '46090', url: 'https://yunhe.gov.cn/1' }).fact)
      .toEqual({ kind: 'published', key: 'k1', unit: 'A', item: 'district-6', day: '2026-03-09', title: '甲', url: 'https://yunhe.gov.cn/1', channel: '政府网站' })
  })

  it('names what nobody could mean, each in its column, and leaves what is missing to the server', () => {
    expect(made({ kind: '公布', item: '其他', day: '昨天', with: '区外星局' }).problems.map(({ field }) => field)).toEqual(['kind', 'item', 'day', 'with'])
    expect(made({ title: '甲' })).toEqual({ fact: { kind: 'formed', key: 'k1', unit: 'A', title: '甲' }, problems: [] })
  })

  it('keeps a formula or a script as the text it is', () => {
    expect(made({ item: 'district-6', title: '=HYPERLINK("x")<script>' }).fact).toMatchObject({ title: '=HYPERLINK("x")<script>' })
  })
})

describe('plainRefusal()', () => {
  it('leaves out the name the interface calls the field by, and nothing else', () => {
    expect(plainRefusal({ code: 'x', field: 'item', message: '事项（item）缺失，部门（处镇）文件。' }).message).toBe('事项缺失，部门（处镇）文件。')
    expect(plainRefusal({ code: 'x', field: 'set.url', message: '网址（set.url）不对。' }).message).toBe('网址不对。')
    expect(plainRefusal({ code: 'x', field: '', message: '整条（）记录。' }).message).toBe('整条（）记录。')
  })
})

describe('columnOfRefusal()', () => {
  it.each([['day', 'day'], ['docNumber', 'ref'], ['with[0]', 'with'], ['about.period', null], ['key', null], ['', null]])('of %o is %o', (field, column) => {
    expect(columnOfRefusal(field)).toBe(column)
  })
})

const published = { kind: 'published', key: 'p', unit: 'A', item: 'doc', day: '2026-03-09', title: '甲', url: 'https://yunhe.gov.cn/1', channel: '政府网站' } as Fact

describe('changedFields()', () => {
  it('gives only what was changed; an emptied field stays as it was', () => {
    expect(changedFields(published, { title: '乙', url: '', day: '2026-03-09', ref: '' })).toEqual({ title: '乙' })
    expect(changedFields({ kind: 'closed', made: 3, proactive: 3 } as Fact, { made: '4', proactive: '3' })).toEqual({ made: 4 })
    expect(fieldText(published, 'ref')).toBe('')
    expect(fieldWords('published', 'day', '2026-03-09')[0]).toBe('公开日期')
  })
})

describe('recordLine()', () => {
  const record = (over: Partial<DeskRecord>): DeskRecord => ({
    seq: 1, recordedAt: '2026-03-09T02:00:00.000Z', feed: 'desk', account: 'clerk', key: 'p', kind: 'published', item: 'doc', itemName: '文件', fact: published, state: 'stands', corrections: [], pieces: [], ...over,
  })
  const piece = { id: 'A|doc|doc:R1@2026-03-02', title: '甲', period: null, status: 'pending', lateBy: null, dueDay: '2026-03-30', publishedDay: null, exemptKind: null, item: 'doc' } as const
  it.each([
    ['formed', piece, '开始计时，3月30日到期'], ['published', { ...piece, status: 'onTime' }, '按时公开'], ['published', { ...piece, status: 'late', lateBy: 'publication' }, '逾期公开'],
    ['nothing', { ...piece, status: 'late', lateBy: 'declaration' }, '逾期说明'],
  ] as const)('of %s says what the obligation is now: %#', (kind, touched, text) => {
    expect(recordLine(record({ kind, pieces: [touched] })).effects.map((each) => each.text)).toEqual([text])
  })

  it('says that a record waits, was voided, or bears on nothing', () => {
    expect(recordLine(record({ state: 'waiting', pieces: [piece] })).note).toBe('更正待核')
    expect(recordLine(record({ state: 'void', pieces: [piece] }))).toMatchObject({ note: '已作废', effects: [] })
    expect(recordLine(record({})).note).toBe('已入账')
  })
})
