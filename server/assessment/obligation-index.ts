import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { View } from '../answers/view.ts'

/** Obligations by id and by the names they had before, gathered once for each revision. */
export function openObligationIndex(live: View): () => ReadonlyMap<string, Obligation> {
  let kept: { readonly revision: number; readonly byId: ReadonlyMap<string, Obligation> } | undefined
  return () => {
    const { revision } = live
    if (kept?.revision === revision) return kept.byId
    const byId = new Map<string, Obligation>()
    for (const parts of live.parts().values()) {
      for (const part of parts) {
        for (const each of part.obligations) {
          byId.set(each.id, each)
          for (const alias of each.aliases) byId.set(alias, each)
        }
      }
    }
    kept = { revision, byId }
    return byId
  }
}
