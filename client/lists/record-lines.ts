import { kindNames } from '../../shared/facts/who-may.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { DeskRecord, TouchedPiece } from '../../shared/wire/desk-answers.ts'
import { deskWords } from '../desk-words.ts'
import { dayText, monthDayText, periodText } from '../figure-text.ts'
import { fillWords } from '../fill-words.ts'
import { statusWords } from '../words.ts'
import { pieceAddress } from './addresses.ts'

/** A record as its line shows it. */
export interface RecordLine {
  readonly key: string
  readonly kind: string
  readonly what: string
  readonly day: string
  readonly effects: readonly { readonly text: string; readonly address: string; readonly isOverdue: boolean }[]
  /** Where it bears on nothing, or stands no more. */
  readonly note: string
}

export function recordLine(record: DeskRecord): RecordLine {
  const { fact, state, pieces, kind, key } = record
  const effects = pieces.map((piece) => ({ text: effectOf(kind, piece), address: pieceAddress(piece.id), isOverdue: piece.status === 'overdue' }))
  return {
    key, kind: kindNames[kind], what: recordTitle(record), day: dayText(fact.day), effects: state === 'void' ? [] : effects,
    note: state === 'void' ? fillWords.saved.void : state === 'waiting' ? fillWords.saved.waiting : effects.length === 0 ? fillWords.saved.evidence : '',
  }
}

/** What the record speaks of: its title, else its period or numbers, with the row's name. */
export function recordTitle({ fact, itemName }: Pick<DeskRecord, 'fact' | 'itemName'>): string {
  return [titleOf(fact), itemName].filter((text) => text !== '').join('，')
}

function titleOf(fact: Fact): string {
  switch (fact.kind) {
    case 'formed': case 'published': return fact.title
    case 'nothing': return periodText(fact.about.period)
    case 'closed': return fillWords.closing.month(fact.period)
    case 'explained': return fact.docNumbers.length > 3 ? `${fact.docNumbers.slice(0, 2).join('、')}等${fact.docNumbers.length}个` : fact.docNumbers.join('、')
    case 'exempt': return fillWords.exempt.kinds[fact.exemptKind]
    default: return ''
  }
}

/** What the obligation is now: 开始计时 with its due day while open, else how it was settled. */
function effectOf(kind: DeskRecord['kind'], { status, dueDay, lateBy }: TouchedPiece): string {
  const isOpen = status === 'pending' || status === 'dueSoon'
  if (kind === 'formed' && isOpen) return dueDay === null ? fillWords.saved.open : fillWords.saved.opened(monthDayText(dueDay))
  if (status === 'late' && lateBy === 'declaration') return deskWords.exact.declaredLate
  return isOpen && dueDay !== null ? `${statusWords[status]}，${fillWords.saved.due(monthDayText(dueDay))}` : statusWords[status]
}
