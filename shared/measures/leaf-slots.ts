import type { Leaf } from '../catalogue/scheme.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { numberWords } from './figure-words.ts'
import { pieceInLeaf } from './leaf-pieces.ts'
import { shareOfPoints, type LeafReading } from './leaf-reading.ts'
import type { ScoredUnit } from './scored-unit.ts'

/**
 * Reads a leaf about the slots of named items (年报, 预算, 决算): each that fell due in D's year carries an equal part of
 * the points and loses `each` for every `every` working days begun after its due day. Slots not yet due are left out;
 * null when none has fallen due.
 */
export function slotsReading(leaf: Leaf, scored: ScoredUnit): LeafReading | null {
  const slots = slotsOf(leaf, scored)
  if (slots.length === 0) return null
  const expected = (leaf.items?.length ?? 1) * Math.max(1, leaf.slots?.length ?? 1)
  const pointsEach = leaf.points / Math.max(expected, slots.length)
  let earned = 0
  let missed = 0
  for (const o of slots) {
    const lost = lostBy(o, leaf, scored)
    if (lost > 0) missed += 1
    earned += shareOfPoints(1 - lost / pointsEach)
  }
  return {
    earned: earned / slots.length,
    inputs: { slots: slots.length, missed },
    words: () => {
      const rule = `每逾期 ${leaf.every ?? 1} 个工作日扣 ${numberWords(leaf.each ?? 0)} 分，单件扣完为止`
      return `本年度已到期 ${slots.length} 件，逾期 ${missed} 件；每件 ${numberWords(pointsEach)} 分，${rule}`
    },
  }
}

function slotsOf(leaf: Leaf, { parts, world }: ScoredUnit): readonly Obligation[] {
  const slots: Obligation[] = []
  for (const { standing, obligations } of parts) {
    if (!leaf.items?.includes(standing.item)) continue
    for (const obligation of obligations) if (pieceInLeaf(leaf, { standing, obligation }, world) !== 'no') slots.push(obligation)
  }
  return slots
}

/** Points lost by one slot; half under an assumed limit. A late declaration is never a publication and loses all. */
function lostBy(o: Obligation, leaf: Leaf, { world }: ScoredUnit): number {
  if (o.status !== 'late' && o.status !== 'overdue') return 0
  const end = o.status === 'overdue' ? world.day : o.publishedDay
  if (o.dueDay === null || end === null) return leaf.points
  const late = Math.max(1, world.calendar.workdaysBetween(o.dueDay, end))
  const lost = (leaf.each ?? leaf.points) * Math.ceil(late / (leaf.every ?? 1))
  return o.flags.includes('assumed') ? lost / 2 : lost
}
