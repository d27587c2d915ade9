import { isSaidByOffice } from '../../shared/facts/act.ts'
import { effectiveFacts } from '../../shared/facts/effective-facts.ts'
import { factHistory } from '../../shared/facts/fact-history.ts'
import { wholeUnit, type Fact, type FactKind, type RecordedFact } from '../../shared/facts/fact.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { DeskRecord, DeskRecordsAnswer, TouchedPiece } from '../../shared/wire/desk-answers.ts'
import { itemNameOf } from './obligations.ts'
import { stampOf, type View } from './view.ts'

export interface DeskRecordsAsked {
  readonly unit: string
  readonly kinds?: readonly FactKind[]
  readonly keys?: readonly string[]
  readonly q?: string
  readonly offset: number
  readonly limit: number
}

/** What a unit's people reported at the desk, newest first, with its corrections and the obligations it bears on now. */
export function deskRecordsAnswer(view: View, asked: DeskRecordsAsked): DeskRecordsAnswer | undefined {
  const world = view.world()
  if (!world.units.has(asked.unit)) return undefined
  const facts = view.everyFact().filter(each => each.fact.unit === asked.unit && each.source.feed === 'desk' && !isSaidByOffice(each.fact))
  const passes = passesOf(asked, view)
  const found = facts.filter(each => each.fact.kind !== 'corrected' && passes(each.fact)).reverse()
  const shown = found.slice(asked.offset, asked.offset + asked.limit)
  const pieces = piecesBySeq(view, asked.unit, new Set(shown.map(({ seq }) => seq)))
  const corrections = view.corrections().filter(each => each.fact.unit === asked.unit)
  const rows = shown.map(each => recordOf(each, { view, corrections, pieces: pieces.get(each.seq) ?? [] }))
  return { ...stampOf(view), unit: asked.unit, rows, total: found.length }
}

function passesOf({ kinds, keys, q }: DeskRecordsAsked, view: View): (fact: Fact) => boolean {
  const word = q?.toLowerCase()
  return fact => (kinds === undefined || kinds.includes(fact.kind)) && (keys === undefined || keys.includes(fact.key))
    && (word === undefined || wordsOf(fact, view).includes(word))
}

function wordsOf(fact: Fact, view: View): string {
  const { title = '', docNumber = '', ref = '', url = '' } = fact as Partial<Record<'title' | 'docNumber' | 'ref' | 'url', string>>
  return `${title}\n${docNumber}\n${ref}\n${url}\n${itemNameOf(view.world(), fact.item)}\n${fact.day}`.toLowerCase()
}

function piecesBySeq(view: View, unit: string, seqs: ReadonlySet<number>): ReadonlyMap<number, TouchedPiece[]> {
  const bySeq = new Map<number, TouchedPiece[]>()
  for (const part of view.parts().get(unit) ?? []) {
    for (const obligation of part.obligations) {
      for (const seq of obligation.facts) {
        if (!seqs.has(seq)) continue
        const list = bySeq.get(seq)
        if (list) list.push(touched(obligation))
        else bySeq.set(seq, [touched(obligation)])
      }
    }
  }
  return bySeq
}

function touched({ id, title, period, status, lateBy, dueDay, publishedDay, exemptKind, item }: Obligation): TouchedPiece {
  return { id, title: exemptKind === 'withheld' ? null : title, period, status, lateBy, dueDay, publishedDay, exemptKind, item }
}

interface RecordAsked {
  readonly view: View
  readonly corrections: readonly RecordedFact[]
  readonly pieces: readonly TouchedPiece[]
}

function recordOf(entry: RecordedFact, { view, corrections, pieces }: RecordAsked): DeskRecord {
  const { seq, recordedAt, source, fact } = entry
  const [history] = factHistory([entry], corrections)
  const notes = history?.correctedBy ?? []
  const chain = notes.map(note => note.seq)
  const [effective] = effectiveFacts([entry, ...corrections.filter(each => chain.includes(each.seq))])
  const isWithheld = pieces.some(piece => piece.exemptKind === 'withheld')
  const state = effective === undefined ? 'void' : notes.some(note => note.state === 'waiting') ? 'waiting' : 'stands'
  const itemName = fact.item === wholeUnit ? '' : itemNameOf(view.world(), fact.item)
  return {
    seq, recordedAt, feed: source.feed, account: source.account ?? null, key: fact.key, kind: fact.kind, item: fact.item, itemName,
    fact: isWithheld ? withoutTitle(effective?.fact ?? fact) : effective?.fact ?? fact, state, corrections: isWithheld ? notes.map(note => ({ ...note, set: null })) : notes, pieces,
  }
}

/** 不予公开: number and reason only. */
function withoutTitle(fact: Fact): Fact {
  return 'title' in fact ? { ...fact, title: '' } : fact
}
