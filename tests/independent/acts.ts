import { localDay, type Day } from './days.ts'
import type { Known, Said } from './known.ts'
import type { Fact } from './lines.ts'

/** 问题, with what became of it. */
export interface Finding {
  readonly code: string
  readonly isRevoked: boolean
  /** Cleared with every limit kept, a limit missed, or neither yet. */
  readonly inTime: boolean | null
  /** The fault had been found and cleared before in the year (重复问题). */
  readonly isRepeated: boolean
}

/** What is on record of one unit in one assessment year. */
export interface Acts {
  readonly marked: readonly Fact[]
  /** The last inspection of each piece. */
  readonly inspected: readonly Fact[]
  readonly findings: readonly Finding[]
}

/** The mark that holds for an entry: the last one, unless it was taken back. */
export function heldMark({ marked }: Acts, entry: string): Fact | undefined {
  const last = marked.filter((each) => each.entry === entry).at(-1)
  return last?.takeBack ? undefined : last
}

export function actsOf({ facts, lastDay }: Known, unit: string, year: number): Acts {
  const own = (kind: string) => facts.filter(({ fact }) => fact.kind === kind && fact.unit === unit && fact.year === year)
  const inspected = new Map(own('inspected').map(({ fact }) => [JSON.stringify(fact.about), fact]))
  return { marked: own('marked').map(({ fact }) => fact), inspected: [...inspected.values()], findings: findingsOf(own('found'), facts, lastDay) }
}

interface Pursued extends Omit<Finding, 'isRepeated'> { readonly said: Said; readonly clearedBy: readonly number[] }

function findingsOf(found: readonly Said[], facts: readonly Said[], lastDay: Day): Finding[] {
  const pursued = found.map((said) => pursue(said, facts.filter(({ fact: { kind, of } }) =>
    (kind === 'rectified' || kind === 'rechecked') && of?.feed === said.feed && of.key === said.fact.key), lastDay))
  return pursued.map((each, n) => {
    const before = pursued.slice(0, n).filter((other) => !other.isRevoked && faultOf(other.said) === faultOf(each.said)).at(-1)
    const { code, isRevoked, inTime } = each
    return { code, isRevoked, inTime, isRepeated: !isRevoked && before !== undefined && repeats(before, each) }
  })
}

/** The same kind under the same row; under no row of the catalogue, at the same place. */
function faultOf({ fact: { code, item, place = '' } }: Said): string {
  return [code, item, item === '*' ? place.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase() : ''].join('\n')
}

/** Found again after it was cleared; pieces of one sample do not repeat each other. */
function repeats(before: Pursued, again: Pursued): boolean {
  const isSameSample = again.said.fact.sample !== undefined && again.said.fact.sample === before.said.fact.sample
  return !isSameSample && before.clearedBy.some((seq) => seq < again.said.seq)
}

/**
 * The exchange about a finding. Every limit must be kept by an answer recorded not after it; how long the office takes to look is not the
 * unit's. A failed recheck may set a new limit; one that went by without an answer stays missed.
 */
function pursue(said: Said, steps: readonly Said[], lastDay: Day): Pursued {
  let until = said.fact.until ?? lastDay
  let state = 'open'
  let isAnswered = false
  let isMissed = false
  const clearedBy = steps.filter(({ fact }) => fact.outcome === 'cleared').map(({ seq }) => seq)
  for (const { fact, recordedAt } of steps) {
    if (state === 'cleared' || state === 'revoked') break
    const isWithin = localDay(recordedAt) <= until
    if (fact.kind === 'rectified') {
      if (isWithin) isAnswered = true
      else if (!isAnswered) isMissed = true
      state = 'answered'
      continue
    }
    if (!isWithin && !isAnswered) isMissed = true
    state = fact.outcome ?? state
    if (state !== 'failed') continue
    isAnswered = false
    until = fact.until ?? until
  }
  const isOver = isMissed || (!isAnswered && lastDay > until)
  const inTime = state === 'revoked' ? null : state === 'cleared' ? !isMissed : isOver ? false : null
  return { said, code: said.fact.code ?? '', isRevoked: state === 'revoked', inTime, clearedBy }
}
