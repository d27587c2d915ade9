import { inOrder, type Said } from './known.ts'
import { dueAfter } from './limits.ts'
import { pageKey, speaksOf } from './names.ts'
import { judged, ofFactKind, satisfies, type Heard, type Piece } from './verdict.ts'

export interface Taken {
  readonly piece: Piece
  readonly ref: string | null
  readonly formed: readonly Said[]
  readonly published: readonly Said[]
  readonly event: 'formed' | 'policyPublished'
}

/**
 * What was public and was taken down for another reason than 废止失效, 撤销, 隐私 or 到期 is owed again (重新公开) from that day; the first
 * publication decides for ever all the same.
 */
export function republished({ piece, ref, formed, published, event }: Taken, heard: Heard): Piece[] {
  const first = published.find((each) => satisfies(each, heard.duty))
  if (!first) return []
  const called = { ids: [piece.id, ...piece.aliases], ref, period: piece.period, pages: new Set(published.map(({ fact }) => pageKey(fact.url ?? ''))) }
  const days = ofFactKind(heard.said, 'withdrawn')
    .filter(({ fact }) => fact.reason === 'other' && fact.day >= first.fact.day && speaksOf(fact.about, called)).map(({ fact }) => fact.day)
  return [...new Set(days)].sort().map((day) => judged({
    id: `${piece.id}|republish:${day}`, aliases: [], origin: 'republish', ref: null, period: null, formed, eventDay: day, hangs: false,
    proof: () => 'none', due: (workdays) => dueAfter(event, day, heard.duty.item, heard.rules, workdays),
    published: published.filter((each) => each !== first && each.fact.day >= day),
  }, heard))
}

/** Publications, and all others of the same pages. */
export function ofSamePages(own: readonly Said[], all: readonly Said[]): Said[] {
  const pages = new Set(own.map(({ fact }) => pageKey(fact.url ?? '')))
  return inOrder([...new Set([...own, ...all.filter(({ fact }) => pages.has(pageKey(fact.url ?? '')))])])
}
