import { beforeAll, describe, expect, it } from 'vitest'
import { isAct } from '../../../../shared/facts/act.ts'
import type { RecordedFact } from '../../../../shared/facts/fact.ts'
import { isFactEntry, type Journal } from '../../../../shared/facts/journal.ts'
import { readFact } from '../../../../shared/facts/read-fact.ts'
import type { Scope } from '../../../../shared/facts/who-may.ts'
import { actsOf, foldedActs } from '../../../../shared/obligations/assessment-acts.ts'
import { worldOf } from '../../../../shared/obligations/world-of.ts'
import { dayOf } from '../../../../shared/time/day.ts'
import { FactGroup } from '../../../../server/intake/fact-group.ts'
import { KnownWorld } from '../../../../server/intake/known-world.ts'
import { contextFor } from '../../../../server/intake/source-context.ts'
import { sampleJournal } from '../../../../server/feeds/sample/sample-journal.ts'
import { sampleWords } from '../../../../server/feeds/sample/sample-words.ts'
import { journalBefore, sourcesFor } from './sample-sources.ts'

const today = '2026-11-21'
let journal: Journal
let facts: readonly RecordedFact[]
let known: KnownWorld

beforeAll(() => {
  journal = journalBefore(sampleJournal(sourcesFor(today)), today)
  facts = journal.filter(isFactEntry)
  known = new KnownWorld(worldOf(journal.flatMap((each) => (isFactEntry(each) ? [] : [each])), { day: today, knownAt: null }))
}, 120_000)

/** In what capacity the sample's feeds write: people by their account, systems as feeds. */
function scopeOf({ source }: RecordedFact): Scope {
  const [role, unit] = (source.account ?? '').split('.')
  if (source.feed === 'watcher') return { role: 'watcher', units: '*' }
  if (role === 'clerk') return { role, units: [unit!] }
  return role === 'supervisor' || role === 'reviewer' ? { role, units: '*' } : { role: 'feed', units: '*' }
}

describe('the sample\'s facts', () => {
  it('readFact() takes every one as it stands, from the source that says it', () => {
    const byName = new Map(facts.map((each) => [`${each.source.feed}|${each.fact.key}`, each]))
    const store = { findByKey: (feed: string, key: string) => byName.get(`${feed}|${key}`), findAttachment: () => undefined }
    const live = { obligation: () => undefined, parts: () => new Map(), corrections: () => [], factsOf: () => [], world: () => ({ ...known.world, day: now, acts: foldedActs(acts, now) }) }
    const acts: RecordedFact[] = []
    let now = today
    const refused: unknown[] = []
    const changed: unknown[] = []
    for (const each of facts) {
      now = dayOf(each.recordedAt)
      const source = { ...each.source, scope: scopeOf(each), request: { who: 'test', from: 'test' } }
      // Nothing is judged here, so there is no obligation an appeal could be about.
      const context = { ...contextFor(source, { today: now, known, group: new FactGroup(), store, live }), refusedMatter: () => undefined }
      // `waits` is the intake's own mark; nobody may send it.
      const { waits: _waits, ...raw } = each.fact as { waits?: true }
      const read = readFact(raw, context)
      if (Array.isArray(read)) refused.push({ fact: raw, read })
      else if (JSON.stringify(sorted(read)) !== JSON.stringify(sorted(raw))) changed.push({ raw, read })
      if (isAct(each.fact)) acts.push(each)
    }
    expect(refused.slice(0, 5)).toEqual([])
    expect(changed.slice(0, 5)).toEqual([])
  }, 60_000)

  it('no title keeps an unfilled placeholder, and none names a deputy or member', () => {
    const titles = facts.flatMap(({ fact }) => ('title' in fact ? [{ item: fact.item, title: fact.title }] : []))
    expect(titles.filter(({ title }) => /[{}]|undefined|NaN/.test(title))).toEqual([])
    const answers = titles.filter(({ item }) => item === 'district-47' || item === 'district-48')
    expect(answers.length).toBeGreaterThan(50)
    expect(answers.filter(({ title }) => sampleWords.persons.some((name) => title.includes(name)))).toEqual([])
  })

  it('findings are answered and rechecked, most of them in time, and two units repeat theirs', () => {
    const { byUnit } = actsOf(facts, today)
    const findings = [...byUnit.values()].flatMap((acts) => acts.findings)
    const share = (part: number) => part / findings.length
    expect(findings.length).toBeGreaterThan(80)
    expect(share(findings.filter(({ state }) => state === 'cleared').length)).toBeGreaterThan(0.9)
    expect(share(findings.filter(({ inTime }) => inTime === true).length)).toBeGreaterThan(0.7)
    expect(findings.filter(({ inTime }) => inTime === false).length).toBeGreaterThan(3)
    expect([...new Set(findings.filter(({ repeats }) => repeats !== null).map(({ unit }) => unit))]).toEqual(expect.arrayContaining(['D12', 'T02']))
  })

  it('every item somebody owes has words of its own', () => {
    const owed = new Set([...known.world.duties.values()].map((duty) => duty.item.id))
    expect([...owed].filter((id) => !sampleWords.items[id] && known.world.items.get(id)?.cadence.kind !== 'followUp')).toEqual([])
  })
})

function sorted(fact: object): [string, unknown][] {
  return Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))
}
