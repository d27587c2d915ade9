import { plusDays, type Day } from './days.ts'
import { coverKind, paperCover, standingCover, stands, turnCover, type Cover } from './coverage.ts'
import { itemOn, type InForce } from './in-force.ts'
import { interpretationPieces } from './interpretations.ts'
import type { Known, Said } from './known.ts'
import { dutiesOf, isPrintedFor, usualCadence, type Duty, type Span } from './owing.ts'
import { paperPieces, type Policy } from './papers.ts'
import { standingPage } from './standing.ts'
import { turnPieces } from './turns.ts'
import { ofFactKind, type Heard, type Piece } from './verdict.ts'
import { factsByDuty } from './hearing.ts'

/** One duty with all that is owed under it, judged. */
export interface Judged {
  readonly duty: { readonly unit: string; readonly item: string; readonly category: string; readonly state: string; readonly cadence: string }
  readonly cover: Cover
  readonly pieces: readonly Piece[]
}

interface Outcome { readonly pieces: Piece[]; readonly cover: Cover; readonly policies: readonly Policy[] }
interface Interpreted { readonly policies: readonly Policy[]; readonly everywhere: readonly Said[] }

const nothing: Interpreted = { policies: [], everywhere: [] }
const uncovered: Cover = { counts: false, covered: false }

/** Every duty of the district, judged at the end of the day. */
export function judgedDuties(known: Known, rules: InForce): Judged[] {
  const duties = dutiesOf(rules)
  const dutyOf = (key: string) => duties.get(key) ?? proposed(key, rules)
  const said = factsByDuty(known.facts, rules, duties)
  const heardBy = (duty: Duty): Heard => {
    const own = withSuccessor(duty, said)
    return { rules, duty, said: own, guests: guestsOf(duty, own, said) }
  }
  const all = [...new Set([...duties.keys(), ...said.keys()])].flatMap((key) => dutyOf(key) ?? [])
  const groups = all.filter(({ spans }) => spans.at(-1)?.cadence.kind === 'followUp')
  const everywhere = groups.flatMap(({ key }) => ofFactKind(said.get(key) ?? [], 'published'))
  const outcomes = new Map<string, Outcome>()
  const policies = new Map<string, Policy[]>()
  for (const duty of all.filter((each) => !groups.includes(each))) {
    const outcome = outcomeOf(heardBy(duty), nothing)
    outcomes.set(duty.key, outcome)
    for (const policy of outcome.policies) {
      const owner = owesInterpretation(policy, rules, dutyOf)
      if (owner) policies.set(owner, [...(policies.get(owner) ?? []), policy])
    }
  }
  for (const key of new Set([...groups.map((each) => each.key), ...policies.keys()])) {
    const duty = dutyOf(key)
    if (!duty) continue
    outcomes.set(key, outcomeOf({ rules, duty, said: said.get(key) ?? [], guests: [] }, { policies: policies.get(key) ?? [], everywhere }))
  }
  return handedOver([...outcomes].map(([key, outcome]) => ({ duty: dutyOf(key)!, outcome })), duties, rules, dutyOf)
}

/** The duty a fact proposes: printed for the unit, left out by traits; it opens nothing by itself. */
function proposed(key: string, rules: InForce): Duty | undefined {
  const [unitId = '', itemId = ''] = key.split('|')
  const unit = rules.units.find(({ id }) => id === unitId)
  const item = itemOn(rules, itemId, rules.day)
  if (!unit || !item || item.cadence.kind === 'member' || !isPrintedFor(item, unit, rules.units)) return undefined
  return {
    key, unit, item, category: item.catalogue === 'district' ? item.category : 'bureau', state: 'proposed', opensItself: false,
    spans: [{ from: '9999-12-31', until: null, cadence: usualCadence(item, unit) }], endsOn: null, folded: [],
  }
}

export function successorOf({ unit, item }: Duty): string | undefined {
  return unit.validTo === undefined ? undefined : unit.successorByItem?.[item.id] ?? unit.successor
}

const aboutPapers = ['exempt', 'extended', 'requested', 'declined', 'withdrawn', 'disputed', 'ruled', 'observed']

/** What a merged unit's successor says later may be about papers that passed on. */
function withSuccessor(duty: Duty, said: ReadonlyMap<string, readonly Said[]>): readonly Said[] {
  const own = said.get(duty.key) ?? []
  const { validTo } = duty.unit
  const successor = successorOf(duty)
  const later = successor === undefined || validTo === undefined ? []
    : (said.get(`${successor}|${duty.item.id}`) ?? []).filter(({ fact }) => aboutPapers.includes(fact.kind) && fact.day > validTo)
  return later.length === 0 ? own : [...own, ...later].sort((a, b) => a.seq - b.seq)
}

/** The lead of a joint paper publishes for all; the unit that took over publishes what was left. */
function guestsOf(duty: Duty, own: readonly Said[], said: ReadonlyMap<string, readonly Said[]>): Said[] {
  const leads = ofFactKind(own, 'formed').map(({ fact }) => fact.lead).filter((lead) => lead !== duty.unit.id)
  const hosts = new Set([...leads, successorOf(duty)].filter((host) => host !== undefined))
  return [...hosts].flatMap((host) => ofFactKind(said.get(`${host}|${duty.item.id}`) ?? [], 'published'))
}

/** 谁起草、谁解读: the drafter's group, else the publisher's; units that ended are followed by their successors. */
function owesInterpretation(policy: Policy, rules: InForce, dutyOf: (key: string) => Duty | undefined): string | undefined {
  const inOffice = (id: string, item: string): string => {
    const unit = rules.units.find((each) => each.id === id)
    const next = unit?.successorByItem?.[item] ?? unit?.successor
    return unit?.validTo !== undefined && unit.validTo < policy.publishedDay && next ? inOffice(next, item) : id
  }
  const groups = rules.items.filter(({ cadence }) => cadence.kind === 'followUp')
  const keys = groups.flatMap(({ id }) => [policy.drafter, policy.publisher].map((unit) => `${inOffice(unit, id)}|${id}`))
  return keys.find((key) => (dutyOf(key)?.state ?? 'notApplicable') !== 'notApplicable')
}

/** What a duty owes in each rhythm it was owed in; the present one tells how it is covered. */
function outcomeOf(heard: Heard, interpreted: Interpreted): Outcome {
  const { duty } = heard
  const present = duty.spans.at(-1)!
  const earlier = duty.spans.slice(0, -1)
  const isOfAnotherKind = earlier.at(-1) !== undefined && earlier.at(-1)?.cadence.kind !== present.cadence.kind
  const since = isOfAnotherKind ? heard.said.filter(({ fact }) => fact.day >= present.from) : heard.said
  const outcome = inRhythm(present, { ...heard, said: since }, interpreted)
  const pieces = [...outcome.pieces]
  for (const span of earlier.reverse()) {
    for (const piece of inRhythm(span, heard, interpreted).pieces) if (!pieces.some(({ id }) => id === piece.id)) pieces.push(piece)
  }
  return { ...outcome, pieces, cover: stands(duty, heard.rules.day) ? outcome.cover : uncovered }
}

function inRhythm(span: Span, heard: Heard, { policies, everywhere }: Interpreted): Outcome {
  const { day } = heard.rules
  switch (span.cadence.kind) {
    case 'asFormed': return { ...paperPieces(heard, 'a document'), cover: paperCover(span, heard) }
    case 'slots': {
      const pieces = turnPieces(span.cadence.slots ?? [], span, heard)
      return { pieces, policies: [], cover: turnCover(pieces, day) }
    }
    case 'standing': {
      const page = standingPage(span, heard)
      return { pieces: [...page.pieces, ...paperPieces(heard, 'a change only').pieces], policies: [], cover: standingCover(page, day) }
    }
    case 'followUp': return { pieces: interpretationPieces(policies, everywhere, heard), policies: [], cover: paperCover(span, heard) }
    default: return { pieces: [], policies: [], cover: uncovered }
  }
}

interface Judgement { readonly duty: Duty; readonly outcome: Outcome }

/**
 * A duty that ended keeps what fell due or was settled before. What was open goes to the merged unit's successor: papers and
 * interpretations always, slots and pages where the successor has no duty of its own. 不适用 drops it.
 */
function handedOver(all: readonly Judgement[], duties: ReadonlyMap<string, Duty>, rules: InForce, dutyOf: (key: string) => Duty | undefined): Judged[] {
  const kept = new Map<string, Judged>()
  const passed: { readonly to: string; readonly piece: Piece }[] = []
  for (const { duty, outcome } of all) {
    const { unit, item, category, state, endsOn } = duty
    const wasOpen = (piece: Piece) => endsOn !== null && endsOn <= rules.day && isOpenOn(piece, endsOn)
    kept.set(duty.key, {
      duty: { unit: unit.id, item: item.id, category, state, cadence: coverKind(duty.spans.at(-1)!.cadence) },
      cover: outcome.cover, pieces: outcome.pieces.filter((piece) => !wasOpen(piece)),
    })
    const to = successorOf(duty)
    if (to === undefined || unit.validTo === undefined || endsOn !== plusDays(unit.validTo, 1)) continue
    const key = `${to}|${item.id}`
    for (const piece of outcome.pieces.filter(wasOpen)) {
      if (!duties.has(key) || !['periodic', 'standing'].includes(piece.origin)) passed.push({ to: key, piece: { ...piece, unit: to } })
    }
  }
  for (const { to, piece } of passed) {
    const host = kept.get(to)
    const [unit = '', item = ''] = to.split('|')
    const duty = dutyOf(to)
    const bare = { unit, item, category: duty?.category ?? piece.category, state: duty?.state ?? 'claimed', cadence: duty ? coverKind(duty.spans.at(-1)!.cadence) : 'asFormed' }
    kept.set(to, host ? { ...host, pieces: [...host.pieces, piece] } : { duty: bare, cover: uncovered, pieces: [piece] })
  }
  return [...kept.values()]
}

/** Neither past due nor settled when the duty ended. */
function isOpenOn(piece: Piece, ended: Day): boolean {
  if (piece.dueDay !== null && piece.dueDay < ended) return false
  const isSettled = ['onTime', 'late', 'unverified', 'nothing', 'exempt'].includes(piece.status)
  if (!isSettled) return true
  if (piece.publishedDay !== null) return piece.publishedDay >= ended
  return !piece.declaredOn.some((day) => day < ended)
}

