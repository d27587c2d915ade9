import { isFactEntry } from '../../shared/facts/journal.ts'
import type { Day } from '../../shared/time/day.ts'
import type { View } from '../answers/view.ts'
import type { LiveBoard } from '../live/live-board.ts'
import type { JournalStore } from '../store/journal.ts'

/** The live board as answers see it, with the facts of the journal behind it. */
export function liveView(live: LiveBoard, journal: Pick<JournalStore, 'findBySeqs'>): View & { readonly day: Day } {
  return {
    get revision() {
      return live.revision
    },
    get day() {
      return live.day
    },
    world: () => live.world(),
    parts: () => live.parts(),
    board: () => live.board(),
    facts: seqs => journal.findBySeqs(seqs).filter(isFactEntry),
    everyFact: () => live.everyFact(),
    corrections: () => live.corrections(),
  }
}
