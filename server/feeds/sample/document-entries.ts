import type { Day } from '../../../shared/time/day.ts'
import type { Source } from '../../../shared/facts/fact.ts'
import { documentOf, type Paper } from './paper.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { publicationEntries } from './publication-entries.ts'
import { seededRandom, type Random } from './random.ts'
import { batchMinutes, clerkOf, feeds, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'
import { sampleWords } from './sample-words.ts'

/** Everything recorded about one paper (or change of a standing page): its registration, its publication or what took its place. */
export function documentEntries(plan: Plan, piece: Piece): SampleFact[] {
  const random = seededRandom(`${plan.district.seed}|told|${piece.id}`)
  const paper = documentOf(plan, piece)
  const out = plan.outOn(piece)
  const isGuest = paper.joint !== undefined && paper.joint.lead !== unitOf(piece)
  const entries = registration(plan, paper, { out, random })
  if (isGuest) return entries
  const exempted = exemption(plan, paper, { out, random })
  if (exempted) return [...entries, exempted]
  return [...entries, ...publicationEntries(plan, paper, { out, random })]
}

interface Telling { readonly out: Day; readonly random: Random }

/** How the day of formation becomes known, after the piece's proof. */
function registration(plan: Plan, paper: Paper, { out, random }: Telling): SampleFact[] {
  const { piece } = paper
  const { calendar } = plan.district
  switch (piece.proof) {
    case 'source': {
      const isCredit = itemOf(piece) === 'district-18' || itemOf(piece) === 'district-19'
      return [formed(paper, isCredit ? feeds.credit : feeds.oa, instantAt(piece.opens, isCredit ? batchMinutes(random) : officeMinutes(random)))]
    }
    case 'declared': {
      const wait = Math.min(3, calendar.workdaysBetween(piece.opens, out < piece.due ? out : piece.due))
      const day = wait <= 0 ? piece.opens : calendar.addWorkdays(piece.opens, random.whole(1, wait))
      // Registered in the morning, before anything comes out that day.
      return [formed(paper, clerkOf(unitOf(piece)), instantAt(day, 510 + random.next() * 9))]
    }
    case 'backfilled': {
      if (piece.batch !== undefined || random.chance(0.5)) return []
      const day = calendar.addWorkdays(out, random.whole(2, 15))
      return [formed(paper, clerkOf(unitOf(piece)), instantAt(day, officeMinutes(random)))]
    }
    case 'none': return []
  }
}

function formed(paper: Paper, source: Source, recordedAt: string): SampleFact {
  const { piece, joint } = paper
  const isLead = joint === undefined || joint.lead === unitOf(piece)
  return {
    recordedAt, source,
    fact: {
      kind: 'formed', key: `${source.feed}:formed:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: piece.opens,
      ref: paper.ref, title: paper.title,
      ...(paper.docNumber ? { docNumber: paper.docNumber } : {}),
      ...(paper.policy && isLead ? { policy: true } : {}),
      ...(paper.drafter && isLead ? { drafter: paper.drafter } : {}),
      ...(joint ? { lead: joint.lead, with: joint.with } : {}),
    },
  }
}

/** One registered paper in ninety turns out to be for request only; of the long overdue ones, one in twenty-five ends so. */
function exemption(plan: Plan, paper: Paper, { out, random }: Telling): SampleFact | undefined {
  const { piece } = paper
  const isRegistered = (piece.proof === 'source' || piece.proof === 'declared') && piece.batch === undefined && piece.kind === 'document' && !paper.joint && !paper.policy
  if (!isRegistered || !random.chance(out > piece.due ? 0.04 : 0.011)) return undefined
  return {
    recordedAt: instantAt(out, officeMinutes(random)), source: clerkOf(unitOf(piece)),
    fact: {
      kind: 'exempt', key: `desk:exempt:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: out,
      about: { ref: paper.ref }, exemptKind: 'onRequest', reason: random.pick(sampleWords.onRequest),
    },
  }
}
