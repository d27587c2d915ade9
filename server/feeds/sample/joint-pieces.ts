import type { SampleDistrict } from './district.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import { hashOf } from './random.ts'
import { dutyKey } from '../../../shared/obligations/duty.ts'

/** A paper several departments signed: who leads (and publishes, 条例 第10条), and who else owes it. */
export interface Joint {
  readonly lead: string
  readonly with: readonly string[]
}

/** Every sixteenth or so paper of a department is a joint one; the others owe a piece of their own, met by the lead's page. */
export function withJointPieces(district: SampleDistrict, pieces: readonly Piece[]): { readonly pieces: Piece[]; readonly joints: Map<string, Joint> } {
  const joints = new Map<string, Joint>()
  const all: Piece[] = []
  const departments = district.duties.filter((each) => each.item.id === 'district-6' && each.unit.kind === 'department' && each.endsBefore === null)
  for (const piece of pieces) {
    const draw = hashOf(`${district.seed}|joint|${piece.id}`)
    const isJoint = itemOf(piece) === 'district-6' && piece.duty.unit.kind === 'department' && unitOf(piece) !== 'D27' &&
      (piece.proof === 'source' || piece.proof === 'declared') && draw % 16 === 0
    const others = departments.filter((each, n) => each.unit.id !== unitOf(piece) && each.unit.id !== 'D27' && hashOf(`${draw}|${n}`) % 14 === 0).slice(0, 2)
    if (!isJoint || others.length === 0) {
      all.push(piece)
      continue
    }
    const lead = { ...piece, canSlip: false, usual: piece.usual < piece.due ? piece.usual : piece.due }
    const joint = { lead: unitOf(piece), with: others.map((each) => each.unit.id) }
    joints.set(lead.id, joint)
    all.push(lead)
    for (const duty of others) {
      const id = `${dutyKey(duty.unit.id, duty.item.id)}|with|${piece.id}`
      joints.set(id, joint)
      all.push({ ...lead, id, duty })
    }
  }
  return { pieces: all, joints }
}
