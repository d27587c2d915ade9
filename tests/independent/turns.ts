import { earliestOf, periodNamed, periodsOf, plusMonths, yearOf, type Day } from './days.ts'
import { inOrder, type Said } from './known.ts'
import { dueOfTurn, opensOn, type Due, type Turn } from './limits.ts'
import type { Slot } from './lines.ts'
import type { Span } from './owing.ts'
import { ofSamePages, republished } from './republished.ts'
import { judged, ofFactKind, satisfies, type Heard, type Piece } from './verdict.ts'
import type { Workdays } from './workdays.ts'

/** "2025/final", or the bare period where the row has one slot only. */
function nameOf({ slot, period }: Turn): string {
  return slot.name === null ? period.name : `${period.name}/${slot.name}`
}

function isNamedBy(period: string | undefined, turn: Turn): boolean {
  return period !== undefined && [nameOf(turn), turn.period.name].includes(period)
}

/** Oldest first. */
function sorted(turns: readonly Turn[]): Turn[] {
  const name = (turn: Turn) => `${turn.period.last} ${nameOf(turn)}`
  return [...turns].sort((a, b) => (name(a) < name(b) ? -1 : 1))
}

/** The slots of a span that opened by the day. */
function turnsOpened(slots: readonly Slot[], { from, until }: Span, { rules, duty }: Heard): Turn[] {
  const end = earliestOf([until, duty.endsOn])
  const years = Array.from({ length: yearOf(rules.day) - yearOf(from) + 3 }, (_, n) => yearOf(from) - 2 + n)
  return sorted(slots.flatMap((slot) => years.flatMap((year) => periodsOf(year, slot.every)).map((period) => ({ slot, period, opens: opensOn(slot, period) })))
    .filter(({ opens }) => opens >= from && opens <= rules.day && (end === null || opens < end)))
}

/** Where nobody claimed the duty, only slots that publications name exist. */
function turnsTold(slots: readonly Slot[], { said }: Heard): Turn[] {
  const names = new Set(ofFactKind(said, 'published').flatMap(({ fact }) => fact.period?.split('/')[0] ?? []))
  return [...names].sort().flatMap((name) => periodNamed(name) ?? [])
    .flatMap((period) => slots.filter(({ every }) => every === period.every).map((slot) => ({ slot, period, opens: opensOn(slot, period) })))
}

/** 情况说明 of a slot, the earliest; a document formed in the period contradicts it. */
function declarationOf(turn: Turn, said: readonly Said[]): Said | null {
  const isContradicted = ofFactKind(said, 'formed').some(({ fact }) => fact.day >= turn.period.first && fact.day <= turn.period.last)
  return isContradicted ? null : inOrder(ofFactKind(said, 'nothing').filter(({ fact }) => isNamedBy(fact.about?.period, turn)))[0] ?? null
}

/**
 * Which publication settles which slot: first those that name a period, then the others in order, each the oldest slot that had ended by
 * its day and is unsettled, else the running one, else none.
 */
function given(publications: readonly Said[], turns: readonly Turn[], declared: ReadonlyMap<Turn, Said | null>): Map<Turn, Said[]> {
  const settled = new Map<Turn, Said[]>()
  const give = (turn: Turn | undefined, each: Said) => {
    if (turn) settled.set(turn, [...(settled.get(turn) ?? []), each])
  }
  for (const each of inOrder(publications).filter(({ fact }) => fact.period !== undefined)) {
    const named = turns.filter((turn) => isNamedBy(each.fact.period, turn))
    give(named.find((turn) => named.length === 1 || !settled.has(turn)) ?? named[0], each)
  }
  for (const each of inOrder(publications).filter(({ fact }) => fact.period === undefined)) {
    const { day } = each.fact
    const said = (turn: Turn) => declared.get(turn)?.fact.day
    const isFree = (turn: Turn) => !settled.has(turn) && !(said(turn) !== undefined && said(turn)! <= day)
    const ended = turns.filter(({ period }) => period.last < day)
    const running = turns.filter(({ period, opens }) => opens <= day && period.last >= day)
    give(ended.find(isFree) ?? running.find(isFree), each)
  }
  return settled
}

/** The slots of a periodic row, judged. */
export function turnPieces(slots: readonly Slot[], span: Span, heard: Heard): Piece[] {
  const { duty, said, guests } = heard
  const turns = duty.opensItself ? turnsOpened(slots, span, heard) : turnsTold(slots, heard)
  const publications = ofFactKind(said, 'published')
  const good = publications.filter((each) => satisfies(each, duty))
  const declared = new Map(turns.map((turn) => [turn, declarationOf(turn, said)]))
  const settled = given([...good, ...guests.filter((each) => each.fact.period !== undefined && satisfies(each, duty))], turns, declared)
  return turns.flatMap((turn) => {
    const own = settled.get(turn) ?? []
    const elsewhere = own.length > 0 ? [] : publications.filter((each) => !good.includes(each) && isNamedBy(each.fact.period, turn))
    const inPeriod = ofFactKind(said, 'formed').filter(({ fact }) => fact.day >= turn.period.first && fact.day <= turn.period.last)
    const piece = judged({
      id: `${duty.key}|period:${nameOf(turn)}`, aliases: [], origin: 'periodic', ref: null, period: nameOf(turn), formed: inOrder(inPeriod).slice(0, 1),
      eventDay: turn.opens, hangs: false, proof: () => 'none', due: (workdays) => dueOf(turn, span, heard, workdays),
      published: [...own, ...elsewhere], nothing: own.length > 0 ? null : declared.get(turn) ?? null,
    }, heard)
    const pages = own.length === 0 ? [] : ofSamePages(own, publications)
    return [piece, ...republished({ piece, ref: null, formed: [], published: pages, event: 'formed' }, heard)]
  })
}

/** The earlier of the row's own due day and that of a folded bureau row's slot of the same name. */
function dueOf(turn: Turn, { cadence }: Span, heard: Heard, workdays: Workdays): Due {
  const { duty, rules } = heard
  const approved = (slot: Slot) => (slot.due.kind === 'event' ? approvalOf(turn, heard) : null)
  const dues = [dueOfTurn(turn, { item: duty.item, cadence }, approved(turn.slot), rules, workdays)]
  for (const item of duty.folded) {
    const slot = item.cadence.slots?.find(({ name, every }) => name === turn.slot.name && every === turn.slot.every)
    if (slot) dues.push(dueOfTurn({ ...turn, slot }, { item, cadence: item.cadence }, approved(slot), rules, workdays))
  }
  return dues.reduce((first, each) => (each.day < first.day ? each : first))
}

/** The earliest 批复 for the slot; one that names no period is for a row with one slot, in the year after it opened. */
function approvalOf(turn: Turn, { said }: Heard): Day | null {
  return earliestOf(ofFactKind(said, 'approved').filter(({ fact: { about, day } }) => about === undefined
    ? turn.slot.name === null && day >= turn.opens && day < plusMonths(turn.opens, 12)
    : isNamedBy(about.period, turn)).map(({ fact }) => fact.day))
}
