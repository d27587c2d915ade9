import { addDays, type Day } from '../../../shared/time/day.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { slotsOpening, type OpenSlot } from '../../../shared/obligations/slots.ts'
import type { SampleDistrict } from './district.ts'
import { approvalDay, slotDue } from './due-days.ts'
import type { Piece } from './piece.ts'
import { seededRandom, type Random } from './random.ts'
import { characterOf } from './sample-words.ts'

/** What periods call for, from the start to the horizon. */
export function slotPieces(district: SampleDistrict): Piece[] {
  const pieces: Piece[] = []
  for (const duty of district.duties) {
    if (duty.cadence.kind !== 'slots') continue
    const { open } = slotsOpening(duty.cadence.slots, duty.opensFrom, district.horizon)
    for (const each of open) {
      const piece = pieceOf(district, duty, each)
      if (piece) pieces.push(piece)
    }
  }
  return pieces
}

function pieceOf(district: SampleDistrict, duty: Duty, open: OpenSlot): Piece | undefined {
  const due = slotDue(district, duty, open)
  if (due === undefined || (duty.endsBefore !== null && due >= duty.endsBefore)) return undefined
  const random = seededRandom(`${district.seed}|slot|${duty.key}|${open.name}`)
  const { calendar } = district
  const from = firstDay(district, open, due)
  const room = calendar.workdaysBetween(from, due)
  const onTime = onTimeDay(district, { from, due, room, pace: characterOf(duty.unit.id).pace, random })
  const usual = duty.unit.id === 'T04' ? calendar.addWorkdays(due, 3) : onTime
  return {
    id: `${duty.key}|${open.name}`, kind: 'slot', duty, opens: open.opens, due, usual, proof: 'declared', canSlip: true,
    limit: open.slot.due.kind === 'offset' ? room : null, period: open.name, n: 1,
  }
}

/** The first day anything of the slot can be ready: after the 批复, after the period, or six weeks before a fixed date. */
function firstDay(district: SampleDistrict, open: OpenSlot, due: Day): Day {
  const early = addDays(due, -45)
  const from = open.slot.due.kind === 'event' ? approvalDay(district, open) : open.opens > early ? open.opens : early
  return from < due ? from : addDays(due, -1)
}

interface Room { readonly from: Day; readonly due: Day; readonly room: number; readonly pace: number; readonly random: Random }

function onTimeDay(district: SampleDistrict, { from, due, room, pace, random }: Room): Day {
  if (room < 2) return due
  const spread = Math.min(0.98, Math.max(0.1, pace + 0.2 + (random.next() + random.next() - 1) * 0.4))
  const day = district.calendar.addWorkdays(from, Math.max(1, Math.round(room * spread)))
  return day < due ? day : due
}
