import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/assessment/canonical-json.ts'
import { editionFault } from '../../../server/assessment/edition-integrity.ts'
import { frozen } from '../../support/small-edition.ts'
import { Story } from '../../support/story.ts'

const { body, sha256 } = frozen(new Story().on('2025-03-03').fact('formed', { ref: 'R1' }).on('2025-03-20').fact('published', { ref: 'R1' }).entries, { day: '2025-12-31', knownAt: '2026-01-05T00:00:00.000Z' })
const kept = { sha256, body: canonicalJson(body) }
const settled = { sha256, scores: body.result.units.map(({ unit, final, rank, band }) => ({ unit, score: final, rank, band })) }

describe('editionFault()', () => {
  it('finds nothing where body, fingerprint and the scores of the entry belong together', () => {
    expect(editionFault(kept, settled)).toBeUndefined()
  })

  it('tells a body changed by one figure, with or without its fingerprint made to fit', () => {
    const other = canonicalJson({ ...body, reason: '改' })
    expect(editionFault({ ...kept, body: other }, settled)).toContain('指纹不符')
    expect(editionFault({ body: other, sha256: 'f'.repeat(64) }, settled)).toContain('指纹不符')
  })

  it('names the unit whose settled score the journal’s entry tells otherwise, and a unit left out', () => {
    const at = settled.scores.findIndex(({ score }) => score !== null)
    const raised = settled.scores.map((each, n) => (n === at ? { ...each, score: 100 } : each))
    expect(editionFault(kept, { ...settled, scores: raised })).toContain(body.result.units[at]!.name)
    expect(editionFault(kept, { ...settled, scores: settled.scores.slice(1) })).toContain(body.result.units[0]!.name)
    expect(editionFault(kept, { ...settled, scores: [...settled.scores, { unit: 'X', score: 1, rank: 1, band: null }] })).toContain('单位数不同')
  })
})
