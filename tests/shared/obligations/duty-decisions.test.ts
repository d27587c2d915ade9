import { describe, expect, it } from 'vitest'
import type { DutyState, RecordedSetting, Setting } from '../../../shared/facts/setting.ts'
import { answerByOf, decisionOf, dutyDecisionsOf, stepsOf } from '../../../shared/obligations/duty-decisions.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { lapsedDuties, silenceReason } from '../../../shared/obligations/lapsed-duties.ts'
import { workingCalendar } from '../../../shared/time/working-calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { shippedYear, startingSettings, unitOf } from '../../support/small-district.ts'
import { Story } from '../../support/story.ts'

const calendar = workingCalendar([2024, 2025, 2026].map(shippedYear))
const duty = (state: DutyState, effective: Day, items: readonly string[] | 'all' = ['report']): Setting =>
  ({ kind: 'dutyState', effective, state, reason: `${state} ${effective}`, duties: items === 'all' ? 'all' : items.map(item => ({ unit: 'A', item })) })
const recorded = (settings: readonly Setting[]): RecordedSetting[] => settings.map((setting, n) =>
  ({ seq: n + 1, recordedAt: `2026-01-0${n + 1}T01:00:00.000Z`, source: { feed: 'desk', account: `p${n + 1}` }, setting }))
const worldOn = (story: Story, day: Day) => judgementOf(story.entries, { day }).world

/** A district in which nobody was asked yet. */
const unasked = () => new Story(startingSettings().filter(({ kind }) => kind !== 'dutyState'))

describe('dutyDecisionsOf()', () => {
  it('keeps every step, says who and why, and the last said holds whatever day it takes effect from', () => {
    const decisions = dutyDecisionsOf(recorded([duty('proposed', '2026-03-02'), duty('objected', '2026-03-04'), duty('notApplicable', '2026-01-01')]))
    expect(decisionOf(decisions, 'A|report')).toMatchObject({ state: 'notApplicable', since: '2026-01-01', by: 'p3', reason: 'notApplicable 2026-01-01' })
    expect(stepsOf(decisions, 'A|report').map(({ state, by }) => [state, by])).toEqual([['proposed', 'p1'], ['objected', 'p2'], ['notApplicable', 'p3']])
    expect(decisionOf(decisions, 'B|report')).toBeUndefined()
  })

  it('a word on all duties sets aside what was said of single ones, and what is said later follows on it', () => {
    const first = dutyDecisionsOf(recorded([duty('objected', '2026-03-02'), duty('claimed', '2026-03-03', 'all')]))
    expect(decisionOf(first, 'A|report')?.state).toBe('claimed')
    const later = dutyDecisionsOf(recorded([duty('claimed', '2026-03-03', 'all'), duty('notApplicable', '2026-03-04')]))
    expect([decisionOf(later, 'A|report')?.state, decisionOf(later, 'A|doc')?.state]).toEqual(['notApplicable', 'claimed'])
    expect(stepsOf(later, 'A|report')).toHaveLength(2)
  })
})

describe('answerByOf()', () => {
  it.each([
    ['a plain week', '2026-03-02', '2026-03-09'],
    ['over 国庆节 and its make-up day', '2026-09-29', '2026-10-12'],
    ['over 春节', '2026-02-12', '2026-02-26'],
    ['sent on a Saturday', '2026-03-07', '2026-03-13'],
  ])('%s: the fifth working day after %s is %s', (_what, since, answerBy) => {
    const decision = { state: 'proposed', since, recordedAt: '', by: 'x', reason: '' } as const
    expect(answerByOf(decision, calendar)).toBe(answerBy)
    expect(calendar.workdaysBetween(since, answerBy)).toBe(5)
  })

  it('is null for what is decided, and for what nobody was asked about', () => {
    expect([answerByOf({ state: 'claimed', since: '2026-03-02', recordedAt: '', by: 'x', reason: '' }, calendar), answerByOf(undefined, calendar)]).toEqual([null, null])
  })
})

describe('lapsedDuties()', () => {
  const sent = () => unasked().on('2026-09-29').setting(duty('proposed', '2026-09-29', ['report', 'doc']))

  it('claims nothing up to the last good day, all that is unanswered from the day after', () => {
    expect(lapsedDuties(worldOn(sent(), '2026-10-12'))).toEqual([])
    expect(lapsedDuties(worldOn(sent(), '2026-10-13'))).toEqual([{
      kind: 'dutyState', effective: '2026-10-13', state: 'claimed', reason: silenceReason, duties: [{ unit: 'A', item: 'doc' }, { unit: 'A', item: 'report' }] }])
  })

  it('is the same however late the clock looks, and nothing once it stands in the journal', () => {
    const story = sent()
    const settings = lapsedDuties(worldOn(story, '2026-11-02'))
    expect(settings).toEqual(lapsedDuties(worldOn(story, '2026-10-13')))
    for (const setting of settings) story.on('2026-11-02').setting(setting)
    expect(lapsedDuties(worldOn(story, '2026-11-02'))).toEqual([])
    expect(story.standing('A', 'report', '2026-11-02').state).toBe('claimed')
  })

  it('leaves alone what was objected to, what was never sent, and a unit that has ended', () => {
    const objected = sent().on('2026-10-09').setting(duty('objected', '2026-10-09', ['doc']))
    expect(lapsedDuties(worldOn(objected, '2026-10-13'))).toMatchObject([{ duties: [{ unit: 'A', item: 'report' }] }])
    expect(lapsedDuties(worldOn(unasked(), '2026-10-13'))).toEqual([])
    const ended = sent().on('2026-09-30').setting({ kind: 'unitChange', effective: '2026-09-30', unit: unitOf('A', { validTo: '2026-09-30', successor: 'B' }) })
    expect(lapsedDuties(worldOn(ended, '2026-10-13'))).toEqual([])
  })

  it('starts anew when the office asks again', () => {
    const story = sent().on('2026-10-09').setting(duty('objected', '2026-10-09')).on('2026-10-12').setting(duty('proposed', '2026-10-12'))
    expect(lapsedDuties(worldOn(story, '2026-10-19'))).toMatchObject([{ duties: [{ item: 'doc' }] }])
    expect(lapsedDuties(worldOn(story, '2026-10-20'))).toMatchObject([{ effective: '2026-10-13' }, { effective: '2026-10-20', duties: [{ item: 'report' }] }])
  })
})

describe('duties that traits left out', () => {
  it('stand once the unit was asked about them or spoke of them, where their row is printed for it', () => {
    const story = new Story().on('2026-03-02').setting({ kind: 'dutyState', effective: '2026-03-02', state: 'proposed', reason: '', duties: [{ unit: 'B', item: 'gated' }, { unit: 'S', item: 'gated' }] })
    const { duties } = worldOn(story, '2026-03-02')
    expect([duties.get('B|gated')?.state, duties.has('S|gated')]).toEqual(['proposed', false])
    story.on('2026-03-03').setting({ kind: 'dutyState', effective: '2026-03-03', state: 'claimed', reason: '', duties: [{ unit: 'B', item: 'gated' }] })
    expect(story.standing('B', 'gated', '2026-03-03').state).toBe('claimed')
    expect(worldOn(new Story(), '2026-03-03').duties.has('B|gated')).toBe(false)
  })
})
