import { describe, expect, it } from 'vitest'
import { paperKinds, paperNames } from '../../shared/assessment/paper-kinds.ts'
import type { PaperChoices } from '../../shared/wire/paper-answers.ts'
import { requestsFor, timesOf, type PaperSettings } from '../../client/lists/paper-requests.ts'

const choices: PaperChoices = {
  year: 2025, years: [2025], from: '2025-01-01', to: '2025-12-31', units: [{ id: 'A', name: '甲局', shortName: '甲' }, { id: 'B', name: '乙局', shortName: '乙' }],
  appeals: [{ id: 7, unit: 'A', unitName: '甲局', itemName: '事项', day: '2025-05-05' }], editions: [{ name: '2025.2', period: '2025', edition: 2, day: '2025-12-31' }],
}
const settings: PaperSettings = { asOf: '', known: 'now', knownDay: '', units: [], appeal: '', edition: '2025.2' }

describe('timesOf()', () => {
  it.each([
    [{ asOf: '', known: 'now', knownDay: '' }, {}], [{ asOf: '2025-06-30', known: 'now', knownDay: '2025-07-01' }, { asOf: '2025-06-30' }],
    [{ asOf: '2025-06-30', known: 'then', knownDay: '' }, { asOf: '2025-06-30', knownAt: '2025-06-30' }], [{ asOf: '', known: 'then', knownDay: '' }, { knownAt: '2025-12-31' }],
    [{ asOf: '', known: 'on', knownDay: '2025-07-01' }, { knownAt: '2025-07-01' }], [{ asOf: '', known: 'on', knownDay: '' }, {}],
  ] as const)('of %j is %j', (given, times) => expect(timesOf(given, '2025-12-31')).toEqual(times))
})

describe('requestsFor()', () => {
  it('makes a pack for each unit chosen, or for every unit', () => {
    expect(requestsFor('evidence', 'zip', { settings, choices }).map(each => each.units)).toEqual([['A'], ['B']])
    expect(requestsFor('evidence', 'zip', { settings: { ...settings, units: ['B'] }, choices }).map(each => each.units)).toEqual([['B']])
  })

  it('makes everything else in one, narrowed to the units where the paper can be', () => {
    for (const paper of paperNames.filter(name => name !== 'evidence')) {
      const [request, ...others] = requestsFor(paper, paperKinds[paper].forms[0]!, { settings: { ...settings, units: ['A'] }, choices })
      expect([paper, others.length, request?.units]).toEqual([paper, 0, ['scores', 'circular', 'restatement'].includes(paper) ? undefined : ['A']])
    }
    expect(requestsFor('rulings', 'docx', { settings: { ...settings, appeal: '7' }, choices })).toEqual([{ paper: 'rulings', form: 'docx', appeal: 7 }])
    expect(requestsFor('restatement', 'docx', { settings, choices })).toEqual([{ paper: 'restatement', form: 'docx', edition: '2025.2' }])
  })
})
