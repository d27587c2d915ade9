import { computed, onScopeDispose } from 'vue'
import { connect } from './connection.ts'
import type { Fold } from './fold.ts'
import { useLine } from './stores/line.ts'

interface Seen {
  readonly revision: number
}

const fold: Fold<Seen> = {
  request: { scope: 'board' },
  whole: (answer) => ('board' in answer ? { revision: answer.board.revision } : undefined),
  next: (_, patch) => ({ revision: patch.to }),
}

/** The board's revision as it moves: what the office's pages read themselves anew by. `leave` before signing out. */
export function followRevision() {
  const { frame, sink } = useLine<Seen>()
  const line = connect({ fold, sink, poll: async () => frame.value ?? 'none' })
  onScopeDispose(() => line.close())
  return { revision: computed(() => frame.value?.revision ?? null), leave: () => line.close() }
}
