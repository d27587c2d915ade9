/** 未核 · 已核，齐全 · 已核，有缺失或有问题 */
export type PieceState = 'open' | 'whole' | 'faulty'

/** What is on record of a sampled piece: the opinion that holds, and how many findings nobody revoked. */
interface OnRecord {
  readonly inspection: { readonly missing: readonly string[] } | null
  readonly findings: number
}

/** How far a sampled piece is; a finding counts as looked over, with or without ticks. */
export function pieceState({ inspection, findings }: OnRecord): PieceState {
  if (findings > 0 || (inspection !== null && inspection.missing.length > 0)) return 'faulty'
  return inspection === null ? 'open' : 'whole'
}
