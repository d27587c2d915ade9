import { describe, expect, it } from 'vitest'
import type { EditionBody } from '../../../shared/assessment/edition.ts'
import type { AssessedUnit } from '../../../shared/assessment/result.ts'
import { restatementPaper, type PrintedEdition } from '../../../server/assessment/papers/restatement-paper.ts'
import { paperDocx } from '../../../server/documents/write-docx.ts'
import { readDocx } from '../../support/read-docx.ts'

const none = { part: 0, whole: 0, share: null }
const tally = { pending: 0, dueSoon: 0, overdue: 0, onTime: 0, late: 0, unverified: 0, nothing: 0, exempt: 0, unknown: 0 }

function unitWith(got: number): AssessedUnit {
  return {
    unit: 'A', name: '甲局', shortName: '甲局', kind: 'department', peerGroup: 'departments', bonus: { entries: [], entered: 0, given: 0, note: '' }, negative: { entries: [], lost: 0 }, veto: null,
    working: { unit: 'A', score: got, got, attainable: 16, note: '', leaves: [{ code: 'A1', name: '按时公开', group: 'A', printed: 16, possible: 16, got, skipped: false, formula: `得 ${got} 分`, inputs: {}, behind: null }] },
    final: got, band: '良好', rank: 1, judgedDuties: 9, tally, onTime: none, eventual: none, coverage: none, verifiable: none, overdue: 0, longestOverdue: 0,
  }
}

function edition(n: number, { got, status }: { readonly got: number; readonly status: 'late' | 'onTime' }): PrintedEdition {
  const body: EditionBody = {
    format: 'assessment-edition/1', period: '2025', edition: n, reason: n === 1 ? '' : '=申诉补裁定：3月发布日期认定有误', software: '0.1.0', agreements: [], journal: { entries: 1, sha256: 'f'.repeat(64), blocks: [] },
    result: {
      year: 2025, day: '2025-12-31', knownAt: `2026-0${n}-10T02:00:00.000Z`, revision: n, district: '云河区', sample: false, units: [unitWith(got)], openAppeals: [],
      restsOn: { scheme: { id: 's', name: '细则', version: '2025' }, catalogues: [], calendars: [{ year: 2026, notice: null }] },
    },
    pieces: { A: [{ id: 'A|doc|1', item: 'doc', status, flags: [], dueDay: '2025-03-10', publishedDay: '2025-03-09', facts: [1] }] },
  }
  return { body, sha256: String(n).repeat(64), at: `2026-0${n}-10T02:00:00.000Z`, by: 'reviewer' }
}

const itemName = (item: string) => (item === 'doc' ? '部门文件' : item)
const made = { at: '2026-03-10T02:00:00.000Z', software: '0.1.0' }

describe('核定后更正说明', () => {
  it('gives the reason, both fingerprints, and what moved by unit, leaf and piece', async () => {
    const { paper } = restatementPaper({ before: edition(1, { got: 12, status: 'late' }), after: edition(2, { got: 15.5, status: 'onTime' }), made, itemName })
    const { lines, tables } = readDocx(await paperDocx(paper!))
    const text = lines.join('\n')
    expect(text).toContain('=申诉补裁定')
    for (const print of ['1', '2']) expect(text).toContain(Array.from({ length: 8 }, () => print.repeat(8)).join(' '))
    expect(tables.map(table => table[1])).toEqual([
      ['截至日', '2025-12-31', '2025-12-31'], ['甲局', '12.00 → 15.50', '1', '良好', '1'], ['甲局', 'A1 按时公开', '12.00', '15.50', '得 15.5 分'], ['甲局', '部门文件', '逾期公开', '按时公开'],
    ])
  })

  it('says so when nothing moved', async () => {
    const same = { got: 12, status: 'late' } as const
    const { paper } = restatementPaper({ before: edition(1, same), after: edition(2, same), made, itemName })
    expect(readDocx(await paperDocx(paper!)).lines.join('')).toContain('完全一致')
  })
})
