import type { Board, UnitBoard } from '../shared/measures/board-rows.ts'
import { applyPatch } from '../shared/wire/board-patch.ts'
import type { JoinAnswer, JoinRequest, Patch, UnitPatch } from '../shared/wire/events.ts'

/** How one room's answers and patches become frames. */
export interface Fold<F> {
  readonly request: JoinRequest
  /** The whole frame of a join's answer, undefined when the answer brings patches only. */
  whole(answer: JoinAnswer): F | undefined
  /** The frame after the patch; `gap` when the patch starts elsewhere than the frame stands. */
  next(frame: F, patch: Patch | UnitPatch): F | 'gap'
}

export const boardFold: Fold<Board> = {
  request: { scope: 'board' },
  whole: (answer) => ('board' in answer ? answer.board : undefined),
  next: (board, patch) => ('unitBoard' in patch || patch.from !== board.revision ? 'gap' : applyPatch(board, patch)),
}

/** A unit's board is small and comes whole each time, so there is no gap to mend. */
export function unitFold(unit: string): Fold<UnitBoard> {
  return {
    request: { scope: 'unit', unit },
    whole: (answer) => ('unitBoard' in answer ? answer.unitBoard : undefined),
    next: (_, patch) => ('unitBoard' in patch ? patch.unitBoard : 'gap'),
  }
}
