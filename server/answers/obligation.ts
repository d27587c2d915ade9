import { factHistory, type HistoryRow } from '../../shared/facts/fact-history.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import { scoreEffectOf } from '../../shared/measures/score-effect.ts'
import { strictest } from '../../shared/obligations/deadline.ts'
import { deadlineProof, type DeadlineProof } from '../../shared/obligations/deadline-proof.ts'
import { layersOfObligation } from '../../shared/obligations/due-layers.ts'
import type { DueLayer, Obligation } from '../../shared/obligations/obligation.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { ObligationAnswer } from '../../shared/wire/answers.ts'
import { obligationRow } from './obligations.ts'
import { stampOf, type View } from './view.ts'

/** Which obligation; `only` binds heads and clerks to their unit, for whom another unit's is not there. */
export interface ObligationAsked {
  readonly id: string
  readonly only: string | null
}

/** One obligation with its facts, its limits and the proof of its due day; undefined where there is none of that id. */
export function obligationAnswer(view: View, { id, only }: ObligationAsked): ObligationAnswer | undefined {
  const found = findObligation(view, id)
  if (found === undefined || (only !== null && found.unit !== only)) return undefined
  const world = view.world()
  const facts = view.facts(found.facts)
  const layers = layersOfObligation(found, world, facts)
  return {
    ...stampOf(view),
    obligation: obligationRow(found, world),
    aliases: found.aliases,
    facts: found.exemptKind === 'withheld' ? facts.map(withoutTitle) : facts,
    layers,
    deadlineProof: proofOf(found, layers, world),
    scoreEffect: scoreEffectOf(found, view.parts().get(found.unit) ?? [], world),
    history: historyOf(found, facts, view),
  }
}

/** By id or by a name it had before; ids begin with a unit, but a successor may hold it now, so all are looked through. */
function findObligation(view: View, id: string): Obligation | undefined {
  for (const parts of view.parts().values()) {
    for (const part of parts) {
      const found = part.obligations.find(each => each.id === id || each.aliases.includes(id))
      if (found) return found
    }
  }
  return undefined
}

/** An overdue one's strip goes on to today, a late one's to its publication. */
function proofOf(found: Obligation, layers: readonly DueLayer[], world: World): DeadlineProof | null {
  const binding = strictest(layers)
  if (binding === null || binding === undefined || found.dueDay === null) return null
  const upTo = found.status === 'overdue' ? { upTo: world.day } : {}
  const published = found.status === 'late' && found.lateBy === 'publication' && found.publishedDay !== null ? { published: found.publishedDay } : {}
  return deadlineProof({ from: binding.layer.from, to: found.dueDay, calendar: world.calendar, layer: binding.layer, ...upTo, ...published })
}

/** Of a withheld paper a correction tells that it was made, not what it says. */
function historyOf({ exemptKind }: Obligation, facts: readonly RecordedFact[], view: View): readonly HistoryRow[] {
  const rows = factHistory(facts, view.corrections())
  if (exemptKind !== 'withheld') return rows
  return rows.map(row => ({ ...row, correctedBy: row.correctedBy.map(note => ({ ...note, set: null })) }))
}

/** 不予公开: number and reason only. */
function withoutTitle(entry: RecordedFact): RecordedFact {
  return 'title' in entry.fact ? { ...entry, fact: { ...entry.fact, title: '' } } : entry
}
