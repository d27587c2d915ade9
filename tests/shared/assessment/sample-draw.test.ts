import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSampleRules, drawSample, isWeaklyProved, sharesOf, sizeOfUnit, stratumOf } from '../../../shared/assessment/sample-draw.ts'
import { frameText, type FramePiece } from '../../../shared/assessment/sampling-frame.ts'
import { seedOf } from '../../support/seed.ts'

const seed = seedOf()
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const draw = (frame: readonly FramePiece[], seed: string) => drawSample(frame, { seed, rules: defaultSampleRules, sha256 })

const statuses = ['onTime', 'late', 'overdue', 'unverified', 'nothing', 'exempt'] as const
const proofs = ['source', 'declared', 'backfilled', 'none', '-'] as const
const frames = fc.array(fc.record({
  unit: fc.constantFrom('D01', 'D02', 'S01'), category: fc.constantFrom('a', 'b', 'c'), status: fc.constantFrom(...statuses), proof: fc.constantFrom(...proofs),
}), { maxLength: 160 }).map(rows => rows
  .map((row, n): FramePiece => ({ ...row, obligation: `${row.unit}|i${n % 7}|doc:文${String(n).padStart(3, '0')}` }))
  .sort((a, b) => (a.unit + a.obligation < b.unit + b.obligation ? -1 : 1)))
const of = (frame: readonly FramePiece[], unit: string) => frame.filter(piece => piece.unit === unit)

describe('sizeOfUnit()', () => {
  it.each([[0, 0], [3, 3], [5, 5], [6, 5], [50, 5], [51, 6], [70, 7], [71, 8], [100, 10], [300, 30], [301, 31]])('of %i pieces takes %i: five or a tenth, whichever is more', (pieces, taken) => {
    expect(sizeOfUnit(pieces, defaultSampleRules)).toBe(taken)
  })
})

describe('sharesOf()', () => {
  it('gives whole shares first and what is left to the largest remainders, equal ones by name', () => {
    expect([...sharesOf(new Map([['b', 30], ['a', 30], ['c', 40]]), 5)].sort()).toEqual([['a', 2], ['b', 1], ['c', 2]])
    expect([...sharesOf(new Map([['only', 9]]), 5)]).toEqual([['only', 5]])
  })
})

describe(`drawSample() (LAW_SEED=${seed})`, () => {
  it('the same seed draws the same sample, another seed another one', () => {
    const frame = Array.from({ length: 90 }, (_, n): FramePiece =>
      ({ unit: 'D01', obligation: `D01|doc|doc:${String(n).padStart(2, '0')}`, category: n % 2 === 0 ? 'a' : 'b', status: 'onTime', proof: 'source' }))
    expect(draw(frame, '甲')).toEqual(draw(frame, '甲'))
    expect(draw(frame, '甲')).not.toEqual(draw(frame, '乙'))
    expect(draw(frame, '甲')).toHaveLength(9)
  })

  it('a unit with five pieces or fewer gives all of them, and says that this is why', () => {
    const frame = [1, 2, 3].map((n): FramePiece => ({ unit: 'D01', obligation: `D01|doc|doc:${n}`, category: 'a', status: 'late', proof: 'source' }))
    expect(draw(frame, 'x').map(({ obligation, because }) => [obligation, because])).toEqual([['D01|doc|doc:1', 'least'], ['D01|doc|doc:2', 'least'], ['D01|doc|doc:3', 'least']])
  })

  it('adds two with a formation day registered afterwards and one 情况说明 where chance drew none, and says so', () => {
    const many = Array.from({ length: 400 }, (_, n): FramePiece => ({ unit: 'D01', obligation: `D01|doc|doc:${n}`, category: 'a', status: 'onTime', proof: 'source' }))
    const rare: FramePiece[] = [
      { unit: 'D01', obligation: 'D01|x|1', category: 'b', status: 'unverified', proof: 'backfilled' }, { unit: 'D01', obligation: 'D01|x|2', category: 'b', status: 'unverified', proof: 'none' },
      { unit: 'D01', obligation: 'D01|x|3', category: 'c', status: 'nothing', proof: '-' },
    ]
    const drawn = draw([...many, ...rare], 'seed')
    expect(drawn.filter(({ because }) => because !== 'stratum').map(({ obligation, because }) => [obligation, because])).toEqual([['D01|x|1', 'backfilled'], ['D01|x|2', 'backfilled'], ['D01|x|3', 'nothing']])
    expect(drawn).toHaveLength(sizeOfUnit(403, defaultSampleRules) + 3)
  })

  it('of any frame: pieces of the frame, none twice, in its order, enough of each unit, minima kept as far as the frame has them', () => {
    fc.assert(fc.property(frames, fc.string(), (frame, words) => {
      const drawn = draw(frame, words)
      const byId = new Map(frame.map(piece => [piece.obligation, piece]))
      const places = drawn.map(({ obligation }) => frame.findIndex(piece => piece.obligation === obligation))
      expect(places.every((place, n) => place >= 0 && (n === 0 || place > places[n - 1]!))).toBe(true)
      for (const unit of new Set(frame.map(piece => piece.unit))) {
        const all = of(frame, unit)
        const taken = drawn.filter(piece => piece.unit === unit)
        const pieces = taken.map(({ obligation }) => byId.get(obligation)!)
        expect(taken.length).toBeGreaterThanOrEqual(sizeOfUnit(all.length, defaultSampleRules))
        expect(pieces.filter(isWeaklyProved).length).toBeGreaterThanOrEqual(Math.min(2, all.filter(isWeaklyProved).length))
        expect(pieces.filter(({ status }) => status === 'nothing').length).toBeGreaterThanOrEqual(Math.min(1, all.filter(({ status }) => status === 'nothing').length))
      }
    }), { seed })
  })

  it('of any frame: each stratum has its share of the unit\'s sample, within one piece', () => {
    fc.assert(fc.property(frames, fc.string(), (frame, words) => {
      const drawn = draw(frame, words)
      for (const unit of new Set(frame.map(piece => piece.unit))) {
        const all = of(frame, unit)
        const size = sizeOfUnit(all.length, defaultSampleRules)
        for (const stratum of new Set(all.map(stratumOf))) {
          const exact = (size * all.filter(piece => stratumOf(piece) === stratum).length) / all.length
          const taken = drawn.filter(piece => piece.unit === unit && piece.stratum === stratum && piece.because !== 'backfilled' && piece.because !== 'nothing').length
          expect(Math.abs(taken - exact)).toBeLessThan(1)
        }
      }
    }), { seed })
  })

  it('anybody draws the same from the printed frame and seed with a script of their own', () => {
    fc.assert(fc.property(frames, fc.string({ minLength: 1 }), (frame, words) => {
      expect(drawn(frameText(frame), words)).toEqual(draw(frame, words).map(({ obligation }) => obligation))
    }), { seed })
  })
})

/** The printed steps, written anew: knows the file and the seed, nothing of ours. */
function drawn(file: string, seed: string): string[] {
  const rows = file.split('\n').filter(line => line !== '').map(line => line.split('\t') as [string, string, string, string, string])
  const lot = (id: string) => createHash('sha256').update(`${seed}|${id}`).digest('hex')
  const chosen = new Set<string>()
  for (const unit of new Set(rows.map(row => row[0]))) {
    const own = rows.filter(row => row[0] === unit).sort((a, b) => (lot(a[1]) < lot(b[1]) ? -1 : 1))
    const n = Math.min(own.length, Math.max(5, Math.ceil(own.length / 10)))
    const strata = [...new Set(own.map(row => `${row[2]} × ${row[3]}`))].sort((a, b) => (a < b ? -1 : 1))
    const exact = strata.map(stratum => (n * own.filter(row => `${row[2]} × ${row[3]}` === stratum).length) / own.length)
    const quota = exact.map(Math.floor)
    const order = strata.map((_, k) => k).sort((a, b) => Math.round((exact[b]! % 1) * own.length) - Math.round((exact[a]! % 1) * own.length) || a - b)
    for (let left = n - quota.reduce((sum, q) => sum + q, 0), k = 0; left > 0; left -= 1, k += 1) quota[order[k]!]! += 1
    strata.forEach((stratum, k) => own.filter(row => `${row[2]} × ${row[3]}` === stratum).slice(0, quota[k]).forEach(row => chosen.add(row[1])))
    for (const [least, isOne] of [[2, (row: string[]) => /^(backfilled|none)$/.test(row[4]!)], [1, (row: string[]) => row[3] === 'nothing']] as const) {
      for (const row of own) if (own.filter(each => chosen.has(each[1]) && isOne(each)).length < least && isOne(row)) chosen.add(row[1])
    }
  }
  return rows.map(row => row[1]).filter(id => chosen.has(id))
}
