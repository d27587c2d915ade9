import type { Day } from '../../../shared/time/day.ts'
import type { About, Verdict } from '../../../shared/facts/fact.ts'
import { documentOf } from './paper.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { seededRandom } from './random.ts'
import { clerkOf, instantAt, officeMinutes, reviewerDesk, supervisorDesk, type SampleFact } from './sample-entry.ts'
import { sampleWords } from './sample-words.ts'
import { overruledOn } from './slot-entries.ts'

/** Appeals and their rulings, extensions granted in time, and 情况说明 a reviewer set aside. */
export function appealEntries(plan: Plan): SampleFact[] {
  return plan.pieces.flatMap((piece) => [...appealOf(plan, piece), ...extensionOf(plan, piece), ...overruledOf(plan, piece)])
}

function aboutOf(plan: Plan, piece: Piece): About {
  return piece.kind === 'slot' ? { period: piece.period! } : { ref: documentOf(plan, piece).ref }
}

/** One late piece in fifteen is appealed within five working days and ruled on within five more. */
function appealOf(plan: Plan, piece: Piece): SampleFact[] {
  const out = plan.outOn(piece)
  const random = seededRandom(`${plan.district.seed}|appeal|${piece.id}`)
  if (out <= piece.due || !piece.canSlip || piece.kind === 'account' || unitOf(piece) === 'T04' || !random.chance(1 / 15)) return []
  const { calendar } = plan.district
  const disputed = calendar.addWorkdays(out, random.whole(1, 4))
  const ruled = calendar.addWorkdays(disputed, random.whole(2, 5))
  const draw = random.next()
  const verdict: Exclude<Verdict, 'overruled'> = draw < 0.58 ? 'rejected' : draw < 0.78 ? 'upheld' : draw < 0.92 ? 'dayIs' : 'excused'
  return [appealed(plan, piece, disputed), ruling(plan, piece, { day: ruled, verdict })]
}

function appealed(plan: Plan, piece: Piece, day: Day): SampleFact {
  const random = seededRandom(`${plan.district.seed}|appealed|${piece.id}`)
  return {
    recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(unitOf(piece)),
    fact: { kind: 'disputed', key: `desk:disputed:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day, about: aboutOf(plan, piece), reason: random.pick(sampleWords.appeals) },
  }
}

function ruling(plan: Plan, piece: Piece, { day, verdict }: { day: Day; verdict: Verdict }): SampleFact {
  const random = seededRandom(`${plan.district.seed}|ruling|${piece.id}`)
  return {
    recordedAt: instantAt(day, officeMinutes(random)), source: reviewerDesk,
    fact: {
      kind: 'ruled', key: `desk:ruled:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day, about: aboutOf(plan, piece), verdict,
      ...(verdict === 'dayIs' ? { countsDay: piece.due } : {}), ...(verdict === 'excused' ? { exemptKind: 'onRequest' } : {}),
      reason: sampleWords.rulings[verdict],
    },
  }
}

/** Minutes of meetings, due in three working days by the catalogue, may be granted some more within the law. */
function extensionOf(plan: Plan, piece: Piece): SampleFact[] {
  const random = seededRandom(`${plan.district.seed}|extension|${piece.id}`)
  if (itemOf(piece) !== 'district-23' || piece.proof !== 'source' || plan.outOn(piece) > piece.due || !random.chance(0.05)) return []
  const { calendar } = plan.district
  return [{
    recordedAt: instantAt(calendar.addWorkdays(piece.opens, 1), officeMinutes(random)), source: supervisorDesk,
    fact: {
      kind: 'extended', key: `desk:extended:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: calendar.addWorkdays(piece.opens, 1),
      about: aboutOf(plan, piece), until: calendar.addWorkdays(piece.due, 5), reason: random.pick(sampleWords.extensions),
    },
  }]
}

/** The ruling that sets a 情况说明 aside; the unit's publication of the same day stands in `slot-entries`. */
function overruledOf(plan: Plan, piece: Piece): SampleFact[] {
  const day = overruledOn(plan, piece)
  return day === undefined ? [] : [ruling(plan, piece, { day, verdict: 'overruled' })]
}
