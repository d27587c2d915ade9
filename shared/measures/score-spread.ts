/** A leaf's printed points and the group it stands in; `skipped` ones give theirs away. */
export interface SpreadLeaf {
  readonly group: string
  readonly points: number
  readonly skipped: boolean
}

const HAIR = 1e-9

/**
 * Points each leaf can give once skipped ones are spread: inside their group first, then over all other leaves, in
 * proportion to printed points and no leaf above `cap` × its printed points. What finds no room is dropped.
 */
export function spreadPoints(leaves: readonly SpreadLeaf[], cap: number): readonly number[] {
  const possible = leaves.map((leaf) => (leaf.skipped ? 0 : leaf.points))
  let rest = 0
  for (const group of new Set(leaves.map((leaf) => leaf.group))) {
    const members = placesOf(leaves, (leaf) => leaf.group === group)
    const free = members.reduce((sum, at) => sum + (leaves[at]?.skipped ? leaves[at].points : 0), 0)
    rest += pour(free, { leaves, places: members, possible, cap })
  }
  pour(rest, { leaves, places: placesOf(leaves, () => true), possible, cap })
  return possible
}

function placesOf(leaves: readonly SpreadLeaf[], wanted: (leaf: SpreadLeaf) => boolean): readonly number[] {
  return leaves.flatMap((leaf, place) => (wanted(leaf) ? [place] : []))
}

interface Vessels {
  readonly leaves: readonly SpreadLeaf[]
  readonly places: readonly number[]
  readonly possible: number[]
  readonly cap: number
}

/** Pours points over leaves with room left, again and again as some fill up; answers what found no room. */
function pour(points: number, { leaves, places, possible, cap }: Vessels): number {
  let rest = points
  while (rest > HAIR) {
    const room = (at: number): number => (leaves[at]?.skipped ? 0 : (leaves[at]?.points ?? 0) * cap - (possible[at] ?? 0))
    const open = places.filter((at) => room(at) > HAIR)
    const printed = open.reduce((sum, at) => sum + (leaves[at]?.points ?? 0), 0)
    if (printed <= 0) return rest
    const portion = rest
    for (const at of open) {
      const given = Math.min(room(at), (portion * (leaves[at]?.points ?? 0)) / printed)
      possible[at] = (possible[at] ?? 0) + given
      rest -= given
    }
  }
  return 0
}
