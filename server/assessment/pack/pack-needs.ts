import type { View } from '../../answers/view.ts'
import { unitActs } from '../../../shared/obligations/assessment-acts.ts'
import type { Day, Instant } from '../../../shared/time/day.ts'
import { ruledAppeals } from '../papers/ruled-appeals.ts'

/** What a unit's pack is put together from beside its papers and records. */
export interface PackNeeds {
  readonly district: string
  readonly sample: boolean
  readonly unitName: string
  readonly year: number
  readonly day: Day
  readonly knownAt: Instant | null
  readonly revision: number
  /** SHA-256 of files its facts name. */
  readonly attachments: readonly string[]
  /** Ids of its ruled appeals. */
  readonly appeals: readonly number[]
  /** Looks taken at its pages, and those of them that kept the page's fingerprint. */
  readonly looks: number
  readonly prints: number
}

export function packNeeds(view: View, unit: string): PackNeeds | undefined {
  const world = view.world()
  const named = world.units.get(unit)
  if (named === undefined) return undefined
  const facts = view.everyFact().filter(({ fact }) => fact.unit === unit)
  const attachments = new Set<string>()
  for (const { fact } of facts) if ('attachments' in fact) for (const each of fact.attachments ?? []) attachments.add(each)
  for (const { attachments: files, steps } of unitActs(world.acts, unit, world.year).findings) for (const each of [...files, ...steps.flatMap(step => step.attachments)]) attachments.add(each)
  const looks = facts.flatMap(({ fact }) => (fact.kind === 'observed' ? [fact] : []))
  return {
    district: world.district, sample: world.sample, unitName: named.name, year: world.year, day: world.day, knownAt: world.knownAt, revision: view.revision,
    attachments: [...attachments].sort(), appeals: ruledAppeals(view).appeals.filter(each => each.unit === unit).map(each => each.id),
    looks: looks.length, prints: looks.filter(({ hash }) => hash !== undefined).length,
  }
}
