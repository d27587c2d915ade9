import type { Fold } from './fold.ts'

/** The board's room heard only for that something moved: the page then asks for what it shows. */
export const revisionFold: Fold<{ readonly revision: number }> = {
  request: { scope: 'board' },
  whole: (answer) => ('board' in answer ? { revision: answer.board.revision } : undefined),
  next: (_, patch) => ({ revision: patch.to }),
}
