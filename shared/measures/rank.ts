/** What a unit is ranked by. `judgedDuties` = duties with a settled or past-due obligation of D's year. */
export interface RankCandidate {
  readonly id: string
  readonly name: string
  readonly peerGroup: string
  readonly score: number | null
  readonly onTime: number | null
  readonly judgedDuties: number
}

export interface RankedUnit {
  readonly id: string
  readonly peerGroup: string
  /** null: listed, not ranked. */
  readonly rank: number | null
}

/**
 * Ranks units inside their peer group by score, then by on-time share; equals share a rank (1, 2, 2, 4). A unit without a
 * score (vertical, merged) or with fewer than `floor` judged duties is listed, not ranked. Listed by group, rank and name,
 * the unranked last.
 */
export function ranksOf(candidates: readonly RankCandidate[], floor: number): readonly RankedUnit[] {
  const groups = new Map<string, RankCandidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.peerGroup)
    if (group) group.push(candidate)
    else groups.set(candidate.peerGroup, [candidate])
  }
  return [...groups.values()].flatMap((group) => rankGroup(group, floor))
}

function rankGroup(group: readonly RankCandidate[], floor: number): readonly RankedUnit[] {
  const ranked = group.filter((each) => isRanked(each, floor)).sort(byMerit)
  const listed = group.filter((each) => !isRanked(each, floor)).sort(byName)
  const rows: RankedUnit[] = []
  let rank = 0
  ranked.forEach((each, place) => {
    const before = ranked[place - 1]
    if (!before || meritOf(before, each) !== 0) rank = place + 1
    rows.push({ id: each.id, peerGroup: each.peerGroup, rank })
  })
  return rows.concat(listed.map((each) => ({ id: each.id, peerGroup: each.peerGroup, rank: null })))
}

function isRanked(candidate: RankCandidate, floor: number): boolean {
  return candidate.score !== null && candidate.judgedDuties >= floor
}

function meritOf(a: RankCandidate, b: RankCandidate): number {
  return (b.score ?? 0) - (a.score ?? 0) || (b.onTime ?? -1) - (a.onTime ?? -1)
}

/** Names compare by code unit: the same on every machine, and only among equals. */
function byName(a: RankCandidate, b: RankCandidate): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function byMerit(a: RankCandidate, b: RankCandidate): number {
  return meritOf(a, b) || byName(a, b)
}
