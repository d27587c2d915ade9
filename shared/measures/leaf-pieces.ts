import type { Leaf, Scheme } from '../catalogue/scheme.ts'
import type { Unit } from '../catalogue/item.ts'
import type { DutyStanding, Obligation } from '../obligations/obligation.ts'
import { countedIn, type Counted } from './counted.ts'
import { inYearSet, type CountedAt } from './year-set.ts'

/** What stands behind a leaf: 应公开信息, 公开责任, 问题, or nothing that could be listed. */
export type LeafMatter = 'obligations' | 'duties' | 'findings' | null

export function leafMatterOf({ measure }: Leaf): LeafMatter {
  switch (measure) {
    case 'onTimeMacro': case 'eventualMacro': case 'overdueNow': case 'irregularNothing': case 'slotOnTime': case 'interpretedInTime':
    case 'interpreted': case 'verifiable': return 'obligations'
    case 'standingCoverage': case 'periodicCoverage': case 'asFormedCoverage': return 'duties'
    case 'findings': case 'rectifiedInTime': case 'recurrence': return 'findings'
    case 'elementsComplete': case 'none': return null
  }
}

/** The leaf of a scheme by its code. */
export function findLeaf(scheme: Scheme, code: string): Leaf | undefined {
  for (const { leaves } of scheme.groups) for (const leaf of leaves) if (leaf.code === code) return leaf
  return undefined
}

/** Traits gate departments, institutions and vertical units; streets and towns are told by kind alone. */
export function leafApplies(leaf: Pick<Leaf, 'kinds' | 'traits'>, unit: Pick<Unit, 'kind' | 'traits'>): boolean {
  if (leaf.kinds && !leaf.kinds.includes(unit.kind)) return false
  if (!leaf.traits || unit.kind === 'street' || unit.kind === 'town') return true
  return leaf.traits.some((trait) => unit.traits.includes(trait))
}

/** A piece of a duty, as a leaf sees it. */
export interface LeafPiece {
  readonly standing: DutyStanding
  readonly obligation: Obligation
}

/** How one piece of a scored unit's district duties counts in a leaf: what the reading sums up and its list shows. */
export function pieceInLeaf(leaf: Leaf, { standing, obligation: o }: LeafPiece, at: CountedAt): Counted {
  switch (leaf.measure) {
    case 'onTimeMacro': return countedIn(o, 'onTime', at)
    case 'eventualMacro': return countedIn(o, 'eventual', at)
    case 'verifiable': return countedIn(o, 'verifiable', at)
    case 'interpretedInTime': return standing.cadence === 'followUp' ? countedIn(o, 'onTime', at) : 'no'
    case 'interpreted': return standing.cadence === 'followUp' ? countedIn(o, 'eventual', at) : 'no'
    case 'overdueNow': return o.status === 'overdue' ? 'whole' : 'no'
    case 'irregularNothing': return isLateDeclaration(o) && inYearSet(o, at) ? 'whole' : 'no'
    case 'slotOnTime': return leaf.items?.includes(standing.item) ? slotInLeaf(leaf, o, at) : 'no'
    default: return 'no'
  }
}

/** How one duty counts in a coverage leaf. */
export function dutyInLeaf({ measure }: Leaf, { cadence, applicable, covered }: DutyStanding): Counted {
  if (!applicable || cadence !== cadenceOf(measure)) return 'no'
  return covered ? 'part' : 'whole'
}

function cadenceOf(measure: Leaf['measure']): DutyStanding['cadence'] | null {
  switch (measure) {
    case 'standingCoverage': return 'standing'
    case 'periodicCoverage': return 'slots'
    case 'asFormedCoverage': return 'asFormed'
    default: return null
  }
}

/** A 情况说明 filed after the due day (逾期说明). */
function isLateDeclaration(o: Obligation): boolean {
  return o.status === 'late' && o.lateBy === 'declaration' && o.exemptKind === null
}

/** What is lawfully not there (不予公开, 本期无, 数据中断) neither earns nor loses. */
function slotInLeaf(leaf: Leaf, o: Obligation, at: CountedAt): Counted {
  if (o.origin !== 'periodic' || !inYearSet(o, at)) return 'no'
  if (o.status === 'nothing' || o.status === 'exempt' || o.status === 'unknown') return 'no'
  if (leaf.slots && !leaf.slots.includes(o.period?.split('/')[1] ?? '')) return 'no'
  return o.status === 'late' || o.status === 'overdue' ? 'whole' : 'part'
}
