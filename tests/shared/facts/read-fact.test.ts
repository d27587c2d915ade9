import { describe, expect, it } from 'vitest'
import { wholeUnit, type FactKind } from '../../../shared/facts/fact.ts'
import { isFiled, isOfWholeUnit } from '../../../shared/facts/fact-fields.ts'
import { readFact } from '../../../shared/facts/read-fact.ts'
import type { Scope, Writer } from '../../../shared/facts/who-may.ts'
import { contextOf, TODAY } from './context.ts'

const everywhere = (role: Writer): Scope => ({ role, units: '*' })
const writerOf: Readonly<Record<string, Writer>> = { extended: 'supervisor', ruled: 'reviewer', observed: 'watcher', checked: 'clerk', exempt: 'clerk', disputed: 'clerk', requested: 'clerk', declined: 'supervisor', closed: 'clerk', explained: 'clerk' }

function read(raw: object) {
  const { kind } = raw as { kind?: string }
  return readFact(raw, contextOf(everywhere(writerOf[kind ?? ''] ?? 'feed')))
}

/** Codes and fields of the refusals, in order. */
function faults(raw: unknown): string[] {
  const found = readFact(raw, contextOf(everywhere(writerOf[(raw as { kind?: string } | null)?.kind ?? ''] ?? 'feed')))
  return Array.isArray(found) ? found.map((each) => `${each.code} ${each.field}`.trim()) : []
}

const base = { key: 'k-1', unit: 'D01', item: 'doc', day: '2026-03-02' }
const published = { kind: 'published', ...base, title: '关于开展春季开学检查的通知', url: 'https://jyj.yunhe.gov.cn/a/1.html', channel: '政府网站' }
const formed = { kind: 'formed', ...base, ref: 'r-1', title: '关于开展春季开学检查的通知' }
const nothing = { kind: 'nothing', ...base, item: 'stats', about: { period: '2025-Q4' }, url: 'https://a.gov.cn/2' }
const extended = { kind: 'extended', ...base, about: { ref: 'r-1' }, until: '2026-04-01', reason: '会签未完' }
const requested = { ...extended, kind: 'requested', attachments: ['a'.repeat(64)] }
const { item: _row, ...unitBase } = base
const closed = { kind: 'closed', ...unitBase, period: '2026-02', made: 12, proactive: 9, onRequest: 2, withheld: 1 }
const explained = { kind: 'explained', ...unitBase, docNumbers: ['云教〔2026〕3号'], reason: '编号作废' }
const ruled = { kind: 'ruled', ...base, about: { ref: 'r-1' }, verdict: 'rejected', reason: '证据不足' }
const exempt = { kind: 'exempt', ...base, about: { ref: 'r-1' }, exemptKind: 'withheld', reason: '条例第十六条' }

describe('readFact()', () => {
  const goods: readonly object[] = [
    published, formed, nothing, extended, ruled, exempt, requested, { kind: 'declined', ...base, about: { ref: 'r-1' }, reason: '材料不足' }, closed, explained,
    { ...published, ref: 'r-1', period: '2026-Q1', docNumber: '云教〔2026〕1号', formedDay: '2026-02-27', urlDay: '2026-03-02', firstSeenDay: '2026-03-03', policy: true, interprets: '云教〔2026〕1号', refs: ['a', 'b'], baseline: false },
    { ...formed, url: 'http://a.gov.cn:8080/x?y=1#z', docNumber: '云教〔2026〕1号', policy: false, drafter: 'D02', lead: 'D01', with: ['D02'] },
    { kind: 'withdrawn', ...base, about: { url: 'https://a.gov.cn/2' }, reason: 'privacy' },
    { kind: 'checked', ...base, item: 'about', url: 'https://a.gov.cn/2' },
    { kind: 'approved', ...base, item: 'budget', about: { period: '2026/budget' }, units: ['D01', 'D02'] },
    { kind: 'observed', ...base, url: 'https://a.gov.cn/2', httpStatus: 404, pageDay: '2031-01-01', hash: 'ab' },
    { kind: 'disputed', ...base, about: { obligation: 'D01|doc|doc:r-1@2026-01-05' }, reason: '已按时公开\n见截图' },
    { ...ruled, verdict: 'dayIs', countsDay: '2026-02-01' },
    { ...ruled, verdict: 'excused', exemptKind: 'onRequest' },
  ]
  it.each(goods.map((raw) => [(raw as { kind: string }).kind, raw]))('takes a whole %s as it stands', (_kind, raw) => {
    const kind = (raw as { readonly kind: FactKind }).kind
    const row = isOfWholeUnit(kind) ? { item: wholeUnit } : {}
    expect(read(raw)).toEqual(isFiled(kind) ? { ...raw, ...row, day: TODAY } : raw)
  })

  const long = (n: number) => '长'.repeat(n)
  const bads: readonly (readonly [what: string, raw: unknown, expected: readonly string[]])[] = [
    ['something that is no object', 5, ['wrong-type']],
    ['nothing at all', null, ['wrong-type']],
    ['an array in an array', [published], ['wrong-type']],
    ['no kind', { ...base }, ['missing-field kind']],
    ['a kind of another type', { kind: 3 }, ['wrong-type kind']],
    ['an unknown kind', { ...published, kind: 'publish' }, ['unknown-kind kind']],
    ['a kind kept for later', { ...published, kind: 'urged' }, ['unknown-kind kind']],
    ['a prototype name as kind', { ...published, kind: '__proto__' }, ['unknown-kind kind']],
    ['missing fields, all of them', { kind: 'published' }, ['key', 'unit', 'item', 'day', 'title', 'url', 'channel'].map((name) => `missing-field ${name}`)],
    ['null where something is needed', { ...published, title: null }, ['missing-field title']],
    ['white space only', { ...published, title: ' \u3000 ' }, ['missing-field title']],
    ['a number as key', { ...published, key: 12 }, ['wrong-type key']],
    ['an object as title', { ...published, title: {} }, ['wrong-type title']],
    ['text as flag', { ...published, baseline: 'yes' }, ['wrong-type baseline']],
    ['text as list', { ...published, refs: 'a,b' }, ['wrong-type refs']],
    ['an empty list', { ...published, refs: [] }, ['missing-field refs']],
    ['a wrong entry of a list', { ...published, refs: ['a', 7] }, ['wrong-type refs[1]']],
    ['a title of 301 characters', { ...published, title: long(301) }, ['too-long title']],
    ['a title far too long', { ...published, title: long(70_000) }, ['too-long title']],
    ['an address of 2001 characters', { ...published, url: `https://a.cn/${'x'.repeat(1988)}` }, ['too-long url']],
    ['a reason of 2001 characters', { ...exempt, reason: long(2001) }, ['too-long reason']],
    ['a key of 201 characters', { ...published, key: long(201) }, ['too-long key']],
    ['a reference of 201 characters', { ...published, ref: long(201) }, ['too-long ref']],
    ['a document number of 201 characters', { ...published, docNumber: long(201) }, ['too-long docNumber']],
    ['1001 references', { ...published, refs: Array.from({ length: 1001 }, (_, n) => `r${n}`) }, ['too-long refs']],
    ['more than 64 KB in all', { ...published, refs: Array.from({ length: 1000 }, (_, n) => `${n}${long(30)}`) }, ['too-big']],
    ['an impossible day', { ...published, day: '2026-02-30' }, ['impossible-day day']],
    ['a day in another spelling', { ...published, day: '2026/3/2' }, ['impossible-day day']],
    ['a day as a number', { ...published, day: 20260302 }, ['wrong-type day']],
    ['a publication before 2000', { ...published, day: '1999-12-31' }, ['day-too-early day']],
    ['a publication in the future', { ...published, day: '2026-03-10' }, ['day-in-future day']],
    ['formation in the future', { ...formed, day: '2026-03-10' }, ['day-in-future day']],
    ['成文日期 in the future', { ...published, formedDay: '2026-03-10' }, ['day-in-future formedDay']],
    ['formation before the state was founded', { ...formed, day: '1949-09-30' }, ['day-too-early day']],
    ['a declaration dated in the future', { ...nothing, day: '2026-03-10' }, ['day-in-future day']],
    ['an ftp address', { ...published, url: 'ftp://a.gov.cn/1' }, ['bad-url url']],
    ['a script address', { ...published, url: 'javascript:alert(1)' }, ['bad-url url']],
    ['an address without host', { ...published, url: 'https:///x' }, ['bad-url url']],
    ['an address with a password', { ...published, url: 'https://a:b@c.cn/' }, ['bad-url url']],
    ['an address with a space', { ...published, url: 'https://a.cn/a b' }, ['bad-url url']],
    ['a control character', { ...published, title: '甲\u0007乙' }, ['bad-character title']],
    ['a line break in a title', { ...published, title: '甲\n乙' }, ['bad-character title']],
    ['a lone surrogate', { ...published, title: '甲\ud800' }, ['bad-character title']],
    ['an override of direction', { ...published, title: '甲\u202e乙' }, ['bad-character title']],
    ['a lost character', { ...published, title: '甲\ufffd' }, ['bad-character title']],
    ['a period of no known form', { ...published, period: '2026年一季度' }, ['bad-period period']],
    ['a month that is none', { ...published, period: '2026-13' }, ['bad-period period']],
    ['two slots', { ...published, period: '2026/a/b' }, ['bad-period period']],
    ['a slot the item does not have', { ...published, period: '2026/final' }, ['bad-period period']],
    ['several slots and none named', { ...published, item: 'budget', period: '2026' }, ['bad-period period']],
    ['a period out of all reach', { ...published, period: '2126' }, ['bad-period period']],
    ['情况说明 for a running period', { ...nothing, about: { period: '2026-Q1' } }, ['period-not-ended about.period']],
    ['情况说明 for what always exists', { ...nothing, item: 'about', about: { period: '2025' } }, ['always-exists item']],
    ['情况说明 about an address', { ...nothing, about: { url: 'https://a.cn/' } }, ['bad-about about']],
    ['about nothing', { ...exempt, about: {} }, ['bad-about about']],
    ['about missing', { ...exempt, about: undefined }, ['missing-field about']],
    ['about two things', { ...exempt, about: { ref: 'a', url: 'https://a.cn/' } }, ['bad-about about']],
    ['about in an unknown way', { ...exempt, about: { reff: 'a' } }, ['unknown-field about', 'bad-about about']],
    ['about as text', { ...exempt, about: 'r-1' }, ['wrong-type about']],
    ['an obligation nobody has', { ...exempt, about: { obligation: 'D01|doc|doc:x@2026-01-01' } }, ['unknown-obligation about.obligation']],
    ["another unit's obligation", { ...exempt, unit: 'D02', about: { obligation: 'D01|doc|doc:r-1@2026-01-05' } }, ['other-obligation about.obligation']],
    ["another item's obligation", { ...exempt, item: 'stats', about: { obligation: 'D01|doc|doc:r-1@2026-01-05' } }, ['other-obligation about.obligation']],
    ['an unknown unit', { ...published, unit: '区水晶局' }, ['unknown-unit unit']],
    ['an ambiguous unit', { ...published, unit: '中心' }, ['ambiguous-unit unit']],
    ['an unknown item', { ...published, item: '履职依据/没有' }, ['unknown-item item']],
    ['an ambiguous item', { ...published, item: '管理公开/事后公开' }, ['ambiguous-item item']],
    ['an unknown drafter', { ...formed, drafter: '区水晶局' }, ['unknown-unit drafter']],
    ['a row not printed for the unit', { ...published, unit: 'D02', item: 'about' }, ['row-not-printed item']],
    ['a month that is not over', { ...closed, period: '2026-03' }, ['period-not-ended period']],
    ['a closing of a quarter', { ...closed, period: '2026-Q1' }, ['bad-period period']],
    ['a closing that does not add up', { ...closed, made: 13 }, ['bad-sum made']],
    ['a closing of half a paper', { ...closed, withheld: 0.5 }, ['bad-value withheld']],
    ['a closing under a row', { ...closed, item: 'doc' }, ['bad-value item']],
    ['a row named as the whole unit', { ...published, item: '*' }, ['row-not-printed item']],
    ['an attachment that is no digest', { ...requested, attachments: ['../x'] }, ['bad-value attachments[0]']],
    ['an extension to a day gone by', { ...extended, until: '2026-03-08' }, ['bad-value until']],
    ['an extension for ever', { ...extended, until: '9999-12-31' }, ['bad-value until']],
    ['an extension to no day', { ...extended, until: '2026-02-29' }, ['impossible-day until']],
    ['an unknown verdict', { ...ruled, verdict: 'maybe' }, ['bad-value verdict']],
    ['a ruled day without the day', { ...ruled, verdict: 'dayIs' }, ['missing-field countsDay']],
    ['a day no verdict asks for', { ...ruled, countsDay: '2026-02-01' }, ['bad-value countsDay']],
    ['an exempt kind no verdict asks for', { ...ruled, exemptKind: 'withheld' }, ['bad-value exemptKind']],
    ['an unknown exempt kind', { ...exempt, exemptKind: 'secret' }, ['bad-value exemptKind']],
    ['an unknown reason of withdrawal', { kind: 'withdrawn', ...base, about: { ref: 'r' }, reason: 'embarrassing' }, ['bad-value reason']],
    ['a title on something withheld', { ...exempt, title: '关于…的请示' }, ['title-not-wanted title']],
    ['a status code that is none', { kind: 'observed', ...base, url: 'https://a.cn/', httpStatus: 99 }, ['bad-value httpStatus']],
    ['fields of intake itself', { ...published, namedUnit: 'D02', waits: true }, ['unknown-field namedUnit', 'unknown-field waits']],
    ['several faults at once', { ...published, unit: 'x', day: '2026-02-30', titel: 'x' }, ['unknown-field titel', 'unknown-unit unit', 'impossible-day day']],
  ]
  it.each(bads)('refuses %s', (_what, raw, expected) => {
    expect(faults(raw)).toEqual(expected)
  })

  it('takes texts at their largest: 300 rare characters of two units each', () => {
    expect(faults({ ...published, title: '𠀀'.repeat(300), key: 'k'.repeat(200) })).toEqual([])
  })

  it('keeps texts composed and trimmed, and resolves names to ids', () => {
    const raw = { ...published, unit: ' 区教育局 ', item: '履职依据/文件', title: ' Cafe\u0301 ', channel: '政务服务中心' }
    expect(read(raw)).toEqual({ ...published, title: 'Café', channel: '政务服务大厅' })
  })

  it('drops optional fields that are null and keeps a value given twice once', () => {
    expect(read({ ...published, ref: null, refs: ['a', 'b', 'a'] })).toEqual({ ...published, refs: ['a', 'b'] })
  })

  it.each([nothing, exempt, extended])('files a declaration on the day it is recorded, whatever it states', (raw) => {
    expect(read({ ...raw, day: '2025-12-31' })).toMatchObject({ day: TODAY })
    expect(read({ ...raw, day: undefined })).toMatchObject({ day: TODAY })
  })

  it('keeps the stated day of a ruling, and takes today where none is stated', () => {
    expect(read(ruled)).toMatchObject({ day: '2026-03-02' })
    expect(read({ ...ruled, day: undefined })).toMatchObject({ day: TODAY })
  })

  it('passes a fact of a merged unit on to the successor and keeps the unit named', () => {
    expect(read({ ...published, unit: 'OLD' })).toEqual({ ...published, unit: 'D02', namedUnit: 'OLD' })
    expect(read({ ...published, unit: 'OLD', day: '2025-06-30' })).toEqual({ ...published, unit: 'OLD', day: '2025-06-30' })
  })

  it('takes __proto__ for an unknown name and is changed by nothing it holds', () => {
    const raw: unknown = JSON.parse('{"kind":"published","__proto__":{"title":"x","url":"https://a.cn/","channel":"政府网站"},"key":"k","unit":"D01","item":"doc","day":"2026-03-02"}')
    expect(faults(raw)).toEqual(['unknown-field __proto__', 'missing-field title', 'missing-field url', 'missing-field channel'])
    expect(({} as { title?: string }).title).toBeUndefined()
  })

  const sentences: readonly (readonly [raw: object, sentence: string])[] = [
    [{ ...published, day: '2027-01-01' }, '日期（day）2027-01-01 晚于今天（2026-03-09），尚未发生的事不能登记，请核对后重报。'],
    [{ ...published, titel: '甲' }, '“published”没有“titel”这一项，是否想写“title”，请改正后重报。'],
    [{ ...published, item: '管理公开/事后公开' }, '事项（item）“管理公开/事后公开”对应多个事项：after、after~2，请改填其中一个编号。'],
    [{ ...published, title: undefined }, '标题（title）缺失，请补上后重报。'],
    [{ ...published, item: 'budget', period: '2026' }, '事项 budget 分节点公开，所属期应写成 “2026/budget”或“2026/final”。'],
    [{ ...published, unit: '\u202e坏' }, '单位（unit）含有控制字符或残缺字符，请删去后重报。'],
  ]
  it.each(sentences)('says what is wrong and the way out (%#)', (raw, sentence) => {
    const found = read({ ...raw })
    expect(Array.isArray(found) ? found.map((each) => each.message) : found).toContain(sentence)
  })
})
