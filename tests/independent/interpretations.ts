import { inOrder, type Said } from './known.ts'
import { dueAfter } from './limits.ts'
import { numberKey } from './names.ts'
import type { Policy } from './papers.ts'
import { ofSamePages, republished } from './republished.ts'
import { judged, ofFactKind, type Heard, type Piece } from './verdict.ts'

/**
 * 文件解读: one is owed for each policy that is public, counted from its first publication, settled by the first interpretation in any
 * form, whoever published it. `everywhere` are the publications under the group of all units.
 */
export function interpretationPieces(policies: readonly Policy[], everywhere: readonly Said[], heard: Heard): Piece[] {
  const { duty, rules, said } = heard
  return policies.flatMap(({ piece: document, names, publishedDay }) => {
    const own = inOrder(everywhere.filter(({ fact }) => fact.interprets !== undefined && names.includes(numberKey(fact.interprets))))
    const piece = judged({
      id: `${duty.key}|for:${document}`, aliases: [], origin: 'followUp', ref: null, period: null, formed: [], eventDay: publishedDay, hangs: false,
      proof: () => 'none', due: (workdays) => dueAfter('policyPublished', publishedDay, duty.item, rules, workdays), published: own,
    }, heard)
    const published = own.length === 0 ? [] : ofSamePages(own, ofFactKind(said, 'published'))
    return [piece, ...republished({ piece, ref: null, formed: [], published, event: 'policyPublished' }, heard)]
  })
}
