import type { Status } from '../obligations/obligation.ts'
import type { World } from '../obligations/world.ts'
import type { PartsByUnit } from '../measures/board.ts'
import { inTally, type CountedAt } from '../measures/year-set.ts'
import type { Day, Instant } from '../time/day.ts'

/** How one piece stood when its year or month was settled. */
export interface EditionPiece {
  readonly id: string
  readonly item: string
  readonly status: Status
  readonly flags: readonly string[]
  readonly dueDay: Day | null
  readonly publishedDay: Day | null
  /** Numbers of the facts behind it. */
  readonly facts: readonly number[]
}

/** 得分反馈 of a unit. */
export interface Agreement {
  readonly unit: string
  readonly objects: boolean
  readonly reason: string
  readonly by: string
  readonly at: Instant
  readonly seq: number
}

/** The fingerprint of a stretch of the journal: each block of a thousand canonical lines chained to the one before. */
export interface JournalPrint {
  readonly entries: number
  readonly sha256: string
  readonly blocks: readonly string[]
}

/** Entries of the journal in one block of its fingerprint. */
export const printedBlock = 1_000

/** Pieces of the year, and those of earlier years still open, by unit in the order of the board. */
export function editionPiecesOf(parts: PartsByUnit, at: CountedAt): Readonly<Record<string, readonly EditionPiece[]>> {
  return Object.fromEntries([...parts].map(([unit, duties]) => [unit, duties.flatMap(({ obligations }) => obligations
    .filter((each) => each.year === at.year || inTally(each, at))
    .map(({ id, item, status, flags, dueDay, publishedDay, facts }): EditionPiece => ({ id, item, status, flags: [...flags].sort(), dueDay, publishedDay, facts })))]))
}

/** The last word of each unit on a period since it was last told its score, by unit. */
export function agreementsOn(period: string, { acts: { agreements }, proposals }: Pick<World, 'acts' | 'proposals'>): readonly Agreement[] {
  const told = proposals.findLast((each) => each.period === period)?.seq ?? 0
  const last = new Map<string, Agreement>()
  for (const { seq, by, at, fact } of agreements) {
    if (fact.period === period && seq > told) last.set(fact.unit, { unit: fact.unit, objects: fact.objects === true, reason: fact.reason ?? '', by, at, seq })
  }
  return [...last.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1))
}
