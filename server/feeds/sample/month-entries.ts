import { periodEnd, periodOf, periodStart, nextPeriod } from '../../../shared/time/period.ts'
import type { Plan } from './plan.ts'
import { seededRandom } from './random.ts'
import { clerkOf, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'

/** The unit that looks perfect because it registers nothing: what it says it made gives it away. */
const silent = 'D27'
/** Of a hundred monthly closings so many are late, and so many never come. */
const [LATE, MISSING] = [0.04, 0.025]

/** 月度关账 of every unit and month: what was registered, now and then a paper or two more; `told` are the facts it counts. */
export function monthEntries({ district }: Plan, told: readonly SampleFact[]): SampleFact[] {
  const counts = countsOf(told)
  return [...district.world.units.values()].flatMap((unit) => {
    const entries: SampleFact[] = []
    for (let month = periodOf('month', district.start); periodEnd(month) <= district.horizon; month = nextPeriod(month)) {
      if (unit.validFrom !== undefined && periodStart(month) < unit.validFrom) continue
      const random = seededRandom(`${district.seed}|month|${unit.id}|${month}`)
      const fate = random.next()
      const { formed, onRequest, withheld } = counts.get(`${unit.id}|${month}`) ?? none
      const unregistered = unit.id === silent ? random.whole(6, 11) : random.chance(0.06) ? random.whole(1, 2) : 0
      const first = district.calendar.nextWorkday(periodStart(nextPeriod(month)))
      const day = district.calendar.addWorkdays(first, fate < LATE ? random.whole(9, 14) : random.whole(0, 3))
      const proactive = formed + unregistered
      // What a merged unit would still say is its successor's to say.
      if (fate > 1 - MISSING || (unit.validTo !== undefined && day > unit.validTo)) continue
      entries.push({
        recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(unit.id),
        fact: { kind: 'closed', key: `desk:month:${unit.id}|${month}`, unit: unit.id, item: '*', day, period: month, made: proactive + onRequest + withheld, proactive, onRequest, withheld },
      })
    }
    return entries
  })
}

interface Counts {
  readonly formed: number
  readonly onRequest: number
  readonly withheld: number
}

const none: Counts = { formed: 0, onRequest: 0, withheld: 0 }

/** Papers by unit and month: each ref once, exemptions by kind and never twice. */
function countsOf(told: readonly SampleFact[]): ReadonlyMap<string, Counts> {
  const refs = new Map<string, Set<string>>()
  const exempt = new Map<string, { onRequest: Set<string>; withheld: Set<string> }>()
  for (const { fact } of told) {
    const key = `${fact.unit}|${fact.day.slice(0, 7)}`
    if (fact.kind === 'formed') refs.set(key, (refs.get(key) ?? new Set()).add(fact.ref))
    if (fact.kind !== 'exempt') continue
    const sets = exempt.get(key) ?? { onRequest: new Set<string>(), withheld: new Set<string>() }
    exempt.set(key, sets)
    sets[fact.exemptKind].add('ref' in fact.about ? fact.about.ref : fact.key)
  }
  return new Map([...new Set([...refs.keys(), ...exempt.keys()])].map((key) => {
    const { onRequest, withheld } = exempt.get(key) ?? { onRequest: new Set<string>(), withheld: new Set<string>() }
    const formed = [...refs.get(key) ?? []].filter((ref) => !onRequest.has(ref) && !withheld.has(ref)).length
    return [key, { formed, onRequest: onRequest.size, withheld: withheld.size }]
  }))
}
