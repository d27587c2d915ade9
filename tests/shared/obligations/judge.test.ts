import { describe, expect, it } from 'vitest'
import { endOfDay } from '../../../shared/time/day.ts'
import { districtCatalogue, itemOf, items, shippedYear, unitOf } from '../../support/small-district.ts'
import { Story } from '../../support/story.ts'

const oa = { feed: 'oa', ofRecord: true }
const desk = { feed: 'desk', account: 'clerk.A' }
const url = 'https://yunhe.gov.cn/a'

describe('as-formed documents', () => {
  it('judgementOf() counts 20 working days from the day after formation, and puts 10 December into the year it falls due in', () => {
    const story = new Story().on('2025-12-10').fact('formed', { ref: 'R1' }, oa)
    expect(story.one('doc:R1@2025-12-10', '2025-12-30')).toMatchObject({ status: 'pending', dueDay: '2026-01-08', year: 2026, proof: 'source' })
    story.on('2026-01-05').fact('published', { ref: 'R1', day: '2026-01-05' })
    expect(story.one('doc:R1@2025-12-10', '2026-01-05')).toMatchObject({ status: 'onTime', publishedDay: '2026-01-05', year: 2026 })
    const docs = (day: string) => story.obligations(day).filter((each) => each.item === 'doc').map((each) => each.year)
    expect([docs('2025-12-31'), docs('2026-01-05')]).toEqual([[2026], [2026]])
  })

  it.each([
    ['registered by a system of record', oa, '2025-03-20', 'source', 'onTime'],
    ['registered by a clerk before publication', desk, '2025-03-05', 'declared', 'onTime'],
    ['registered by a clerk on the day of publication', desk, '2025-03-10', 'declared', 'onTime'],
    ['said afterwards', desk, '2025-03-20', 'backfilled', 'unverified'],
  ])('proof of the formation day: %s', (_, source, recorded, proof, status) => {
    const story = new Story()
    story.on(recorded).fact('formed', { ref: 'R1', day: '2025-03-03' }, source)
    story.on('2025-03-25').fact('published', { ref: 'R1', day: '2025-03-10' })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31')).toMatchObject({ proof, status })
  })

  it('an unregistered publication is judged by its 成文日期, and never on time', () => {
    const story = new Story().on('2025-03-10').fact('published', { url, formedDay: '2025-03-03' })
    expect(story.one('page:yunhe.gov.cn/a', '2025-03-31')).toMatchObject({ proof: 'backfilled', status: 'unverified', dueDay: '2025-03-31' })
    const late = new Story().on('2025-05-10').fact('published', { url, formedDay: '2025-03-03' })
    expect(late.one('page:yunhe.gov.cn/a', '2025-05-31')).toMatchObject({ status: 'late', lateBy: 'publication' })
    const undated = new Story().on('2025-03-10').fact('published', { url })
    expect(undated.one('page:yunhe.gov.cn/a', '2025-03-31')).toMatchObject({ proof: 'none', status: 'unverified', dueDay: null, year: 2025 })
  })

  it('a later registration adopts the page, whose id stays an alias', () => {
    const story = new Story().on('2025-03-10').fact('published', { url }).on('2025-03-12').fact('formed', { ref: 'R1', url, day: '2025-03-03' }, oa)
    const one = story.one('doc:R1@2025-03-03', '2025-03-31')
    expect(one).toMatchObject({ status: 'onTime', aliases: expect.arrayContaining(['A|doc|page:yunhe.gov.cn/a']) as string[] })
    expect(story.obligations('2025-03-31').filter((each) => each.item === 'doc' && each.unit === 'A')).toHaveLength(1)
  })

  it('the same publication by push and by watcher is one obligation; the earliest decides, both stay as evidence', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa)
    story.on('2025-03-10').fact('published', { ref: 'R1', url, day: '2025-03-10' })
    story.on('2025-03-12').fact('published', { url: 'http://yunhe.gov.cn/a/', day: '2025-03-11', firstSeenDay: '2025-03-12' }, { feed: 'watcher' })
    const mine = story.obligations('2025-03-31').filter((each) => each.item === 'doc' && each.unit === 'A')
    expect(mine).toHaveLength(1)
    expect(mine[0]).toMatchObject({ publishedDay: '2025-03-10' })
    expect(mine[0]!.facts).toHaveLength(3)
  })

  it('a change on another day is its own obligation, settled by the first publication from then on', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-03-10').fact('published', { ref: 'R1' })
    story.on('2025-06-02').fact('formed', { ref: 'R1' }, oa)
    expect(story.one('doc:R1@2025-06-02', '2025-06-10')).toMatchObject({ status: 'pending', publishedDay: null })
    story.on('2025-06-12').fact('published', { ref: 'R1' })
    expect(story.one('doc:R1@2025-06-02', '2025-06-12')).toMatchObject({ status: 'onTime', publishedDay: '2025-06-12' })
    expect(story.one('doc:R1@2025-03-03', '2025-06-12')).toMatchObject({ publishedDay: '2025-03-10' })
  })

  it('one page of many documents (公示表) settles each of its refs', () => {
    const story = new Story().on('2025-03-03')
    for (const ref of ['P1', 'P2']) story.fact('formed', { item: 'permit', ref }, oa)
    story.on('2025-03-07').fact('published', { item: 'permit', refs: ['P1', 'P2', 'P3'] })
    expect(story.obligations('2025-03-31').filter((each) => each.item === 'permit' && each.unit === 'A').map((each) => [each.id, each.status]).sort()).toEqual([
      ['A|permit|doc:P1@2025-03-03', 'onTime'], ['A|permit|doc:P2@2025-03-03', 'onTime'], ['A|permit|page:P3', 'unverified']])
  })

  it('only a publication in a checked channel satisfies; elsewhere it is flagged 渠道不符', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-03-05').fact('published', { ref: 'R1', channel: '政务微信' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-30')).toMatchObject({ status: 'overdue', flags: ['wrongChannel'] })
  })

  it.each([
    ['the URL tells a later day', { urlDay: '2025-03-14' }, true],
    ['the URL tells a day within the tolerance', { urlDay: '2025-03-13' }, false],
    ['an id earlier than the page is innocent', { urlDay: '2025-02-01' }, false],
    ['first seen more than three working days later', { firstSeenDay: '2025-03-14' }, true],
    ['first seen by the next look', { firstSeenDay: '2025-03-13' }, false],
    ['published before it was formed', { day: '2025-03-02' }, true],
  ])('日期存疑: %s', (_, fields, suspect) => {
    const story = new Story().on('2025-03-20').fact('formed', { ref: 'R1', day: '2025-03-03' }, oa).fact('published', { ref: 'R1', day: '2025-03-10', ...fields })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31').flags.includes('suspect')).toBe(suspect)
  })

  it('baseline publications (first crawl) fill coverage and open nothing', () => {
    const story = new Story().on('2025-03-03').fact('published', { baseline: true, day: '2024-12-03' })
    expect(story.obligations('2025-03-31').filter((each) => each.item === 'doc')).toEqual([])
    expect(story.standing('A', 'doc', '2025-03-31')).toMatchObject({ covered: true, applicable: true })
  })

  it('a joint document: the lead\'s page satisfies the others (条例 第10条)', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'J1', lead: 'B', unit: 'A' }, oa).fact('formed', { ref: 'J1', with: ['A'], unit: 'B' }, oa)
    story.on('2025-03-07').fact('published', { ref: 'J1', unit: 'B' })
    expect(story.one('A|doc|doc:J1@2025-03-03', '2025-03-31')).toMatchObject({ status: 'onTime' })
    expect(story.obligations('2025-03-31').filter((each) => each.item === 'doc')).toHaveLength(2)
  })
})

describe('withdrawals', () => {
  const published = () => new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-03-07').fact('published', { ref: 'R1', url })

  it.each(['repealed', 'revoked', 'privacy', 'expired'] as const)('taken down as %s changes nothing', (reason) => {
    const story = published().on('2025-04-01').fact('withdrawn', { about: { ref: 'R1' }, reason })
    expect(story.obligations('2025-07-31').filter((each) => each.unit === 'A' && each.item === 'doc').map((each) => each.status)).toEqual(['onTime'])
  })

  it('taken down for another reason is owed again by the item\'s limit, until it is put back', () => {
    const story = published().on('2025-04-01').fact('withdrawn', { about: { url }, reason: 'other' })
    expect(story.one('republish:2025-04-01', '2025-04-10')).toMatchObject({ origin: 'republish', status: 'pending', dueDay: '2025-04-29' })
    expect(story.one('republish:2025-04-01', '2025-05-06')).toMatchObject({ status: 'overdue' })
    story.on('2025-04-15').fact('published', { ref: 'R1', url })
    expect(story.one('republish:2025-04-01', '2025-05-06')).toMatchObject({ status: 'onTime', publishedDay: '2025-04-15' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-06')).toMatchObject({ publishedDay: '2025-03-07' })
  })

  it('a dead page never withdraws: three failed looks over two days raise 链接失效', () => {
    const story = published()
    for (const day of ['2025-04-01', '2025-04-02']) story.on(day).fact('observed', { url, httpStatus: 404 }, { feed: 'watcher' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-02').flags).toEqual([])
    story.on('2025-04-03').fact('observed', { url, httpStatus: 404 }, { feed: 'watcher' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-03')).toMatchObject({ status: 'onTime', flags: ['linkDead'] })
    story.on('2025-04-04').fact('observed', { url, httpStatus: 200 }, { feed: 'watcher' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-04').flags).toEqual([])
  })
})

describe('exemptions, declarations, extensions', () => {
  const formed = () => new Story().on('2025-03-03').fact('formed', { ref: 'R1', title: '内部事项' }, oa)

  it('withheld in time leaves the denominator and shows no title', () => {
    const story = formed().on('2025-03-10').fact('exempt', { about: { ref: 'R1' }, exemptKind: 'withheld', reason: '条例第十四条' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-30')).toMatchObject({ status: 'exempt', exemptKind: 'withheld', title: null })
  })

  it('an exemption filed after the due day is late by declaration and stays in the denominator', () => {
    const story = formed().on('2025-05-12').fact('exempt', { about: { ref: 'R1' }, exemptKind: 'onRequest', reason: '依申请' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-31')).toMatchObject({ status: 'late', lateBy: 'declaration' })
    const { onTime, eventual } = story.board('2025-05-31').units.find((unit) => unit.id === 'A')!
    expect(onTime.whole - eventual.whole).toBe(0)
    expect(eventual.part).toBeLessThan(eventual.whole)
  })

  it('an extension within the law moves the due day and keeps the original one', () => {
    const story = new Story().on('2025-03-03').fact('formed', { item: 'permit', ref: 'P1' }, oa)
    expect(story.one('doc:P1@2025-03-03', '2025-03-05')).toMatchObject({ dueDay: '2025-03-12' })
    story.on('2025-03-11').fact('extended', { item: 'permit', about: { ref: 'P1' }, until: '2025-12-31', reason: '报备' }, { feed: 'desk', account: 'supervisor' })
    expect(story.one('doc:P1@2025-03-03', '2025-03-13')).toMatchObject({ status: 'pending', dueDay: '2025-03-31', originalDue: '2025-03-12', flags: ['extended'] })
    const late = new Story().on('2025-03-03').fact('formed', { item: 'permit', ref: 'P1' }, oa)
      .on('2025-03-13').fact('extended', { item: 'permit', about: { ref: 'P1' }, until: '2025-03-31', reason: '报备' })
    expect(late.one('doc:P1@2025-03-03', '2025-03-14')).toMatchObject({ status: 'overdue', dueDay: '2025-03-12' })
  })
})

describe('appeals, rulings, corrections on the two time axes', () => {
  const late = () => new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-05-12').fact('published', { ref: 'R1' })

  it('an appeal marks and does not remove; the ruling decides from when it is known', () => {
    const story = late().on('2025-05-20').fact('disputed', { about: { ref: 'R1' }, reason: '系统故障' }, desk)
    expect(story.one('doc:R1@2025-03-03', '2025-05-20')).toMatchObject({ status: 'late', flags: ['disputed'] })
    story.on('2025-05-26').fact('ruled', { about: { ref: 'R1' }, verdict: 'upheld', reason: '属实' }, { feed: 'desk', account: 'reviewer' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-26')).toMatchObject({ status: 'onTime', flags: [] })
    expect(story.one('doc:R1@2025-03-03', '2025-05-13')).toMatchObject({ status: 'onTime' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-13', endOfDay('2025-05-13'))).toMatchObject({ status: 'late' })
  })

  it.each([
    ['excused', {}, { status: 'exempt' }],
    ['dayIs', { countsDay: '2025-03-10' }, { status: 'onTime', publishedDay: '2025-03-10' }],
    ['rejected', {}, { status: 'late' }],
  ] as const)('a ruling of %s', (verdict, fields, expected) => {
    const story = late().on('2025-05-26').fact('ruled', { about: { ref: 'R1' }, verdict, ...fields, reason: '复核' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-26')).toMatchObject(expected)
  })

  it('a ruling can set aside an exemption', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa).on('2025-03-10')
      .fact('exempt', { about: { ref: 'R1' }, exemptKind: 'withheld', reason: '条例第十四条' })
      .on('2025-06-01').fact('ruled', { about: { ref: 'R1' }, verdict: 'overruled', reason: '不属于' })
    expect(story.one('doc:R1@2025-03-03', '2025-06-01')).toMatchObject({ status: 'overdue' })
  })

  it('a correction after the fact replaces a field; what was known then still answers as it did', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1', key: 'f1' }, oa).on('2025-03-10').fact('published', { ref: 'R1', key: 'p1' })
    story.on('2025-04-20').fact('corrected', { of: { feed: 'cms', key: 'p1' }, set: { day: '2025-04-08' }, reason: '日期录错' }, desk)
    expect(story.one('doc:R1@2025-03-03', '2025-04-30')).toMatchObject({ status: 'late', publishedDay: '2025-04-08' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-07')).toMatchObject({ status: 'overdue', publishedDay: null })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31')).toMatchObject({ status: 'dueSoon', publishedDay: null })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31', endOfDay('2025-03-31'))).toMatchObject({ status: 'onTime', publishedDay: '2025-03-10' })
  })

  it('a fact corrected to an earlier day is there from that day on, once that is known', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1', key: 'f1' }, oa).on('2025-04-20').fact('published', { ref: 'R1', key: 'p1' })
    story.on('2025-04-25').fact('corrected', { of: { feed: 'cms', key: 'p1' }, set: { day: '2025-03-10' }, reason: '日期录错' }, desk)
    expect(story.one('doc:R1@2025-03-03', '2025-03-15')).toMatchObject({ status: 'onTime', publishedDay: '2025-03-10' })
    expect(story.one('doc:R1@2025-03-03', '2025-03-15', endOfDay('2025-04-24'))).toMatchObject({ status: 'pending', publishedDay: null })
    expect(story.one('doc:R1@2025-03-03', '2025-04-22', endOfDay('2025-04-24'))).toMatchObject({ status: 'late', publishedDay: '2025-04-20' })
  })

  it('a correction that waits counts only once a supervisor confirms it', () => {
    const story = late().on('2025-05-20').fact('corrected', { of: { feed: 'cms', key: 'k2' }, set: { day: '2025-03-20' }, waits: true, reason: '录错' }, desk)
    expect(story.one('doc:R1@2025-03-03', '2025-05-31')).toMatchObject({ status: 'late', flags: ['correctionPending'] })
    story.on('2025-05-22').fact('corrected', { of: { feed: 'cms', key: 'k2' }, confirm: true, reason: '属实' }, { feed: 'desk', account: 'supervisor' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-31')).toMatchObject({ status: 'onTime', flags: [] })
  })

  it('a voided fact is gone, and can be revived by the last word', () => {
    const story = late().on('2025-05-20').fact('corrected', { of: { feed: 'cms', key: 'k2' }, void: true, reason: '误报' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-31')).toMatchObject({ status: 'overdue' })
    story.fact('corrected', { of: { feed: 'cms', key: 'k2' }, set: { title: '更名' }, reason: '确有其事' })
    expect(story.one('doc:R1@2025-03-03', '2025-05-31')).toMatchObject({ status: 'late', title: '更名' })
  })
})

describe('standing items', () => {
  it('open on the first day of supervision, due by their rule from then (建账期), and keep by 核对', () => {
    const story = new Story()
    expect(story.one('A|about|standing#1', '2025-01-10')).toMatchObject({ status: 'pending', eventDay: '2025-01-01', dueDay: '2025-02-05' })
    expect(story.one('A|about|standing#1', '2025-02-10')).toMatchObject({ status: 'overdue' })
    story.on('2025-01-15').fact('published', { item: 'about' })
    expect(story.one('A|about|standing#1', '2025-02-10')).toMatchObject({ status: 'onTime', flags: [] })
    expect(story.standing('A', 'about', '2025-07-15')).toMatchObject({ covered: true })
    expect(story.standing('A', 'about', '2025-07-16')).toMatchObject({ covered: false, applicable: true })
    expect(story.one('A|about|standing#1', '2025-07-16').flags).toEqual(['toCheck'])
    story.on('2025-07-20').fact('checked', { item: 'about', url })
    expect(story.standing('A', 'about', '2025-12-31')).toMatchObject({ covered: true })
  })

  it('a withdrawal opens a new occurrence, a change opens a document', () => {
    const story = new Story().on('2025-01-15').fact('published', { item: 'about', url }).on('2025-03-03').fact('withdrawn', { item: 'about', about: { url }, reason: 'other' })
    expect(story.one('A|about|standing#2', '2025-03-10')).toMatchObject({ status: 'pending', eventDay: '2025-03-03' })
    expect(story.standing('A', 'about', '2025-03-10')).toMatchObject({ covered: false })
    story.on('2025-03-12').fact('published', { item: 'about', url }).fact('formed', { item: 'about', ref: 'C1', url, day: '2025-03-11' }, oa)
    expect(story.one('A|about|standing#2', '2025-03-12')).toMatchObject({ status: 'onTime' })
    expect(story.one('A|about|doc:C1@2025-03-11', '2025-03-12')).toMatchObject({ origin: 'formed', status: 'onTime', publishedDay: '2025-03-12' })
  })
})

describe('periodic items', () => {
  it('a publication that names its period settles that slot, whatever older ones wait', () => {
    const story = new Story().on('2025-04-10').fact('published', { unit: 'B', item: 'stats', period: '2025-Q1' })
    expect(story.one('B|stats|period:2025-Q1', '2025-04-30')).toMatchObject({ status: 'onTime', dueDay: '2025-04-28', flags: ['assumed'] })
    expect(story.one('B|stats|period:2024-Q4', '2025-04-30')).toMatchObject({ status: 'overdue' })
  })

  it('one that names none settles the oldest slot that still waits', () => {
    const story = new Story().on('2025-04-10').fact('published', { unit: 'B', item: 'stats' })
    expect(story.one('B|stats|period:2024-Q4', '2025-04-30')).toMatchObject({ status: 'late' })
    expect(story.one('B|stats|period:2025-Q1', '2025-04-30')).toMatchObject({ status: 'overdue' })
  })

  it('an unnamed publication settles the oldest unsettled slot that had ended', () => {
    const story = new Story().on('2025-01-20').fact('published', { item: 'stats', unit: 'B', period: '2024-Q4' })
      .on('2025-04-10').fact('published', { item: 'stats', unit: 'B' })
    expect(story.one('B|stats|period:2025-Q1', '2025-04-30')).toMatchObject({ status: 'onTime', publishedDay: '2025-04-10' })
  })

  it('the year-end report is due on 31 January, a Saturday too, and by the catalogue', () => {
    const story = new Story()
    expect(story.one('A|report|period:2025', '2026-01-31')).toMatchObject({ dueDay: '2026-01-31', status: 'dueSoon', flags: [] })
    expect(story.one('A|report|period:2025', '2026-02-01')).toMatchObject({ status: 'overdue' })
    expect(story.one('A|report|period:2025', '2026-01-15')).toMatchObject({ status: 'pending' })
    expect(story.one('A|report|period:2025', '2026-01-16')).toMatchObject({ status: 'dueSoon' })
  })

  it('情况说明 in time settles, after the due day it is late, and a document of the period beats it', () => {
    const inTime = new Story().on('2025-04-10').fact('nothing', { item: 'stats', unit: 'B', about: { period: '2025-Q1' }, url })
    expect(inTime.one('B|stats|period:2025-Q1', '2025-05-31')).toMatchObject({ status: 'nothing' })
    const late = new Story().on('2025-05-12').fact('nothing', { item: 'stats', unit: 'B', about: { period: '2025-Q1' }, url })
    expect(late.one('B|stats|period:2025-Q1', '2025-05-31')).toMatchObject({ status: 'late', lateBy: 'declaration' })
    inTime.on('2025-05-20').fact('formed', { item: 'stats', unit: 'B', ref: 'S1', day: '2025-02-11' }, oa)
    expect(inTime.one('B|stats|period:2025-Q1', '2025-05-31')).toMatchObject({ status: 'overdue' })
  })

  it('预决算 waits for its 批复: a backstop stands in, provisional, until it is entered', () => {
    const story = new Story()
    expect(story.one('A|budget|period:2025/budget', '2025-02-10')).toMatchObject({ dueDay: '2025-03-31', flags: expect.arrayContaining(['provisional']) as string[] })
    story.on('2025-02-10').fact('approved', { item: 'budget', about: { period: '2025/budget' }, units: ['A', 'B'], unit: 'B' }, { feed: 'finance', ofRecord: true })
    for (const unit of ['A', 'B']) {
      expect(story.one(`${unit}|budget|period:2025/budget`, '2025-02-11')).toMatchObject({ dueDay: '2025-03-03' })
    }
  })
})

describe('follow-ups (文件解读)', () => {
  const policy = () => new Story().on('2025-03-03').fact('formed', { ref: 'R1', docNumber: '云发〔2025〕1号', policy: true, drafter: 'B' }, oa)
    .on('2025-03-07').fact('published', { ref: 'R1' })

  it('is owed by the drafter, counted from publication, settled by any form naming ref or 文号', () => {
    expect(policy().one('B|group|for:A|doc|doc:R1@2025-03-03', '2025-03-13')).toMatchObject({ unit: 'B', dueDay: '2025-03-12', status: 'overdue', origin: 'followUp' })
    const byNumber = policy().on('2025-03-11').fact('published', { unit: 'B', item: 'picture', interprets: '云发[2025]1号' })
    expect(byNumber.one('for:A|doc|doc:R1@2025-03-03', '2025-03-13')).toMatchObject({ status: 'onTime' })
    const byOther = policy().on('2025-03-14').fact('published', { unit: 'A', item: 'video', interprets: 'R1' })
    expect(byOther.one('for:A|doc|doc:R1@2025-03-03', '2025-03-14')).toMatchObject({ status: 'late' })
  })
})

describe('sameAs', () => {
  it('folds a bureau item into the district one while the unit owes that', () => {
    const story = new Story().on('2025-03-03').fact('formed', { item: 'b-doc', ref: 'R1' }, oa)
    expect(story.one('doc:R1@2025-03-03', '2025-03-10')).toMatchObject({ item: 'doc', category: 'c1' })
    story.on('2025-03-11').fact('published', { item: 'b-own', url })
    expect(story.one('A|b-own|page:yunhe.gov.cn/a', '2025-03-12')).toMatchObject({ category: 'bureau' })
    expect(story.obligations('2025-03-12').some((each) => each.item === 'b-doc')).toBe(false)
  })

  it('the earlier due day counts between slots of one name; a slot without twin stays in 部门目录', () => {
    const story = new Story()
    expect(story.one('A|stats|period:2025-Q1', '2025-04-02').dueDay).toBe('2025-04-15')
    expect(story.one('B|stats|period:2025-Q1', '2025-04-02').dueDay).toBe('2025-04-28')
    expect(story.one('A|b-stats|period:2024/summary', '2025-04-02')).toMatchObject({ category: 'bureau', dueDay: '2025-01-31' })
  })

  it('ends when the fold is lifted', () => {
    const story = new Story().on('2025-03-03').setting({ kind: 'sameAs', effective: '2025-03-03', item: 'b-doc', with: null }).fact('formed', { item: 'b-doc', ref: 'R1' }, oa)
    expect(story.one('doc:R1@2025-03-03', '2025-03-10')).toMatchObject({ item: 'b-doc', category: 'bureau' })
  })
})

describe('settings over time', () => {
  it('a unit merged in July: what fell due stays, what is open passes on, later facts settle it there', () => {
    const story = new Story().on('2025-05-06').fact('formed', { unit: 'C', ref: 'OLD' }, oa).on('2025-06-20').fact('formed', { unit: 'C', ref: 'OPEN' }, oa)
    story.on('2025-06-25').setting({ kind: 'unitChange', effective: '2025-07-01', unit: unitOf('C', { validTo: '2025-06-30', successor: 'B' }) })
    expect(story.one('doc:OLD@2025-05-06', '2025-07-10')).toMatchObject({ unit: 'C', status: 'overdue' })
    expect(story.one('doc:OPEN@2025-06-20', '2025-06-30')).toMatchObject({ unit: 'C' })
    expect(story.one('doc:OPEN@2025-06-20', '2025-07-01')).toMatchObject({ unit: 'B', status: 'pending' })
    story.on('2025-07-08').fact('published', { unit: 'B', ref: 'OPEN' })
    expect(story.one('C|doc|doc:OPEN@2025-06-20', '2025-07-10')).toMatchObject({ unit: 'B', status: 'onTime' })
    expect(story.obligations('2026-01-10').filter((each) => each.unit === 'C' && each.period === '2025-Q3')).toEqual([])
    expect(story.board('2025-07-10').units.find((unit) => unit.id === 'C')).toMatchObject({ validTo: '2025-06-30', rank: null })
  })

  it('a catalogue version in mid-year governs what opens from its day on', () => {
    const stricter = items.map((item) => (item.id === 'doc' ? itemOf('doc', item.cadence, { deadline: { printed: '5个工作日内', rules: [{ kind: 'within', n: 5, unit: 'workday', after: 'formed' }] } }) : item))
    const story = new Story().on('2025-06-01').setting({ kind: 'catalogueVersion', effective: '2025-07-01', catalogue: districtCatalogue({ version: '2', effective: '2025-07-01', items: stricter }) })
    story.on('2025-06-30').fact('formed', { ref: 'R1' }, oa).on('2025-07-01').fact('formed', { ref: 'R2' }, oa)
    expect(story.one('doc:R1@2025-06-30', '2025-07-02').dueDay).toBe('2025-07-28')
    expect(story.one('doc:R2@2025-07-01', '2025-07-02').dueDay).toBe('2025-07-08')
  })

  it('不适用 from a day on: what fell due before keeps its result, nothing else opens', () => {
    const story = new Story().setting({ kind: 'dutyState', effective: '2025-08-01', duties: [{ unit: 'B', item: 'stats' }], state: 'notApplicable', reason: '职责划转' })
    expect(story.obligations('2026-03-31').filter((each) => each.unit === 'B' && each.item === 'stats').map((each) => each.period)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2'])
    expect(story.standing('B', 'stats', '2025-08-01')).toMatchObject({ applicable: false, state: 'notApplicable' })
  })

  it('a fact under a printed row the traits left out is judged, and the duty proposed', () => {
    const story = new Story().on('2025-03-03').fact('formed', { unit: 'B', item: 'gated', ref: 'G1' }, oa)
    expect(story.one('B|gated|doc:G1@2025-03-03', '2025-04-30')).toMatchObject({ status: 'overdue' })
    expect(story.standing('B', 'gated', '2025-04-30')).toMatchObject({ state: 'proposed', applicable: false })
  })

  it('a notice entered late moves open due days, and never turns an on-time publication late', () => {
    const without = shippedYear(2025)
    const strict = { ...without, days: without.days.filter((each) => each.name !== '劳动节') }
    const story = new Story().on('2025-04-10').fact('formed', { ref: 'R1' }, oa).fact('formed', { ref: 'R2' }, oa)
    const due = story.one('doc:R1@2025-04-10', '2025-04-11').dueDay!
    story.on(due).fact('published', { ref: 'R1' }).on('2025-05-14').setting({ kind: 'calendarYear', effective: '2025-05-14', year: strict })
    expect(story.one('doc:R1@2025-04-10', '2025-06-30')).toMatchObject({ status: 'onTime', dueDay: due })
    expect(story.one('doc:R2@2025-04-10', '2025-06-30').dueDay! < due).toBe(true)
  })

  it('what fell due while every expected feed was failing is 数据中断 until the next successful look', () => {
    const story = new Story().setting({ kind: 'feedScope', effective: '2025-01-01', feed: 'cms', units: '*', items: ['doc'] })
      .on('2025-03-03').fact('formed', { ref: 'R1' }, oa)
      .on('2025-03-28').setting({ kind: 'feedOutage', effective: '2025-03-28', feed: 'cms' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-05')).toMatchObject({ status: 'unknown', dueDay: '2025-03-31' })
    story.on('2025-04-10').setting({ kind: 'feedRecovery', effective: '2025-04-10', feed: 'cms' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-09')).toMatchObject({ status: 'unknown' })
    expect(story.one('doc:R1@2025-03-03', '2025-04-10')).toMatchObject({ status: 'overdue' })
  })
})

describe('the year', () => {
  it('on 1 January the wall does not go green: what is open of earlier years stays open and is counted as carried over', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1' }, oa)
    const before = story.board('2025-12-31').district
    const after = story.board('2026-01-01').district
    expect(after.overdue).toBe(before.overdue)
    expect(after.carriedOver).toBe(after.tally.overdue + after.tally.pending + after.tally.dueSoon - story.obligations('2026-01-01').filter((each) => each.year === 2026 && ['pending', 'dueSoon', 'overdue'].includes(each.status)).length)
    expect(after.onTime).toEqual({ part: 0, whole: 0, share: null })
  })
})
