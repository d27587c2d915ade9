import type { DrawnPiece, DrawnSample } from '../facts/assessment-settings.ts'

/** A frame and what was drawn from it. */
export type DrawnFrame = Pick<DrawnSample, 'frame' | 'pieces'>

/** 复抽核对: what a second draw of the same frame with the same seed comes to. */
export interface Redraw {
  readonly equal: boolean
  readonly frame: { readonly recorded: DrawnSample['frame']; readonly again: DrawnSample['frame'] }
  /** On record and not drawn again. */
  readonly missing: readonly DrawnPiece[]
  /** Drawn again and not on record. */
  readonly added: readonly DrawnPiece[]
  /** In both, for another reason or out of another stratum. */
  readonly otherwise: readonly DrawnPiece[]
}

/** Compares a sample on record with the same draw made again; equal only if frame, pieces and reasons all are. */
export function redrawOf(recorded: DrawnFrame, again: DrawnFrame): Redraw {
  const [before, after] = [recorded, again].map(({ pieces }) => new Map(pieces.map((piece) => [piece.obligation, piece])))
  const missing = recorded.pieces.filter(({ obligation }) => !after!.has(obligation))
  const added = again.pieces.filter(({ obligation }) => !before!.has(obligation))
  const otherwise = recorded.pieces.filter((piece) => {
    const twin = after!.get(piece.obligation)
    return twin !== undefined && (twin.because !== piece.because || twin.stratum !== piece.stratum || twin.unit !== piece.unit)
  })
  const isSameFrame = recorded.frame.size === again.frame.size && recorded.frame.sha256 === again.frame.sha256
  return {
    equal: isSameFrame && missing.length + added.length + otherwise.length === 0,
    frame: { recorded: recorded.frame, again: again.frame }, missing, added, otherwise,
  }
}
