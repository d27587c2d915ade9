import { describe, expect, it } from 'vitest'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { isDisputed, isOwed, type Finding } from '../../../shared/obligations/finding.ts'
import { actsOf, unitActs, type AssessmentActs } from '../../../shared/obligations/assessment-acts.ts'
import type { RecheckOutcome } from '../../../shared/facts/act.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Story } from '../../support/story.ts'

const reviewer = { feed: 'desk', account: 'reviewer' }
const supervisor = { feed: 'desk', account: 'supervisor' }
const clerk = { feed: 'desk', account: 'clerk.A' }

function actsAt(story: Story, known: Day): AssessmentActs {
  return actsOf(story.entries.filter(isFactEntry), known)
}

/** "09-21 found until 09-28 · 09-25 answered · 09-29 failed until 10-12": an exchange of 2026 in one line. */
function told(line: string, known: Day): Finding {
  const story = new Story()
  for (const step of line.split(' · ')) {
    const [day, what, , until] = step.split(' ')
    const limit = until === undefined ? {} : { until: `2026-${until}` }
    story.on(`2026-${day}`)
    if (what === 'found') story.fact('found', { key: 'F', year: 2026, code: 'elementsMissing', place: '附件', reason: '缺表', ...limit }, reviewer)
    else if (what === 'answered' || what === 'disputed') {
      story.fact('rectified', { item: '*', of: { feed: 'desk', key: 'F' }, reason: '已补', ...(what === 'disputed' && { disagrees: true as const }) }, clerk)
    } else story.fact('rechecked', { item: '*', of: { feed: 'desk', key: 'F' }, outcome: what as RecheckOutcome, reason: '已看', ...limit }, supervisor)
  }
  const [finding] = unitActs(actsAt(story, known), 'A', 2026).findings
  if (!finding) throw new Error('no finding')
  return finding
}

describe('findingsOf(): state, limit and whether it was kept', () => {
  it.each<[string, Day, Finding['state'], Day, boolean | null]>([
    ['09-21 found until 09-28', '2026-09-28', 'open', '2026-09-28', null],
    // The last day is good; the day after is not, whatever kind of day it is.
    ['09-21 found until 09-28', '2026-09-29', 'open', '2026-09-28', false],
    ['09-21 found until 09-28 · 09-28 answered', '2026-09-28', 'answered', '2026-09-28', null],
    // How long the office then takes to look is not the unit's.
    ['09-21 found until 09-28 · 09-28 answered', '2026-11-20', 'answered', '2026-09-28', null],
    ['09-21 found until 09-28 · 09-28 answered · 11-20 cleared', '2026-11-20', 'cleared', '2026-09-28', true],
    ['09-21 found until 09-28 · 09-29 answered', '2026-09-29', 'answered', '2026-09-28', false],
    ['09-21 found until 09-28 · 09-29 answered · 09-30 cleared', '2026-09-30', 'cleared', '2026-09-28', false],
    // More is said after the limit: the first answer kept it.
    ['09-21 found until 09-28 · 09-25 answered · 09-30 answered · 10-08 cleared', '2026-10-08', 'cleared', '2026-09-28', true],
    // A new limit is a new chance for one who kept the old one …
    ['09-21 found until 09-28 · 09-25 answered · 09-29 failed until 10-12', '2026-09-29', 'failed', '2026-10-12', null],
    ['09-21 found until 09-28 · 09-25 answered · 09-29 failed until 10-12', '2026-10-13', 'failed', '2026-10-12', false],
    ['09-21 found until 09-28 · 09-25 answered · 09-29 failed until 10-12 · 10-12 answered · 10-13 cleared', '2026-10-13', 'cleared', '2026-10-12', true],
    ['09-21 found until 09-28 · 09-25 answered · 09-29 failed until 10-12 · 10-13 answered · 10-14 cleared', '2026-10-14', 'cleared', '2026-10-12', false],
    // … and never washes away one that was missed.
    ['09-21 found until 09-28 · 10-08 answered · 10-09 failed until 10-16', '2026-10-09', 'failed', '2026-10-16', false],
    ['09-21 found until 09-28 · 10-08 answered · 10-09 failed until 10-16 · 10-10 answered · 10-12 cleared', '2026-10-12', 'cleared', '2026-10-16', false],
    // Failed early, without a new limit: the old one still runs.
    ['09-21 found until 09-28 · 09-22 answered · 09-23 failed', '2026-09-28', 'failed', '2026-09-28', null],
    ['09-21 found until 09-28 · 09-22 answered · 09-23 failed · 09-28 answered · 09-29 cleared', '2026-09-29', 'cleared', '2026-09-28', true],
    ['09-21 found until 09-28 · 10-20 revoked', '2026-10-20', 'revoked', '2026-09-28', null],
    // What comes after the end changes nothing.
    ['09-21 found until 09-28 · 09-22 answered · 09-23 cleared · 10-20 answered', '2026-10-20', 'cleared', '2026-09-28', true],
  ])('%s, known on %s: %s, limit %s, in time %s', (line, known, state, until, inTime) => {
    expect([told(line, known).state, told(line, known).until, told(line, known).inTime]).toEqual([state, until, inTime])
  })

  it('counts an answer by the day it was recorded, never by an earlier one it states', () => {
    const story = new Story().on('2026-09-21').fact('found', { key: 'F', year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28' }, reviewer)
      .on('2026-10-09').fact('rectified', { item: '*', day: '2026-09-25', of: { feed: 'desk', key: 'F' }, reason: '已改' }, clerk)
    const [finding] = unitActs(actsAt(story, '2026-10-09'), 'A', 2026).findings
    expect([finding?.inTime, finding?.steps[0]?.day]).toEqual([false, '2026-10-09'])
  })

  it('is as known then: a recheck of later does not show before', () => {
    const line = '09-21 found until 09-28 · 09-25 answered'
    expect(told(`${line} · 09-29 cleared`, '2026-09-29').state).toBe('cleared')
    const story = new Story().on('2026-09-21').fact('found', { key: 'F', year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28' }, reviewer)
      .on('2026-10-09').fact('rechecked', { item: '*', of: { feed: 'desk', key: 'F' }, outcome: 'revoked', reason: '不成立' }, supervisor)
    const stateAt = (knownAt: string) => unitActs(judgementOf(story.entries, { day: '2026-12-31', knownAt }).world.acts, 'A', 2026).findings[0]?.state
    expect([stateAt('2026-10-08T00:00:00.000Z'), stateAt('2026-10-10T00:00:00.000Z')]).toEqual(['open', 'revoked'])
  })

  it('takes back what was taken back: a voided recheck leaves it answered, a voided finding is none', () => {
    const story = new Story().on('2026-09-21').fact('found', { key: 'F', year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28' }, reviewer)
      .on('2026-09-22').fact('rectified', { item: '*', of: { feed: 'desk', key: 'F' }, reason: '已改' }, clerk)
      .fact('rechecked', { key: 'R', item: '*', of: { feed: 'desk', key: 'F' }, outcome: 'cleared', reason: '好' }, supervisor)
      .fact('corrected', { item: '*', of: { feed: 'desk', key: 'R' }, void: true, reason: '看错' }, supervisor)
    const found = () => unitActs(actsAt(story, '2026-09-22'), 'A', 2026).findings.map(({ state }) => state)
    expect(found()).toEqual(['answered'])
    story.fact('corrected', { item: 'doc', of: { feed: 'desk', key: 'F' }, void: true, reason: '错登' }, reviewer)
    expect(found()).toEqual([])
  })
})

describe('isOwed() and isDisputed()', () => {
  it.each<[string, boolean, boolean]>([
    ['09-21 found until 09-28', true, false],
    ['09-21 found until 09-28 · 09-22 answered', false, false],
    ['09-21 found until 09-28 · 09-22 disputed', false, true],
    ['09-21 found until 09-28 · 09-22 disputed · 09-23 answered', false, true],
    ['09-21 found until 09-28 · 09-22 disputed · 09-23 failed until 10-12', true, false],
    ['09-21 found until 09-28 · 09-22 disputed · 09-23 failed until 10-12 · 09-24 answered', false, false],
    ['09-21 found until 09-28 · 09-22 disputed · 09-23 revoked', false, false],
    ['09-21 found until 09-28 · 09-22 answered · 09-23 cleared', false, false],
  ])('%s: owed %s, disputed %s', (line, owed, disputed) => expect([isOwed(told(line, '2026-09-24')), isDisputed(told(line, '2026-09-24'))]).toEqual([owed, disputed]))
})

describe('findingsOf(): 重复问题', () => {
  interface Told {
    readonly code?: 'linkDead' | 'columnStale'
    readonly item?: string
    readonly place?: string
    readonly year?: number
    readonly sample?: string
    readonly unit?: string
  }

  /** Findings in order, each with what became of it before the next was found; the places of those that repeat one, and which. */
  function repeatsOf(...all: readonly (readonly [Told, RecheckOutcome | 'open'])[]): readonly (number | null)[] {
    const story = new Story().on('2026-09-21')
    all.forEach(([fields, end], index) => {
      const of = { feed: 'desk', key: `F${index}` }
      story.fact('found', { key: of.key, year: 2026, code: 'linkDead', place: '附件', reason: '打不开', until: '2026-09-28', ...fields }, reviewer)
      if (end === 'open') return
      story.fact('rectified', { item: '*', of, reason: '已改' }, clerk).fact('rechecked', { item: '*', of, outcome: end, reason: '看过' }, supervisor)
    })
    const acts = actsAt(story, '2026-09-21')
    const found = [...acts.byUnit.values()].flatMap(({ findings }) => findings).sort((a, b) => a.seq - b.seq)
    return found.map(({ repeats }) => (repeats === null ? null : found.findIndex(({ seq }) => seq === repeats)))
  }

  it.each<[string, readonly (readonly [Told, RecheckOutcome | 'open'])[], readonly (number | null)[]]>([
    ['again after it was cleared', [[{}, 'cleared'], [{}, 'open']], [null, 0]],
    ['every time anew', [[{}, 'cleared'], [{}, 'cleared'], [{}, 'open']], [null, 0, 1]],
    ['not while the first is open: one fault seen twice', [[{}, 'open'], [{}, 'open']], [null, null]],
    ['not while the last of them is open', [[{}, 'cleared'], [{}, 'open'], [{}, 'open']], [null, 0, null]],
    ['not while it failed', [[{}, 'failed'], [{}, 'open']], [null, null]],
    ['not of one revoked', [[{}, 'revoked'], [{}, 'open']], [null, null]],
    ['one revoked between does not hide the one before', [[{}, 'cleared'], [{}, 'revoked'], [{}, 'open']], [null, null, 0]],
    ['not of another kind', [[{}, 'cleared'], [{ code: 'columnStale' }, 'open']], [null, null]],
    ['not under another row', [[{}, 'cleared'], [{ item: 'meeting' }, 'open']], [null, null]],
    ['not of another unit', [[{}, 'cleared'], [{ unit: 'B' }, 'open']], [null, null]],
    ['not of another year', [[{ year: 2025 }, 'cleared'], [{}, 'open']], [null, null]],
    ['not within one sample', [[{ sample: 'S1' }, 'cleared'], [{ sample: 'S1' }, 'open']], [null, null]],
    ['in the next sample', [[{ sample: 'S1' }, 'cleared'], [{ sample: 'S2' }, 'open']], [null, 0]],
    ['under a row wherever it is', [[{ place: '附件一' }, 'cleared'], [{ place: '附件二' }, 'open']], [null, 0]],
    ['under no row, only in the same place', [[{ item: '*', place: '通知公告' }, 'cleared'], [{ item: '*', place: '政策文件' }, 'open']], [null, null]],
    ['under no row, in the same place written otherwise', [[{ item: '*', place: '“通知公告” 栏目' }, 'cleared'], [{ item: '*', place: '通知公告栏目。' }, 'open']], [null, 0]],
  ])('%s', (_name, all, expected) => expect(repeatsOf(...all)).toEqual(expected))
})
