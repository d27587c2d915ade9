import type { Joint } from './joint-pieces.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { hashOf } from './random.ts'
import { filled, sampleWords } from './sample-words.ts'
import { docNumberOf, titleOf } from './wording.ts'

/** A paper as its papers name it. */
export interface Paper {
  readonly piece: Piece
  readonly ref: string
  readonly docNumber?: string
  readonly title: string
  readonly policy: boolean
  /** Unit that drafted a paper the government office issued, and owes its interpretation. */
  readonly drafter?: string
  readonly joint?: Joint
}

/** Names, numbers and title of a piece. A joint paper's are its lead's. */
export function documentOf(plan: Plan, piece: Piece): Paper {
  const known = plan.papers.get(piece.id)
  if (known) return known
  const paper = named(plan, piece)
  plan.papers.set(piece.id, paper)
  return paper
}

function named(plan: Plan, piece: Piece): Paper {
  const leadId = piece.id.includes('|with|') ? piece.id.slice(piece.id.indexOf('|with|') + 6) : piece.id
  const lead = leadId === piece.id ? piece : plan.leads.get(leadId) ?? piece
  const number = plan.numbers.get(leadId) ?? 1
  const docNumber = docNumberOf(lead.duty, lead.opens, number)
  const joint = plan.joints.get(piece.id)
  const drafter = drafterOf(plan, lead)
  return {
    piece, title: paperTitle(plan, lead, number), policy: isPolicy(plan, lead),
    ref: docNumber ?? indexNumber(lead, number),
    ...(docNumber ? { docNumber } : {}),
    ...(drafter ? { drafter } : {}),
    ...(joint ? { joint } : {}),
  }
}

function paperTitle(plan: Plan, piece: Piece, number: number): string {
  const words = sampleWords.items[itemOf(piece)]
  if (piece.kind === 'change' && words?.change) return filled(words.change, { 简称: piece.duty.unit.shortName })
  const names = plan.joints.get(piece.id)?.with.map((id) => plan.district.world.units.get(id)?.name ?? id)
  return titleOf(piece.duty, { draw: piece.id, day: piece.opens, n: piece.n, number, ...(names ? { jointNames: names } : {}) })
}

/** 索引号 of a paper without a number of its own. */
function indexNumber(piece: Piece, number: number): string {
  const kind = piece.kind === 'change' ? 'B' : ''
  return `1137YH${unitOf(piece)}${piece.duty.item.line}${kind}/${piece.opens.slice(0, kind ? 7 : 4)}-${String(number).padStart(5, '0')}`
}

function isPolicy(plan: Plan, piece: Piece): boolean {
  const share = sampleWords.items[itemOf(piece)]?.policyShare
  if (share === undefined || !piece.duty.unit.traits.includes('policy')) return false
  return hashOf(`${plan.district.seed}|policy|${piece.id}`) % 1000 < share * 1000
}

function drafterOf(plan: Plan, piece: Piece): string | undefined {
  if (unitOf(piece) !== 'D01' || !isPolicy(plan, piece)) return undefined
  const drafters = ['D02', 'D05', 'D07', 'D10', 'D19', 'D21']
  return drafters[hashOf(`${plan.district.seed}|drafter|${piece.id}`) % drafters.length]
}
