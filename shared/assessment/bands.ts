import type { Scheme } from '../catalogue/scheme.ts'

/** What a band is decided by. */
export interface Banded {
  readonly id: string
  readonly peerGroup: string
  readonly final: number | null
  readonly rank: number | null
  readonly veto: boolean
}

/**
 * Bands (等次) by unit: the first whose lower bound the final score reaches; one with `topShare` only for that share of the
 * peer group's ranked units (rounded down, at least one), never for a unit under a veto. No score, no band.
 */
export function bandsOf(units: readonly Banded[], { bands }: Pick<Scheme, 'bands'>): ReadonlyMap<string, string | null> {
  const ranked = new Map<string, number>()
  for (const { peerGroup, rank } of units) if (rank !== null) ranked.set(peerGroup, (ranked.get(peerGroup) ?? 0) + 1)
  return new Map(units.map((unit) => {
    const { final } = unit
    if (final === null) return [unit.id, null]
    const places = (share: number) => Math.max(1, Math.floor((ranked.get(unit.peerGroup) ?? 0) * share))
    const band = bands.find(({ from, topShare }) =>
      final >= from && (topShare === undefined || (!unit.veto && unit.rank !== null && unit.rank <= places(topShare))))
    return [unit.id, band?.name ?? null]
  }))
}
