import { describe, expect, it } from 'vitest'
import { EditionAnswers } from '../../../server/assessment/edition-answers.ts'
import type { View } from '../../../server/answers/view.ts'
import { canonicalJson } from '../../../shared/assessment/canonical-json.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { partsOf } from '../../../shared/measures/board.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { frozen } from '../../support/small-edition.ts'
import { Story } from '../../support/story.ts'

const reviewer = { feed: 'desk', account: 'reviewer' }
const story = new Story().on('2025-03-20')
  .fact('found', { key: 'F', year: 2025, code: 'linkDead', place: '附件', reason: '打不开', until: '2025-04-10' }, reviewer)
const kept = frozen(story.entries, { day: '2025-03-31', knownAt: '2025-04-02T00:00:00.000Z' })
const edition = { period: kept.body.period, edition: 1, sha256: kept.sha256, body: canonicalJson(kept.body) }

/** Judged anew whenever looked at; `looks` counts it. */
function asking() {
  let looks = 0
  const answers = new EditionAnswers({ findEdition: () => edition, entries: (from = 1) => story.entries.filter(({ seq }) => seq >= from)[Symbol.iterator]() })
  const view = (): View => {
    looks += 1
    const { world, duties, revision } = judgementOf(story.entries, { day: '2025-03-31' })
    return { world: () => world, parts: () => partsOf(duties, world), revision, facts: () => story.entries.filter(isFactEntry).slice(0, 0) } as unknown as View
  }
  const ask = () => answers.answer({ ask: 'editionDifferences', of: edition, with: null }, { at: { day: '2025-03-31', knownAt: null }, view })
  return { ask, looks: () => looks }
}

describe('differences since a freeze', () => {
  it('are looked for anew when a limit of rectification has gone by, and only then', () => {
    const { ask, looks } = asking()
    story.on('2025-04-08').fact('formed', { ref: 'R8', day: '2025-04-08' })
    expect([ask(), looks()]).toMatchObject([{ units: [] }, 0])
    story.on('2025-04-10').fact('formed', { ref: 'R9', day: '2025-04-10' })
    expect([ask(), looks()]).toMatchObject([{ units: [] }, 0])
    story.on('2025-04-11').fact('formed', { ref: 'R10', day: '2025-04-11' })
    ask()
    expect(looks()).toBe(1)
    story.on('2025-04-14').fact('formed', { ref: 'R11', day: '2025-04-14' })
    ask()
    expect(looks()).toBe(1)
  })
})
