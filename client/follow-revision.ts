import { computed, onScopeDispose } from 'vue'
import { connect } from './connection.ts'
import type { Fold } from './fold.ts'
import { useLine } from './stores/line.ts'

interface Seen {
  readonly revision: number
}

function foldOf(unit: string | null): Fold<Seen> {
  return {
    request: unit === null ? { scope: 'board' } : { scope: 'unit', unit },
    whole: (answer) => ('board' in answer ? { revision: answer.board.revision } : 'unitBoard' in answer ? { revision: answer.unitBoard.revision } : undefined),
    next: (_, patch) => ({ revision: patch.to }),
  }
}

/** The revision as it moves, of the board or of one unit's own room: what pages read themselves anew by. `leave` before signing out. */
export function followRevision(unit: string | null = null) {
  const { frame, sink } = useLine<Seen>()
  const line = connect({ fold: foldOf(unit), sink, poll: async () => frame.value ?? 'none' })
  onScopeDispose(() => line.close())
  return { revision: computed(() => frame.value?.revision ?? null), leave: () => line.close() }
}
