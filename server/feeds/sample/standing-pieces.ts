import type { Period } from '../../../shared/time/period.ts'
import { yearOf } from '../../../shared/time/day.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { SampleDistrict } from './district.ts'
import { pieceMade, someWorkday } from './document-pieces.ts'
import { documentDue } from './due-days.ts'
import type { Piece } from './piece.ts'
import { hashOf, seededRandom } from './random.ts'
import { characterOf, sampleWords } from './sample-words.ts'

/** Standing pages that were not up when the supervision began, and the changes they all see. */
export function standingPieces(district: SampleDistrict): Piece[] {
  return district.duties.filter((duty) => duty.cadence.kind === 'standing').flatMap((duty) => [...accountOf(district, duty), ...changesOf(district, duty)])
}

/** Four pages in five are found by the first crawl; the others are put up within the limit (建账期). */
export function wasUp(district: SampleDistrict, duty: Duty): boolean {
  return hashOf(`${district.seed}|up|${duty.key}`) % 100 < 82
}

function accountOf(district: SampleDistrict, duty: Duty): Piece[] {
  const due = documentDue(district, duty, duty.opensFrom)
  if (due === undefined || wasUp(district, duty)) return []
  const room = district.calendar.workdaysBetween(duty.opensFrom, due)
  const random = seededRandom(`${district.seed}|account|${duty.key}`)
  const usual = district.calendar.addWorkdays(duty.opensFrom, Math.max(1, Math.round(room * (0.3 + random.next() * 0.7))))
  return [{ id: `${duty.key}|account`, kind: 'account', duty, opens: duty.opensFrom, due, usual: usual < due ? usual : due, proof: 'declared', canSlip: characterOf(duty.unit.id).weak > 0, limit: null, n: 1 }]
}

/** Leaders move in March and September: about every third unit then has a new division of work to show. */
function changesOf(district: SampleDistrict, duty: Duty): Piece[] {
  const pieces: Piece[] = []
  if (!sampleWords.items[duty.item.id]?.change) return pieces
  for (let year = yearOf(district.start); year <= yearOf(district.horizon); year += 1) {
    for (const month of [`${year}-03`, `${year}-09`] satisfies Period[]) {
      const random = seededRandom(`${district.seed}|change|${duty.key}|${month}`)
      if (!random.chance(0.32)) continue
      const day = someWorkday(district, month, random)
      const piece = pieceMade(district, duty, { day, id: `${duty.key}|${month}|change`, n: 1, random, kind: 'change' })
      if (piece) pieces.push({ ...piece, proof: piece.proof === 'source' ? 'source' : 'declared', canSlip: true })
    }
  }
  return pieces
}
