import { describe, expect, it } from 'vitest'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import type { Matter } from '../../../shared/obligations/matter.ts'
import { mattersOf } from '../../../shared/obligations/matters.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const clerk = { feed: 'desk', account: 'clerk.A' }
const reviewer = { feed: 'desk', account: 'reviewer' }
const supervisor = { feed: 'desk', account: 'supervisor' }
const about = (ref: string) => ({ item: 'meeting', about: { ref }, reason: '因故' })

function mattersOn(story: Story, day: Day, pieces = 100): readonly Matter[] {
  const { world } = judgementOf(story.entries, { day })
  const obligations = story.obligations(day)
  const facts = story.entries.filter(isFactEntry)
  return mattersOf({
    entries: facts.filter(({ fact }) => ['disputed', 'ruled', 'requested', 'extended', 'declined', 'corrected'].includes(fact.kind)),
    find: (feed, key) => facts.find(({ source, fact }) => source.feed === feed && fact.key === key),
    obligationOf: (seq, named) => obligations.find((each) => each.facts.includes(seq) || (named && 'ref' in named && each.id.includes(`doc:${named.ref}@`))),
    piecesOf: () => pieces, world,
  })
}

const late = (ref = 'M1') => new Story().on('2026-09-22').fact('formed', { item: 'meeting', ref }).on('2026-09-30').fact('published', { item: 'meeting', ref })
const appealed = () => late().on('2026-10-09').fact('disputed', { ...about('M1'), attachments: ['a'.repeat(64)] }, clerk)

describe('mattersOf()', () => {
  it('opens an appeal to be answered in five working days, past them it is late', () => {
    // Friday 9 October; Saturday the 10th is a working day.
    expect(mattersOn(appealed(), '2026-10-15')).toMatchObject([{
      kind: 'appeal', unit: 'A', round: 1, answerBy: '2026-10-15', isLate: false, outcome: null, opened: { account: 'clerk.A', reason: '因故', attachments: ['a'.repeat(64)] },
    }])
    expect(mattersOn(appealed(), '2026-10-16')).toMatchObject([{ isLate: true }])
  })

  it('ends it with the ruling, and a further appeal is the 复核 with the whole exchange', () => {
    const story = appealed().on('2026-10-12').fact('ruled', { ...about('M1'), verdict: 'rejected' }, reviewer).on('2026-10-13').fact('disputed', about('M1'), clerk)
    const [second, first] = mattersOn(story, '2026-10-14')
    expect(first).toMatchObject({ round: 1, isLate: false, outcome: { result: 'ruled', line: { verdict: 'rejected', account: 'reviewer' } } })
    expect(second).toMatchObject({ round: 2, outcome: null })
    expect(second?.exchange.map(({ kind }) => kind)).toEqual(['disputed', 'ruled', 'disputed'])
  })

  it('says when an answer came too late', () => {
    const story = appealed().on('2026-10-19').fact('ruled', { ...about('M1'), verdict: 'upheld' }, reviewer)
    expect(mattersOn(story, '2026-10-20')).toMatchObject([{ isLate: true, outcome: { result: 'ruled' } }])
  })

  it('follows corrections: another reason counts, a voided appeal is withdrawn and no longer late', () => {
    const story = late().on('2026-10-09').fact('disputed', { ...about('M1'), key: 'd' }, clerk)
      .fact('corrected', { item: 'meeting', of: { feed: 'desk', key: 'd' }, set: { reason: '补充' }, reason: '补' }, clerk)
    expect(mattersOn(story, '2026-10-09')).toMatchObject([{ opened: { reason: '补充' } }])
    story.fact('corrected', { item: 'meeting', of: { feed: 'desk', key: 'd' }, void: true, reason: '撤回' }, clerk)
    expect(mattersOn(story, '2026-11-20')).toMatchObject([{ outcome: { result: 'withdrawn' }, isLate: false }])
  })

  it('a ruling nobody asked for is no matter', () => {
    expect(mattersOn(late().fact('ruled', { ...about('M1'), verdict: 'upheld' }, reviewer), '2026-10-09')).toEqual([])
  })

  it('wants a request answered before its original due day is over, and ends it with a grant or a no', () => {
    const asked = () => new Story().on('2026-09-22').fact('formed', { item: 'meeting', ref: 'M1' }).on('2026-09-23').fact('requested', { ...about('M1'), until: '2026-10-12' }, clerk)
    expect(mattersOn(asked(), '2026-09-23')).toMatchObject([{ kind: 'extension', answerBy: '2026-09-28', outcome: null, opened: { until: '2026-10-12' } }])
    expect(mattersOn(asked().on('2026-09-24').fact('extended', { ...about('M1'), until: '2026-10-10' }, supervisor), '2026-09-25')).toMatchObject([{ outcome: { result: 'granted', line: { until: '2026-10-10' } } }])
    expect(mattersOn(asked().on('2026-09-24').fact('declined', about('M1'), supervisor), '2026-09-25')).toMatchObject([{ outcome: { result: 'declined' } }])
  })

  it('lists a grant nobody asked for as given', () => {
    const story = new Story().on('2026-09-22').fact('formed', { item: 'meeting', ref: 'M1' }).fact('extended', { ...about('M1'), until: '2026-10-10' }, supervisor)
    expect(mattersOn(story, '2026-09-23')).toMatchObject([{ kind: 'extension', opened: { kind: 'extended' }, outcome: { result: 'granted' } }])
  })

  it('shows a waiting correction with what counts and what it says, until it is confirmed', () => {
    const story = late().on('2026-10-09').fact('corrected', { item: 'meeting', key: 'c', of: { feed: 'cms', key: 'k2' }, set: { day: '2026-09-25' }, reason: '录错', waits: true }, clerk)
    expect(mattersOn(story, '2026-10-09')).toMatchObject([{ kind: 'correction', outcome: null, change: { void: false, fields: [{ name: 'day', was: '2026-09-30', becomes: '2026-09-25' }] } }])
    story.fact('corrected', { item: 'meeting', of: { feed: 'desk', key: 'c' }, confirm: true, reason: '属实' }, supervisor)
    expect(mattersOn(story, '2026-10-09')).toMatchObject([{ outcome: { result: 'confirmed', line: { account: 'supervisor' } } }])
  })

  it('calls many requests of one day 批量, and appeals against more than a tenth of a unit’s pieces', () => {
    const story = new Story().on('2026-09-22')
    const refs = ['1', '2', '3', '4', '5']
    for (const ref of refs) story.fact('formed', { item: 'meeting', ref })
    story.on('2026-09-23')
    for (const ref of refs.slice(0, 4)) story.fact('requested', { ...about(ref), until: '2026-10-12' }, clerk)
    expect(mattersOn(story, '2026-09-23').map(({ bulk }) => bulk)).toEqual([null, null, null, null])
    story.fact('requested', { ...about('5'), until: '2026-10-12' }, clerk)
    expect(new Set(mattersOn(story, '2026-09-23').map(({ bulk }) => bulk))).toEqual(new Set(['requests']))
    story.on('2026-10-09')
    for (const ref of refs.slice(0, 3)) story.fact('disputed', about(ref), clerk)
    const appeals = (pieces: number) => mattersOn(story, '2026-10-09', pieces).filter(({ kind }) => kind === 'appeal').map(({ bulk }) => bulk)
    expect(appeals(30)).toEqual([null, null, null])
    expect(appeals(29)).toEqual(['disputed', 'disputed', 'disputed'])
  })
})
