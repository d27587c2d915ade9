import { describe, expect, it } from 'vitest'
import type { AssessedUnit } from '../../shared/assessment/result.ts'
import type { LeafWorking } from '../../shared/measures/score-working.ts'
import type { MarkRow } from '../../shared/wire/assessment-answers.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { assessmentWords } from '../../client/assessment-words.ts'
import { cellOf } from '../../client/lists/assessment-cells.ts'
import { assessmentColumns, columnSpans, type AssessmentColumn } from '../../client/lists/assessment-columns.ts'
import { assessmentLines } from '../../client/lists/assessment-rows.ts'
import { gridStep } from '../../client/lists/grid-steps.ts'
import { inputLines, lastSeq, marksOf, markText, newMarks } from '../../client/lists/mark-lines.ts'
import shipped from '../../data/schemes/default.json' with { type: 'json' }

const scheme = shipped as unknown as Scheme
const none: ReadonlySet<string> = new Set()
const columns = assessmentColumns(scheme, none, assessmentWords.columns)
const columnOf = (code: string): AssessmentColumn => columns.find((each) => each.code === code)!

function leaf(code: string, fields: Partial<LeafWorking> = {}): LeafWorking {
  return { code, name: code, group: code[0]!, printed: 8, possible: 8, got: 8, skipped: false, formula: '', inputs: {}, behind: null, ...fields }
}
function unit(id: string, fields: Partial<AssessedUnit> = {}): AssessedUnit {
  const ratio = { part: 0, whole: 0, share: null }
  return {
    unit: id, name: `${id}全称`, shortName: `区${id}局`, kind: 'department', peerGroup: 'departments',
    working: { unit: id, score: 90, got: 90, attainable: 100, leaves: [], note: '' }, bonus: { entries: [], entered: 0, given: 0, note: '' },
    negative: { entries: [], lost: 0 }, veto: null, final: 90, band: '优秀', rank: 1, judgedDuties: 9,
    tally: { pending: 0, dueSoon: 0, overdue: 0, onTime: 0, late: 0, unverified: 0, nothing: 0, exempt: 0, unknown: 0 },
    onTime: ratio, eventual: ratio, coverage: ratio, verifiable: ratio, overdue: 0, longestOverdue: 0, ...fields,
  }
}
const withLeaves = (id: string, leaves: readonly LeafWorking[], fields: Partial<AssessedUnit> = {}) =>
  unit(id, { working: { unit: id, score: 80, got: 80, attainable: 100, leaves, note: '' }, ...fields })

describe('assessmentColumns()', () => {
  it('stand in the scheme\'s order between the result and what people give', () => {
    const codes = columns.map(({ code }) => code)
    expect(codes.slice(0, 4)).toEqual(['final', 'band', 'score', scheme.groups[0]!.leaves[0]!.code])
    expect(codes.slice(-3)).toEqual(['bonus', 'negative', 'veto'])
    expect(codes.slice(3, -3)).toEqual(scheme.groups.flatMap(({ leaves }) => leaves.map(({ code }) => code)))
  })

  it('fold a group to one column with the sum of its printed points', () => {
    const folded = assessmentColumns(scheme, new Set(['A']), assessmentWords.columns)
    const points = scheme.groups[0]!.leaves.reduce((sum, each) => sum + each.points, 0)
    expect(folded.filter(({ group }) => group === 'A')).toMatchObject([{ code: 'A', kind: 'group', printed: points }])
    expect(columnSpans(scheme, new Set(['A']))[0]).toMatchObject({ code: 'A', columns: 1, folded: true, printed: points })
    expect(columnSpans(scheme, none).reduce((sum, span) => sum + span.columns, 0)).toBe(columns.length - 6)
  })

  it('tell which are given by hand, and keep of a name what tells it from its twin', () => {
    expect([columnOf('C1b').byHand, columnOf('A1').byHand, columnOf('veto').byHand]).toEqual([true, false, true])
    expect([columnOf('A1').short, columnOf('B4b').short]).toEqual(['按时公开', '情况说明规范（抽查）'])
  })
})

describe('cellOf()', () => {
  it.each<[string, Partial<LeafWorking>, object]>([
    ['full points are quiet', {}, { text: '8', wash: 0, decimals: 0, state: 'counted' }],
    ['some lost', { got: 6.5 }, { text: '6.5', wash: 1, decimals: 1 }],
    ['half lost', { got: 4 }, { text: '4', wash: 2 }],
    ['all lost', { got: 0 }, { text: '0', wash: 3, value: 0 }],
    ['what rounding hides is not lost', { got: 7.99, possible: 7.9901 }, { wash: 0, decimals: 2 }],
    ['no data', { got: null, skipped: true, formula: '暂无数据，不计入，分值分摊到其他指标' }, { text: '', value: null, state: 'skipped' }],
    ['not of this unit', { got: null, skipped: true, formula: '不适用于本单位，分值分摊到其他指标' }, { state: 'outOfScope' }],
  ])('%s', (_, fields, wanted) => {
    expect(cellOf(withLeaves('X', [leaf('A1', fields)]), columnOf('A1'))).toMatchObject(wanted)
  })

  it('a folded group sums what was counted, and is nothing where nothing was', () => {
    const group = assessmentColumns(scheme, new Set(['A']), assessmentWords.columns).find(({ code }) => code === 'A')!
    expect(cellOf(withLeaves('X', [leaf('A1', { got: 4 }), leaf('A2', { got: null, skipped: true }), leaf('A3', { got: 1.25 })]), group)).toMatchObject({ text: '5.25', wash: 3 })
    expect(cellOf(withLeaves('X', [leaf('A1', { got: null, skipped: true })]), group)).toMatchObject({ text: '', state: 'skipped' })
  })

  it('bonus and deductions carry their sign, a veto its word, no score a dash', () => {
    const given = { code: 'J1', name: '', points: 2, reason: '', attachments: [], by: 'r', at: '', seq: 1 }
    const marked = unit('X', { bonus: { entries: [given], entered: 2, given: 2, note: '' }, negative: { entries: [given], lost: 2 }, veto: given })
    expect(['bonus', 'negative', 'veto'].map((code) => cellOf(marked, columnOf(code)).text)).toEqual(['+2', '−2', '否决'])
    expect(cellOf(unit('X', { final: null }), columnOf('final')).text).toBe('—')
    expect(cellOf(unit('X', { final: 92.5 }), columnOf('final')).text).toBe('92.50')
    expect(cellOf(unit('X'), columnOf('bonus')).state).toBe('empty')
  })
})

describe('assessmentLines()', () => {
  const units = [unit('A', { final: 95, rank: 1 }), unit('B', { final: 85, rank: 2 }), unit('V', { final: null, rank: null }), unit('T', { peerGroup: 'towns', final: 70 })]
  const ids = (lines: ReturnType<typeof assessmentLines>) => lines.map((line) => (line.kind === 'group' ? `[${line.peerGroup} ${line.units} ${line.mean}]` : line.unit.unit))
  const asked = { peerGroup: null, find: '', sort: null }

  it('put units under the heads of their peer groups, with the mean of those that have a score', () => {
    expect(ids(assessmentLines(units, asked, columns))).toEqual(['[departments 3 90]', 'A', 'B', 'V', '[towns 1 70]', 'T'])
  })

  it('sort inside the groups, units without a value last both ways', () => {
    expect(ids(assessmentLines(units, { ...asked, sort: { code: 'final', down: false } }, columns)).slice(1, 4)).toEqual(['B', 'A', 'V'])
    expect(ids(assessmentLines(units, { ...asked, sort: { code: 'final', down: true } }, columns)).slice(1, 4)).toEqual(['A', 'B', 'V'])
  })

  it('narrow by peer group and by name', () => {
    expect(ids(assessmentLines(units, { ...asked, peerGroup: 'towns' }, columns))).toEqual(['[towns 1 70]', 'T'])
    expect(ids(assessmentLines(units, { ...asked, find: '区B' }, columns))).toEqual(['[departments 1 85]', 'B'])
    expect(assessmentLines(units, { ...asked, find: '没有' }, columns)).toEqual([])
  })
})

describe('gridStep()', () => {
  const size = { rows: 6, columns: 5, page: 2, skips: (row: number) => row === 0 || row === 3 }
  it.each<[string, [number, number], [number, number]]>([
    ['ArrowRight', [1, 4], [1, 4]], ['ArrowLeft', [1, 0], [1, -1]], ['ArrowDown', [2, 1], [4, 1]], ['ArrowUp', [1, 1], [-1, 1]], ['ArrowUp', [-1, 1], [-2, 1]],
    ['ArrowDown', [-1, 2], [1, 2]], ['ArrowDown', [5, 2], [5, 2]], ['PageDown', [1, 0], [4, 0]], ['PageUp', [5, 0], [2, 0]], ['Home', [4, 3], [4, -1]], ['End', [4, 0], [4, 4]],
  ])('%s leads from %j to %j, over heads of groups', (key, [row, column], [toRow, toColumn]) => {
    expect(gridStep({ row, column }, { key, ctrlKey: false }, size)).toEqual({ row: toRow, column: toColumn })
  })

  it('Ctrl with Home and End walks the whole grid, other keys lead nowhere', () => {
    expect(gridStep({ row: 4, column: 2 }, { key: 'Home', ctrlKey: true }, size)).toEqual({ row: 1, column: 2 })
    expect(gridStep({ row: 1, column: 2 }, { key: 'End', ctrlKey: true }, size)).toEqual({ row: 5, column: 2 })
    expect(gridStep({ row: 1, column: 2 }, { key: 'x', ctrlKey: false }, size)).toBeUndefined()
  })
})

describe('marks', () => {
  const mark = (seq: number, fields: Partial<MarkRow> = {}): MarkRow =>
    ({ seq, unit: 'A', entry: 'C1b', points: 0.5, vetoKind: null, takenBack: false, reason: '', by: 'reviewer', at: '2026-01-05T02:00:00.000Z', attachments: [], ...fields })
  const marks = [mark(3), mark(5, { unit: 'B' }), mark(8, { points: 1 }), mark(9, { entry: 'J1' })]

  it('marksOf() gives one entry\'s, the newest first; lastSeq() what the next mark must have seen', () => {
    expect(marksOf(marks, 'A', 'C1b').map(({ seq }) => seq)).toEqual([8, 3])
    expect([lastSeq(marks, 'A', 'C1b'), lastSeq(marks, 'A', 'D2b')]).toEqual([8, 0])
  })

  it('newMarks() are those the last answer did not have', () => {
    expect(newMarks(marks.slice(0, 2), marks).map(({ seq }) => seq)).toEqual([8, 9])
  })

  it('markText() says points, times, vetoes and what was taken back', () => {
    expect([markText(mark(1)), markText(mark(1, { points: 2 }), 'times'), markText(mark(1, { entry: 'veto', vetoKind: '伪造日期' })), markText(mark(1, { takenBack: true }))])
      .toEqual(['0.5分', '2次', '否决：伪造日期', '撤回'])
  })

  it('inputLines() names what went into a formula and leaves out what was not there', () => {
    expect(inputLines({ inputs: { share: 0.8669, pieces: 66, lost: null } })).toEqual([{ name: '比率', value: '86.69%' }, { name: '应判件数', value: '66' }])
  })
})
