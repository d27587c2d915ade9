import type { DutyPart } from '../measures/figures.ts'
import { bureauCategory, isScored } from '../measures/scored-unit.ts'
import { inYearSet } from '../measures/year-set.ts'
import type { Obligation, Proof, Status } from '../obligations/obligation.ts'
import type { World } from '../obligations/world.ts'

/** One piece that can be drawn, as it stood in the frame. */
export interface FramePiece {
  readonly unit: string
  readonly obligation: string
  readonly category: string
  readonly status: Status
  /** How sure its formation day is; `-` where the due day does not hang on it. */
  readonly proof: Proof | '-'
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex: the caller's, so that nothing here knows a platform. */
export type Sha256 = (text: string) => string

/**
 * 抽样总体: obligations of the world's year that are settled or past due, of the scored units asked for ("*" = all), under
 * the district's rows; by unit id, then by obligation id, in the order of their characters.
 */
export function samplingFrameOf(parts: ReadonlyMap<string, readonly DutyPart[]>, world: World, units: '*' | readonly string[]): readonly FramePiece[] {
  const pieces: FramePiece[] = []
  for (const [id, unitParts] of parts) {
    const unit = world.units.get(id)
    if (!unit || !isScored(unit, world) || (units !== '*' && !units.includes(id))) continue
    for (const { standing, obligations } of unitParts) {
      if (standing.category === bureauCategory) continue
      for (const each of obligations) if (inYearSet(each, world)) pieces.push(pieceOf(each))
    }
  }
  return pieces.sort((a, b) => (a.unit === b.unit ? inOrder(a.obligation, b.obligation) : inOrder(a.unit, b.unit)))
}

function pieceOf({ unit, id, category, status, hangsOnFormation, proof }: Obligation): FramePiece {
  return { unit, obligation: id, category, status, proof: hangsOnFormation ? proof : '-' }
}

export function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The frame as it is fingerprinted and printed: one line a piece, five fields parted by tabs, each line closed by a line feed. */
export function frameText(frame: readonly FramePiece[]): string {
  return frame.map(({ unit, obligation, category, status, proof }) => `${unit}\t${obligation}\t${category}\t${status}\t${proof}\n`).join('')
}
