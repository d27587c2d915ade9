import { describe, expect, it } from 'vitest'
import type { RecheckOutcome } from '../../../shared/facts/act.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { actsOf, unitActs } from '../../../shared/obligations/assessment-acts.ts'
import { refusedAnswer, refusedFinding, refusedRecheck, refusedRewriting, type FindingWorld } from '../../../shared/obligations/finding-rules.ts'
import { findingsAbout } from '../../../shared/obligations/findings-about.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const { calendar } = judgementOf(new Story().entries, { day: '2026-09-21' }).world
const of = { feed: 'desk', key: 'F' }
const reviewer = { feed: 'desk', account: 'reviewer' }
const supervisor = { feed: 'desk', account: 'supervisor' }
const clerk = { feed: 'desk', account: 'clerk.A' }

const found = () => new Story().on('2026-09-21')
  .fact('found', { key: 'F', year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28', about: { ref: 'R1' } }, reviewer)
const answered = (disagrees?: true) => found().on('2026-09-22').fact('rectified', { key: 'A', item: '*', of, reason: '已改', ...(disagrees && { disagrees }) }, clerk)
const rechecked = (outcome: RecheckOutcome, story = answered()) => story.on('2026-09-23')
  .fact('rechecked', { key: 'R', item: '*', of, outcome, reason: '看过', ...(outcome === 'failed' && { until: '2026-10-12' }) }, supervisor)

function worldOn(story: Story, day: Day): FindingWorld {
  return { acts: actsOf(story.entries.filter(isFactEntry), day), calendar, day }
}

describe('refusedFinding()', () => {
  const draft = { kind: 'found', key: 'new', unit: 'A', item: 'doc', year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28' } as const

  it.each<[Day, string]>([
    ['2026-09-21', 'taken'], ['2026-09-24', 'taken'],
    // 中秋节 25–27 September and 国庆节 1–7 October; 20 September and 10 October are make-up days.
    ['2026-09-25', 'not-workday'], ['2026-09-26', 'not-workday'], ['2026-10-01', 'not-workday'], ['2026-10-08', 'taken'], ['2026-10-10', 'taken'], ['2026-10-11', 'not-workday'],
    ['2027-09-22', 'taken'], ['2027-09-23', 'bad-value'], ['2062-09-28', 'bad-value'],
  ])('a limit of %s is %s', (until, answer) => expect(refusedFinding({ ...draft, until }, worldOn(new Story(), '2026-09-21'))?.code ?? 'taken').toBe(answer))

  it('says which working day comes next', () => {
    expect(refusedFinding({ ...draft, until: '2026-10-01' }, worldOn(new Story(), '2026-09-21'))).toEqual({
      code: 'not-workday', field: 'until', message: '整改期限 2026-10-01 不是工作日，请改填工作日，如 2026-10-08。',
    })
  })

  it.each<[string, Story, object, string]>([
    ['the same once more', found(), { about: { ref: 'R1' } }, 'already-found'],
    ['the same while it waits for a recheck', answered(), { about: { ref: 'R1' } }, 'already-found'],
    ['the same after it was cleared', rechecked('cleared'), { about: { ref: 'R1' } }, 'taken'],
    ['the same after it was revoked', rechecked('revoked'), { about: { ref: 'R1' } }, 'taken'],
    ['another place of it', found(), { about: { ref: 'R1' }, place: '正文' }, 'taken'],
    ['another piece', found(), { about: { ref: 'R2' } }, 'taken'],
    ['no piece in particular', found(), {}, 'taken'],
    ['another kind', found(), { about: { ref: 'R1' }, code: 'wordingWrong' }, 'taken'],
    ['another year', found(), { about: { ref: 'R1' }, year: 2025 }, 'taken'],
    ['a correction of itself', found(), { about: { ref: 'R1' }, key: 'F', until: undefined }, 'taken'],
  ])('%s is %s', (_name, story, fields, answer) => {
    expect(refusedFinding({ ...draft, ...fields } as typeof draft, worldOn(story, '2026-09-24'))?.code ?? 'taken').toBe(answer)
  })
})

describe('refusedAnswer()', () => {
  it.each<[string, Story, string]>([
    ['to what is open', found(), 'taken'], ['once more', answered(), 'taken'], ['after it failed', rechecked('failed'), 'taken'],
    ['after it was cleared', rechecked('cleared'), 'closed'], ['after it was revoked', rechecked('revoked'), 'closed'], ['to what was taken back', new Story(), 'unknown-finding'],
  ])('%s is %s', (_name, story, answer) => expect(refusedAnswer({ of }, worldOn(story, '2026-09-24').acts)?.code ?? 'taken').toBe(answer))
})

describe('refusedRecheck()', () => {
  interface Said {
    readonly outcome: RecheckOutcome
    readonly by: 'reviewer' | 'supervisor'
    readonly on?: Day
    readonly until?: Day
  }

  it.each<[string, Story, Said, string]>([
    ['cleared by the finder', answered(), { outcome: 'cleared', by: 'reviewer' }, 'taken'],
    ['cleared by another', answered(), { outcome: 'cleared', by: 'supervisor' }, 'taken'],
    ['cleared before an answer', found(), { outcome: 'cleared', by: 'supervisor' }, 'not-answered'],
    ['failed before an answer', found(), { outcome: 'failed', by: 'supervisor' }, 'not-answered'],
    ['failed twice', rechecked('failed'), { outcome: 'failed', by: 'reviewer' }, 'not-answered'],
    ['revoked by the finder', answered(), { outcome: 'revoked', by: 'reviewer' }, 'own-finding'],
    ['revoked by another, unanswered', found(), { outcome: 'revoked', by: 'supervisor' }, 'taken'],
    ['revoked by another after it failed', rechecked('failed'), { outcome: 'revoked', by: 'supervisor' }, 'taken'],
    // What the unit holds wrong is looked at by somebody else than its finder, whatever comes out.
    ['disputed, failed by the finder', answered(true), { outcome: 'failed', by: 'reviewer' }, 'own-finding'],
    ['disputed, cleared by the finder', answered(true), { outcome: 'cleared', by: 'reviewer' }, 'own-finding'],
    ['disputed, failed by another', answered(true), { outcome: 'failed', by: 'supervisor' }, 'taken'],
    ['disputed, revoked by another', answered(true), { outcome: 'revoked', by: 'supervisor' }, 'taken'],
    ['disputed and ruled on, then set right: the finder looks again', rechecked('failed', answered(true)).on('2026-09-24').fact('rectified', { item: '*', of, reason: '改了' }, clerk), { outcome: 'cleared', by: 'reviewer' }, 'taken'],
    ['the second of two at once', rechecked('cleared'), { outcome: 'failed', by: 'reviewer' }, 'closed'],
    ['of what was taken back', new Story(), { outcome: 'cleared', by: 'reviewer' }, 'unknown-finding'],
    ['failed within the old limit', answered(), { outcome: 'failed', by: 'supervisor', on: '2026-09-28' }, 'taken'],
    ['failed past the old limit without a new one', answered(), { outcome: 'failed', by: 'supervisor', on: '2026-09-29' }, 'missing-field'],
    ['failed with a new limit', answered(), { outcome: 'failed', by: 'supervisor', on: '2026-09-29', until: '2026-10-12' }, 'taken'],
    ['failed with a limit on a holiday', answered(), { outcome: 'failed', by: 'supervisor', on: '2026-09-29', until: '2026-10-01' }, 'not-workday'],
  ])('%s is %s', (_name, story, { outcome, by, on = '2026-09-24', until }, answer) => {
    const draft = { kind: 'rechecked', key: 'new', unit: 'A', item: '*', of, outcome, reason: '看过', ...(until && { until }) } as const
    expect(refusedRecheck({ draft, account: by }, worldOn(story, on))?.code ?? 'taken').toBe(answer)
  })

  it('tells the second of two who was first and what came of it', () => {
    const draft = { kind: 'rechecked', key: 'new', unit: 'A', item: '*', of, reason: '看过' } as const
    const said = (story: Story, outcome: RecheckOutcome) => refusedRecheck({ draft: { ...draft, outcome }, account: 'reviewer' }, worldOn(story, '2026-09-24'))?.message
    expect(said(rechecked('cleared'), 'failed')).toBe('这个问题已由 supervisor 销号，不再复查，请刷新后查看。')
    expect(said(rechecked('failed'), 'cleared')).toBe('刚由 supervisor 复查未通过（整改期限 2026-10-12），请等单位再次反馈后再复查。')
  })
})

describe('refusedRewriting()', () => {
  it.each<[string, Story, 'found' | 'rectified' | 'rechecked', string, string, string]>([
    ['a finding by its finder', found(), 'found', 'F', 'reviewer', 'own'],
    ['a finding by somebody else', found(), 'found', 'F', 'supervisor', 'not-own'],
    ['a finding the unit has answered', answered(), 'found', 'F', 'reviewer', 'answered-meanwhile'],
    ['an answer by its clerk', answered(), 'rectified', 'A', 'clerk.A', 'own'],
    ['an answer by the office', answered(), 'rectified', 'A', 'supervisor', 'not-own'],
    ['an answer that was looked at', rechecked('cleared'), 'rectified', 'A', 'clerk.A', 'answered-meanwhile'],
    ['a recheck by who made it', rechecked('revoked'), 'rechecked', 'R', 'supervisor', 'own'],
    ['a recheck by the finder it went against', rechecked('revoked'), 'rechecked', 'R', 'reviewer', 'not-own'],
  ])('%s: %s', (_name, story, kind, key, account, answer) => {
    expect(refusedRewriting({ of: { feed: 'desk', key }, kind, account }, worldOn(story, '2026-09-24').acts)?.code ?? 'own').toBe(answer)
  })
})

describe('refusedRewriting() of marks', () => {
  const marked = new Story().on('2026-09-21').fact('marked', { key: 'M', item: '*', year: 2026, entry: 'J1', points: 1, reason: '有据' }, reviewer)

  it.each([['reviewer', 'own'], ['reviewer2', 'not-own'], ['supervisor', 'not-own']])('by %s: %s', (account, answer) => {
    expect(refusedRewriting({ of: { feed: 'desk', key: 'M' }, kind: 'marked', account }, worldOn(marked, '2026-09-24').acts)?.code ?? 'own').toBe(answer)
  })
})

describe('findingsAbout()', () => {
  const piece = { id: 'A|doc|doc:R1@2026-09-01', aliases: ['A|doc|page:https://x.cn/1'], unit: 'A', item: 'doc', period: null, url: 'https://x.cn/1' }

  it.each<[object, string, string, boolean]>([
    [{ obligation: 'A|doc|doc:R1@2026-09-01' }, 'A', 'doc', true],
    [{ obligation: 'A|doc|page:https://x.cn/1' }, 'A', 'doc', true],
    [{ ref: 'R1' }, 'A', 'doc', true],
    [{ ref: 'R1' }, 'B', 'doc', false],
    [{ ref: 'R1' }, 'A', 'meeting', false],
    [{ ref: 'R2' }, 'A', 'doc', false],
    [{ url: 'http://x.cn/1/' }, 'A', 'doc', true],
    [{ url: 'https://x.cn/2' }, 'A', 'doc', false],
    [{ period: '2026' }, 'A', 'doc', false],
  ])('%j of unit %s under %s: %s', (about, unit, item, isIt) => {
    const story = new Story().on('2026-09-21').fact('found', { key: 'F', unit, item, year: 2025, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28', about: about as { ref: string } }, reviewer)
    const acts = actsOf(story.entries.filter(isFactEntry), '2026-09-21')
    expect(unitActs(acts, unit, 2025).findings).toHaveLength(1)
    expect(findingsAbout(piece, acts)).toHaveLength(isIt ? 1 : 0)
  })
})
