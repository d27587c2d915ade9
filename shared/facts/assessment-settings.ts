import type { Day, Instant } from '../time/day.ts'

/** Why a piece is in a sample: its stratum's share, or a minimum that was still short. */
export type DrawnBecause = 'stratum' | 'backfilled' | 'nothing' | 'least'

export interface DrawnPiece {
  readonly unit: string
  readonly obligation: string
  /** "category × status", as the frame held it. */
  readonly stratum: string
  readonly because: DrawnBecause
}

/** 抽样: a frame frozen first (its pieces in order, by fingerprint), then drawn with a printed seed. */
export interface DrawnSample {
  readonly id: string
  readonly year: number
  /** The frame is what was owed as of this day, as known at this instant. */
  readonly day: Day
  readonly knownAt: Instant
  readonly seed: string
  readonly rules: { readonly share: number; readonly least: number; readonly backfilled: number; readonly nothing: number }
  /** Units the frame was made of; "*" = every scored unit. */
  readonly units: '*' | readonly string[]
  readonly frame: { readonly size: number; readonly sha256: string }
  readonly pieces: readonly DrawnPiece[]
}

/** 初评反馈: scores told to the units, who may answer until the last day of the window. */
export interface ScoreProposal {
  /** "2026-10" or "2025". */
  readonly period: string
  readonly day: Day
  readonly knownAt: Instant
  readonly until: Day
}

export interface SettledScore {
  readonly unit: string
  readonly score: number | null
  readonly rank: number | null
  readonly band: string | null
}

/** 核定封存: scores that stand until a further edition replaces them (核定后更正), with the fingerprint of the whole result. */
export interface ScoreSettlement {
  readonly period: string
  /** 1 = the first; each restatement is one more. */
  readonly edition: number
  readonly day: Day
  readonly knownAt: Instant
  readonly sha256: string
  readonly software: string
  /** Why it was settled anew; empty for the first edition. */
  readonly reason: string
  readonly scores: readonly SettledScore[]
}
