import { describe, expect, it } from 'vitest'
import { effectiveFacts } from '../../../shared/facts/effective-facts.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { dueOfObligation } from '../../../shared/obligations/due-layers.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { lawStands, refusedMatter, type MatterAsked } from '../../../shared/obligations/matter-rules.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const clerk = { feed: 'desk', account: 'clerk.A' }
const reviewer = { feed: 'desk', account: 'reviewer' }
const supervisor = { feed: 'desk', account: 'supervisor' }

interface Asked {
  readonly kind: MatterAsked['kind']
  readonly on: Day
  readonly until?: Day
  readonly account?: string
}

/** The refusal's code, or "taken". */
function answerTo(story: Story, { kind, on, until, account = 'clerk.A' }: Asked): string {
  const { world } = judgementOf(story.entries, { day: on })
  const obligation = story.obligations(on).find((each) => each.item === 'meeting' && each.id.includes('doc:'))!
  const all = story.entries.filter(isFactEntry)
  const facts = all.filter(({ seq }) => obligation.facts.includes(seq))
  const corrections = all.filter(({ fact }) => fact.kind === 'corrected')
  const effective = effectiveFacts([...facts, ...corrections].sort((a, b) => a.seq - b.seq))
  const refused = refusedMatter({ kind, until, account, obligation, facts: effective, corrections, world, legal: dueOfObligation(obligation, world, facts)?.legal ?? null })
  return refused?.code ?? 'taken'
}

/** Formed on 22 September 2026 with three working days (25th is the eve of 中秋节, off to the 27th; 国庆 1–7 October). */
const formed = () => new Story().on('2026-09-22').fact('formed', { item: 'meeting', ref: 'M1' })
const late = () => formed().on('2026-09-30').fact('published', { item: 'meeting', ref: 'M1', day: '2026-09-29' })
const appealed = () => late().on('2026-10-09').fact('disputed', { item: 'meeting', about: { ref: 'M1' }, reason: '有误' }, clerk)
const ruled = () => appealed().on('2026-10-12').fact('ruled', { item: 'meeting', about: { ref: 'M1' }, verdict: 'rejected', reason: '维持' }, reviewer)
const foundWrong = () => appealed().on('2026-10-12')
  .fact('found', { key: 'F', item: 'meeting', year: 2026, code: 'dateWrong', place: '页面', reason: '不符', until: '2026-10-20', about: { ref: 'M1' } }, reviewer)

describe('refusedMatter(): an appeal', () => {
  it.each<[Day, string]>([
    // Known on Wednesday 30 September; the holiday is not counted, Saturday 10 October is a working day.
    ['2026-09-30', 'taken'], ['2026-10-08', 'taken'], ['2026-10-13', 'taken'], ['2026-10-14', 'too-late'], ['2026-11-20', 'too-late'],
  ])('on %s, five working days over 国庆节: %s', (on, answer) => expect(answerTo(late(), { kind: 'disputed', on })).toBe(answer))

  it.each<[string, Story, Day, string]>([
    ['not due yet', formed(), '2026-09-23', 'not-contestable'],
    ['overdue since a few days', formed(), '2026-09-30', 'taken'],
    ['overdue beyond the limit: publish instead', formed(), '2026-10-20', 'too-late'],
    ['contested already', appealed(), '2026-10-10', 'already-open'],
    ['ruled on: once more, from the ruling on', ruled(), '2026-10-19', 'taken'],
    ['ruled on, too long ago', ruled(), '2026-10-20', 'too-late'],
    ['reviewed once', ruled().on('2026-10-13').fact('disputed', { item: 'meeting', about: { ref: 'M1' }, reason: '再看' }, clerk)
      .on('2026-10-14').fact('ruled', { item: 'meeting', about: { ref: 'M1' }, verdict: 'rejected', reason: '维持' }, reviewer), '2026-10-15', 'appealed-twice'],
    ['on time', formed().on('2026-09-23').fact('published', { item: 'meeting', ref: 'M1' }), '2026-09-24', 'not-contestable'],
    ['in time, but asked about its date', formed().on('2026-09-23').fact('published', { item: 'meeting', ref: 'M1', urlDay: '2026-10-10' }), '2026-11-20', 'taken'],
    ['made late by the office', formed().on('2026-09-23').fact('published', { item: 'meeting', ref: 'M1', key: 'p' })
      .on('2026-11-18').fact('corrected', { item: 'meeting', of: { feed: 'cms', key: 'p' }, set: { day: '2026-10-09' }, reason: '核查' }, supervisor), '2026-11-20', 'taken'],
  ])('%s', (_name, story, on, answer) => expect(answerTo(story, { kind: 'disputed', on })).toBe(answer))
})

describe('refusedMatter(): a later day', () => {
  const asked = () => formed().on('2026-09-23').fact('requested', { item: 'meeting', about: { ref: 'M1' }, until: '2026-10-12', reason: '会签' }, clerk)

  it.each<[string, Story, Asked, string]>([
    ['within the law', formed(), { kind: 'requested', on: '2026-09-23', until: '2026-10-12' }, 'taken'],
    ['on the due day itself', formed(), { kind: 'requested', on: '2026-09-28', until: '2026-10-12' }, 'taken'],
    ['after the due day', formed(), { kind: 'requested', on: '2026-09-29', until: '2026-10-12' }, 'too-late'],
    ['to the due day', formed(), { kind: 'requested', on: '2026-09-23', until: '2026-09-28' }, 'bad-value'],
    ['beyond the law', formed(), { kind: 'requested', on: '2026-09-23', until: '2026-12-31' }, 'beyond-law'],
    ['a second one', asked(), { kind: 'requested', on: '2026-09-23', until: '2026-10-13' }, 'already-open'],
    ['of what is published', late(), { kind: 'requested', on: '2026-10-01', until: '2026-10-12' }, 'settled'],
    ['granted in time', asked(), { kind: 'extended', on: '2026-09-24', until: '2026-10-10' }, 'taken'],
    ['granted late', asked(), { kind: 'extended', on: '2026-09-29', until: '2026-10-10' }, 'too-late'],
    ['granted beyond the law', asked(), { kind: 'extended', on: '2026-09-24', until: '2026-12-31' }, 'beyond-law'],
    ['declined', asked(), { kind: 'declined', on: '2026-09-29' }, 'taken'],
    ['declined though nobody asked', formed(), { kind: 'declined', on: '2026-09-23' }, 'no-request'],
  ])('%s', (_name, story, what, answer) => expect(answerTo(story, what)).toBe(answer))

  it('is refused late with the sentence that the law stands', () => expect(lawStands).toBe('法定时限不因报备改变；本次报备仅作督办和评议参考，计分仍按法定到期日。'))
})

describe('refusedMatter(): a ruling', () => {
  it.each<[string, Story, string | undefined, string]>([
    ['of an open appeal', appealed(), 'reviewer', 'taken'],
    ['of a question nobody appealed', late(), 'reviewer', 'taken'],
    ['a second time, with nothing new', ruled(), 'other-reviewer', 'already-ruled'],
    ['again, after 复核 was asked for', ruled().on('2026-10-13').fact('disputed', { item: 'meeting', about: { ref: 'M1' }, reason: '再看' }, clerk), 'reviewer', 'taken'],
    ['of what the same account recorded', appealed(), 'clerk.A', 'own-record'],
    ['of what the same account corrected', late().fact('corrected', { item: 'meeting', of: { feed: 'cms', key: 'k2' }, set: { title: '更名' }, reason: '改' }, reviewer), 'reviewer', 'own-record'],
    ['of what the same account found wrong', foundWrong(), 'reviewer', 'own-finding'],
    ['of what somebody else found wrong', foundWrong(), 'other-reviewer', 'taken'],
    ['of what the same account found wrong, which was revoked', foundWrong().on('2026-10-13')
      .fact('rechecked', { item: '*', of: { feed: 'desk', key: 'F' }, outcome: 'revoked', reason: '不成立' }, supervisor), 'reviewer', 'taken'],
    ['of another piece than the one found wrong', appealed().fact('found', { item: 'meeting', year: 2026, code: 'dateWrong', place: '页面', reason: '不符', until: '2026-10-20', about: { ref: 'M2' } }, reviewer), 'reviewer', 'taken'],
  ])('%s', (_name, story, account, answer) => expect(answerTo(story, { kind: 'ruled', on: '2026-10-15', ...(account && { account }) })).toBe(answer))
})
