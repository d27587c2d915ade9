import type { Day } from '../../../shared/time/day.ts'
import type { SampleDistrict } from './district.ts'
import { documentPieces } from './document-pieces.ts'
import { withJointPieces, type Joint } from './joint-pieces.ts'
import { publicationDays } from './lateness.ts'
import type { Paper } from './paper.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import { slotPieces } from './slot-pieces.ts'
import { standingPieces } from './standing-pieces.ts'
import { must } from '../../../shared/must.ts'

/** Everything that comes out in the district, with the day it does. */
export interface Plan {
  readonly district: SampleDistrict
  readonly pieces: readonly Piece[]
  /** Number of a paper among its unit's papers of the item that year (发文字号). */
  readonly numbers: ReadonlyMap<string, number>
  readonly joints: ReadonlyMap<string, Joint>
  /** Pieces of one page (公示表), by batch. */
  readonly batches: ReadonlyMap<string, readonly Piece[]>
  /** Leads of joint papers, by id. */
  readonly leads: ReadonlyMap<string, Piece>
  outOn(piece: Piece): Day
  /** Papers named so far, by piece id: naming one is asked for by several stories. */
  readonly papers: Map<string, Paper>
}

/** The plan of a district: a pure function of its seed, sources and start. */
export function planOf(district: SampleDistrict): Plan {
  const { pieces: documents, joints } = withJointPieces(district, documentPieces(district))
  const pieces = [...documents, ...slotPieces(district), ...standingPieces(district)]
  const days = publicationDays(district, pieces)
  const outOn = (piece: Piece) => must(days.get(piece.id), `a day for ${piece.id}`)
  const leads = new Map(documents.filter((each) => joints.has(each.id)).map((each) => [each.id, each]))
  return { district, pieces, numbers: numbersOf(documents), joints, batches: batchesOf(documents), leads, outOn, papers: new Map() }
}

function batchesOf(documents: readonly Piece[]): Map<string, Piece[]> {
  const batches = new Map<string, Piece[]>()
  for (const piece of documents) {
    if (piece.batch === undefined) continue
    const list = batches.get(piece.batch)
    if (list) list.push(piece)
    else batches.set(piece.batch, [piece])
  }
  return batches
}

function numbersOf(documents: readonly Piece[]): Map<string, number> {
  const numbers = new Map<string, number>()
  const used = new Map<string, number>()
  for (const piece of [...documents].sort(byMaking)) {
    if (piece.id.includes('|with|')) continue
    const series = `${unitOf(piece)}|${itemOf(piece)}|${piece.opens.slice(0, 4)}`
    const number = (used.get(series) ?? 0) + 1
    used.set(series, number)
    numbers.set(piece.id, number)
  }
  return numbers
}

function byMaking(a: Piece, b: Piece): number {
  return a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : a.id < b.id ? -1 : 1
}
