import type { RecordedFact } from '../facts/fact.ts'
import type { Published } from './documents.ts'
import { dutyKey, type Duty } from './duty.ts'
import { dutyFactsOf } from './duty-facts.ts'

/**
 * Keys of the duties whose publications may join this one's documents: those of the lead of a joint document (条例
 * 第10条: the lead publishes, the same page satisfies the others) and of the unit that took over.
 */
export function guestKeysOf(duty: Duty, entries: readonly RecordedFact[]): string[] {
  const units = new Set<string>()
  for (const { fact } of entries) if (fact.kind === 'formed' && fact.lead && fact.lead !== duty.unit.id) units.add(fact.lead)
  const successor = successorOf(duty)
  if (successor) units.add(successor)
  return [...units].map((unit) => dutyKey(unit, duty.item.id))
}

export function guestsOf(keys: readonly string[], entriesOf: (key: string) => readonly RecordedFact[]): Published[] {
  return keys.flatMap((key) => [...dutyFactsOf(entriesOf(key)).published])
}

/** What is said about papers without making or publishing them. */
const saying: ReadonlySet<RecordedFact['fact']['kind']> = new Set(['exempt', 'extended', 'requested', 'declined', 'withdrawn', 'disputed', 'ruled', 'observed', 'corrected'])

/** A duty's entries, with what its merged unit's successor has said since: it may be about papers that passed on. In order of seq. */
export function withSuccessorsWord(duty: Duty, entriesOf: (key: string) => readonly RecordedFact[]): readonly RecordedFact[] {
  const own = entriesOf(duty.key)
  const successor = successorOf(duty)
  if (successor === undefined) return own
  const { validTo } = duty.unit
  const said = entriesOf(dutyKey(successor, duty.item.id)).filter(({ fact }) => saying.has(fact.kind) && validTo !== undefined && fact.day > validTo)
  return said.length === 0 ? own : [...own, ...said].sort((a, b) => a.seq - b.seq)
}

/** The unit that takes over a merged or split unit's item. */
export function successorOf(duty: Duty): string | undefined {
  return duty.unit.validTo === undefined ? undefined : duty.unit.successorByItem?.[duty.item.id] ?? duty.unit.successor
}
