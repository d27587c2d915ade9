import { describe, expect, it } from 'vitest'
import { readFact } from '../../../shared/facts/read-fact.ts'
import type { Scope, Writer } from '../../../shared/facts/who-may.ts'
import { contextOf, TODAY } from './context.ts'

const scope = (role: Writer): Scope => ({ role, units: '*' })
const found = { kind: 'found' as const, key: 'f-1', unit: 'D01', item: 'doc', day: '2026-03-01', year: 2025, code: 'linkDead' as const, place: '通知公告栏', reason: '打不开', until: '2026-03-20' }

function read(raw: object, role: Writer) {
  const context = contextOf(scope(role))
  return readFact(raw, { ...context, findTarget: (feed, key) => (feed === 'desk' && key === 'f-1' ? { feed, fact: found } : context.findTarget(feed, key)) })
}

const faults = (raw: object, role: Writer) => {
  const answer = read(raw, role)
  return Array.isArray(answer) ? answer.map(({ code, field }) => `${code} ${field}`) : []
}

const base = { key: 'k-1', unit: 'D01' }
const marked = { kind: 'marked', ...base, year: 2025, entry: 'C1b', points: 0.5, reason: '六部分齐全' }
const inspected = { kind: 'inspected', ...base, item: 'doc', year: 2025, about: { obligation: 'D01|doc|doc:r-1@2026-01-05' }, sample: 'S-1', present: ['标题', '正文'], missing: ['有效性'] }
const spotted = { kind: 'spotted', ...base, item: 'doc', year: 2025, sample: 'S-1', from: 'site', title: '关于开展检查的通知', url: 'https://a.gov.cn/9' }
const of = { feed: 'desk', key: 'f-1' }
const rectified = { kind: 'rectified', ...base, of, reason: '已恢复链接' }
const rechecked = { kind: 'rechecked', ...base, of, outcome: 'cleared', reason: '可以打开' }
const agreed = { kind: 'agreed', ...base, period: '2025' }

describe('readFact() of 考核记录', () => {
  const { key: _key, day: _day, ...finding } = found
  const goods: readonly (readonly [object, Writer])[] = [
    [marked, 'reviewer'], [{ ...marked, entry: 'veto', points: 1, vetoKind: '伪造日期', after: 0, attachments: ['b'.repeat(64)] }, 'reviewer'],
    [inspected, 'reviewer'], [{ ...inspected, material: ['有效性'], reason: '缺有效性标注' }, 'reviewer'], [spotted, 'reviewer'],
    [{ ...finding, key: 'f-2' }, 'reviewer'], [{ ...finding, key: 'f-2', item: '*' }, 'supervisor'], [rectified, 'clerk'], [{ ...rectified, disagrees: true }, 'clerk'],
    [rechecked, 'reviewer'], [{ ...rechecked, outcome: 'failed', until: '2026-03-20' }, 'supervisor'], [agreed, 'clerk'], [{ ...agreed, period: '2026-02', objects: true, reason: 'A1 有误' }, 'clerk'],
  ]
  it.each(goods.filter(([raw]) => !('attachments' in raw)).map(([raw, role]) => [(raw as { kind: string }).kind, role, raw]))('takes a whole %s of a %s, filed today', (_kind, role, raw) => {
    expect(read(raw, role)).toMatchObject({ ...raw, day: TODAY })
  })

  it('puts what names no row under no row', () => {
    for (const [raw, role] of [[marked, 'reviewer'], [rectified, 'clerk'], [rechecked, 'reviewer'], [agreed, 'clerk']] as const) expect(read(raw, role)).toMatchObject({ item: '*' })
  })

  const bads: readonly (readonly [what: string, raw: object, role: Writer, expected: readonly string[]])[] = [
    ['points with three decimals', { ...marked, points: 0.125 }, 'reviewer', ['bad-value points']],
    ['points as text', { ...marked, points: '5' }, 'reviewer', ['wrong-type points']],
    ['a year far ahead', { ...marked, year: 2028 }, 'reviewer', ['bad-value year']],
    ['no reason', { ...marked, reason: undefined }, 'reviewer', ['missing-field reason']],
    ['a file nobody handed in', { ...marked, attachments: ['b'.repeat(64)] }, 'reviewer', ['unknown-attachment attachments[0]']],
    ['a mark by a supervisor', marked, 'supervisor', ['not-allowed kind']],
    ['a mark by the unit itself', marked, 'clerk', ['not-allowed kind']],
    ['an element both there and missing', { ...inspected, present: ['有效性'] }, 'reviewer', ['bad-value missing']],
    ['something material that is not missing', { ...inspected, material: ['标题'] }, 'reviewer', ['bad-value material']],
    ['no element looked at', { ...inspected, present: undefined, missing: undefined }, 'reviewer', ['missing-field present']],
    ['a blind piece nobody could find again', { ...spotted, url: undefined }, 'reviewer', ['missing-field url']],
    ['an unknown kind of finding', { ...finding, key: 'f-2', code: 'bad' }, 'reviewer', ['bad-value code']],
    ['a limit gone by', { ...finding, key: 'f-2', until: '2026-03-08' }, 'reviewer', ['bad-value until']],
    ['an answer to no finding', { ...rectified, of: { feed: 'cms', key: 'p-1' } }, 'clerk', ['unknown-finding of']],
    ['an answer to another unit’s finding', { ...rectified, unit: 'D02' }, 'clerk', ['other-unit of']],
    ['a new limit beside a clearing', { ...rechecked, until: '2026-03-20' }, 'reviewer', ['bad-value until']],
    ['an objection without a word why', { ...agreed, objects: true }, 'clerk', ['missing-field reason']],
    ['a quarter to agree to', { ...agreed, period: '2026-Q1' }, 'clerk', ['bad-period period']],
  ]
  it.each(bads)('refuses %s', (_what, raw, role, expected) => {
    expect(faults(raw, role)).toEqual(expected)
  })
})
