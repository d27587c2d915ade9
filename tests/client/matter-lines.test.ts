import { describe, expect, it } from 'vitest'
import { askAddress, legalDay, lineFacts, matterName, mattersAddress, matterState, valueText } from '../../client/lists/matter-lines.ts'
import type { MatterLineRow, MatterRow } from '../../shared/wire/matter-answers.ts'

const line = { seq: 1, at: '2026-10-09T01:00:00.000Z', kind: 'disputed', feed: 'desk', key: 'd', account: 'clerk.A', reason: '', attachments: [], verdict: null, countsDay: null, exemptKind: null, until: null, withdrawn: false } satisfies MatterLineRow
const row = { kind: 'appeal', round: 1, opened: line, outcome: null, isLate: false } as unknown as MatterRow

describe('matterName()', () => {
  it.each<[Partial<MatterRow>, string]>([
    [{}, '申诉'], [{ round: 2 }, '申诉复核'], [{ kind: 'extension', opened: { ...line, kind: 'requested' } }, '延期申请'],
    [{ kind: 'extension', opened: { ...line, kind: 'extended' } }, '直接报备'], [{ kind: 'correction', opened: { ...line, kind: 'corrected' } }, '更正待核'],
  ])('%j is called %s', (over, name) => expect(matterName({ ...row, ...over })).toBe(name))
})

describe('matterState()', () => {
  const ruled = { result: 'ruled', line: { ...line, kind: 'ruled', verdict: 'rejected' } } as MatterRow['outcome']
  it.each<[Partial<MatterRow>, number | null, string]>([
    [{}, 3, '还有3个工作日'], [{}, 0, '今日到期'], [{}, null, '待答复'], [{ isLate: true }, 0, '答复已超期'],
    [{ outcome: ruled }, null, '不予支持'], [{ outcome: ruled, isLate: true }, null, '不予支持（超期答复）'],
    [{ outcome: { result: 'granted', line } }, null, '已准延期'], [{ outcome: { result: 'withdrawn', line } }, null, '已撤回'],
  ])('%j with %s days left reads %s', (over, left, text) => expect(matterState({ ...row, ...over }, left).text).toBe(text))
})

describe('lineFacts()', () => {
  it('says verdict, counted day, kind and reach in words', () => {
    expect(lineFacts({ ...line, verdict: 'dayIs', countsDay: '2026-09-28' })).toEqual(['认定公开日期', '认定日期2026年9月28日'])
    expect(lineFacts({ ...line, until: '2026-10-12', withdrawn: true })).toEqual(['延期至2026年10月12日', '已撤回'])
  })
})

describe('addresses and values of matters', () => {
  it('keep what is asked and leave out what is not', () => {
    expect(mattersAddress({ kind: 'appeal', unit: undefined, id: '' })).toBe('/matters?kind=appeal')
    expect(mattersAddress({})).toBe('/matters')
    expect(askAddress('appeal', 'A|doc|doc:云〔2026〕1号@2026-01-01')).toBe(`/matters/new?kind=appeal&obligation=${encodeURIComponent('A|doc|doc:云〔2026〕1号@2026-01-01')}`)
  })

  it('the law’s day is the earliest legal layer, none where no law sets one', () => {
    expect(legalDay([{ layer: 'printed', day: '2026-01-01' }, { layer: 'law', day: '2026-02-02' }, { layer: 'law', day: '2026-02-01' }])).toBe('2026-02-01')
    expect(legalDay([{ layer: 'printed', day: '2026-01-01' }])).toBeNull()
  })

  it('an empty value is said to be empty, others read as they are', () => {
    expect([null, '', '2026-01-01', 3, { ref: 'r' }].map(valueText)).toEqual(['未填', '未填', '2026-01-01', '3', '{"ref":"r"}'])
  })
})
