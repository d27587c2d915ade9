import type { Matter } from '../../shared/obligations/matter.ts'
import { dayOf, type Instant } from '../../shared/time/day.ts'
import type { ObligationAnswer, UnitAnswer } from '../../shared/wire/answers.ts'
import type { MatterEffect } from '../../shared/wire/matter-answers.ts'
import type { MovedFigures } from '../../shared/measures/changes.ts'
import type { Past } from '../past/past.ts'

export interface EffectParts {
  readonly past: Pick<Past, 'ask'>
  readonly live: { readonly revision: number }
}

/**
 * What the answer to a matter did: unit and obligation as of the day it came, as known the moment before and at that
 * moment. Both never change afterwards. null while it is open, and for one taken back.
 */
export async function matterEffect({ past, live }: EffectParts, matter: Matter): Promise<MatterEffect | null> {
  const { outcome, obligation, unit } = matter
  if (outcome === null || outcome.result === 'withdrawn') return null
  const { at } = outcome.line
  const day = dayOf(at)

  async function known<T>(knownAt: Instant, question: Parameters<Past['ask']>[1]): Promise<T | null> {
    const bytes = await past.ask({ day, knownAt }, question, live.revision)
    return bytes === null ? null : JSON.parse(bytes.toString()) as T
  }
  async function then(knownAt: Instant): Promise<{ figures: MovedFigures | null; status: MatterEffect['from'] }> {
    const answer = await known<UnitAnswer>(knownAt, { ask: 'unit', unit })
    const piece = obligation === null ? null : await known<ObligationAnswer>(knownAt, { ask: 'obligation', id: obligation, only: null })
    return { figures: answer && figuresOf(answer.unit), status: piece?.obligation.status ?? null }
  }

  const before = await then(justBefore(at))
  const after = await then(at)
  return { before: before.figures, after: after.figures, from: before.status, to: after.status }
}

function figuresOf({ onTime, eventual, coverage, overdue, longestOverdue, score, rank }: UnitAnswer['unit']): MovedFigures {
  return { onTime, eventual, coverage, overdue, longestOverdue, score, rank }
}

function justBefore(at: Instant): Instant {
  return new Date(Date.parse(at) - 1).toISOString()
}
