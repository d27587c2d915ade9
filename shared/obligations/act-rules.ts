import type { ActDraft } from '../facts/fact-context.ts'
import type { AgreedFact, FoundFact, InspectedFact, MarkedFact, RecheckedFact, RectifiedFact, SpottedFact } from '../facts/act.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { pieceKey } from './about.ts'
import { refusedAgreement } from './agreement-rules.ts'
import { unitActs, type AssessmentActs } from './assessment-acts.ts'
import { refusedAnswer, refusedFinding, refusedRecheck } from './finding-rules.ts'
import { refusedMark } from './mark-rules.ts'
import type { World } from './world.ts'

type Draft<F> = Omit<F, 'key' | 'day'>

export interface ActAsked {
  readonly draft: ActDraft
  /** Account that says it. */
  readonly account: string | undefined
  readonly world: Pick<World, 'acts' | 'scheme' | 'schemes' | 'units' | 'calendar' | 'day' | 'proposals' | 'settlements' | 'samples'>
}

/** Why 考核记录 is not taken as things stand; undefined where it is. Of two at once the second sees the first. */
export function refusedAct({ draft, account, world }: ActAsked): Refusal | undefined {
  switch (draft.kind) {
    case 'marked': return refusedMark(draft as Draft<MarkedFact>, world)
    case 'inspected': return refusedSample(draft as Draft<InspectedFact>, world) ?? refusedInspection(draft as Draft<InspectedFact>, world.acts)
    case 'spotted': return refusedSample(draft as Draft<SpottedFact>, world)
    case 'found': return refusedFinding(draft as Omit<FoundFact, 'day'>, world)
    case 'rectified': return refusedAnswer(draft as Draft<RectifiedFact>, world.acts)
    case 'rechecked': return refusedRecheck({ draft: draft as Omit<RecheckedFact, 'day'>, account }, world)
    case 'agreed': return refusedAgreement(draft as Draft<AgreedFact>, world)
    default: return undefined
  }
}

/** What is looked over feeds a leaf: it must belong to a sample that was drawn, of that year. */
function refusedSample({ sample, year }: Pick<InspectedFact, 'sample' | 'year'>, { samples }: Pick<World, 'samples'>): Refusal | undefined {
  if (samples.some((each) => each.id === sample && each.year === year)) return undefined
  return refusal('unknown-sample', 'sample', `${year} 年度没有编号为“${sample.slice(0, 40)}”的抽样，请先抽样，或从抽样页面进入。`)
}

function refusedInspection({ unit, item, year, about, after }: Draft<InspectedFact>, acts: AssessmentActs): Refusal | undefined {
  if (after === undefined) return undefined
  const last = unitActs(acts, unit, year).inspections.find((each) => pieceKey(each.fact) === pieceKey({ item, about }))
  if (after === (last?.seq ?? 0)) return undefined
  return refusal('inspected-meanwhile', 'after', last === undefined ? '上一次核查已不在，请刷新后再核。' : `这一件刚由 ${last.by} 核查过，请看过后再决定是否改写，不会自动覆盖。`)
}
