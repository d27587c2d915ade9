import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Board, UnitBoard } from '../../../shared/measures/board-rows.ts'
import { emptyTally } from '../../../shared/measures/tally.ts'
import type { Hello, JoinRequest, JoinSince, Patch, UnitPatch } from '../../../shared/wire/events.ts'
import { protocolVersion } from '../../../shared/wire/protocol.ts'

const rate = { part: 1, whole: 2, share: 0.5 }
const tally = emptyTally()
const unit: Board['units'][number] = {
  id: 'A', name: 'A', shortName: 'A', kind: 'department', peerGroup: 'departments', tally, onTime: rate, eventual: rate, coverage: rate,
  verifiable: rate, overdue: 1, longestOverdue: 1, score: 90, rank: 1, settled: { period: '2026-10', score: 90, rank: 1 }, validTo: '2026-06-30', successor: 'B',
}
const category: Board['categories'][number] = {
  id: 'c', name: 'c', shortName: 'c', tally, onTime: rate, eventual: rate, coverage: rate, overdue: 1,
}
const cell: Board['cells'][number] = { unit: 'A', category: 'c', tally, overdue: 1, longestOverdue: 1, totalOverdue: 1, dueSoon: 1 }
const recent: Board['recent'][number] = { seq: 1, at: '', unit: 'A', item: 'i', kind: 'published', title: '题', day: '' }
const due: Board['due'][number] = {
  id: 'o', unit: 'A', item: 'i', category: 'c', period: '2026', dueDay: '', status: 'pending', flags: ['assumed'],
}
const board: Board = {
  revision: 1, day: '', asOf: '', knownAt: '', sample: true, units: [unit], categories: [category], cells: [cell], recent: [recent],
  due: [due], itemNames: { i: '项' }, lastEventAt: '', lastSourceAt: '', outages: { feeds: [{ feed: 'f', since: '' }], cells: { A: ['c'] } },
  district: {
    name: '区', tally, carriedOver: 1, onTime: rate, onTimeOriginal: rate, eventual: rate, coverage: rate, verifiable: rate, overdue: 1,
    overdueUnits: 1, longestOverdue: 1, dueWithin10: 1,
  },
}
const unitBoard: UnitBoard = {
  revision: 1, day: '', sample: true, unit, cells: [cell], recent: [recent], due: [due], peerMean: 1, peerCount: 1,
}
const place = { unit: 'A', category: 'c' }
const patch: Required<Patch> = {
  ...board, from: 1, to: 2, unitsGone: ['B'], unitOrder: ['A'], categoriesGone: ['c'], categoryOrder: ['c'], cellsGone: [place],
  cellOrder: [place],
}
const unitPatch: UnitPatch = { from: 1, to: 2, unitBoard }
const hello: Hello = { epoch: 'e', revision: 1, day: '', now: '' }
const join: Extract<JoinRequest, { scope: 'unit' }> = { scope: 'unit', unit: 'A' }
const since: JoinSince = { epoch: 'e', revision: 1 }

/** Field names and types of a value, nested. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([name, each]) => [name, shapeOf(each)]).sort(([a], [b]) => String(a).localeCompare(String(b), 'en'))
}

describe('protocolVersion', () => {
  it('goes with the shapes that travel: when this fails, raise the version and update both lines', () => {
    const { revision: _, ...patchShape } = patch as Required<Patch> & Partial<Board>
    const shapes = shapeOf({ board, unitBoard, patch: patchShape, unitPatch, hello, join, since })
    const fingerprint = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 12)
    expect([protocolVersion, fingerprint]).toEqual([3, 'b9a47a315e98'])
  })
})
