import { createHash } from 'node:crypto'
import { drawSample, sizeOfUnit, type SampleRules } from '../../shared/assessment/sample-draw.ts'
import { frameText, samplingFrameOf, type FramePiece } from '../../shared/assessment/sampling-frame.ts'
import type { DrawnFrame } from '../../shared/assessment/redraw.ts'
import type { DrawnSample } from '../../shared/facts/assessment-settings.ts'
import type { FrozenFrame } from '../../shared/wire/sample-answers.ts'
import { unitNameOf } from '../answers/obligations.ts'
import type { View } from '../answers/view.ts'

/** What the worker of the past is asked of a sample: its frame, the frame's text, or a draw from it. */
export type SamplingAsked = { readonly units: DrawnSample['units'] } & (
  | { readonly want: 'frame'; readonly rules: SampleRules }
  | { readonly want: 'text' }
  | { readonly want: 'draw'; readonly rules: SampleRules; readonly seed: string }
)

export type FrameCounted = Pick<FrozenFrame, 'frame' | 'units'>

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The frame of a view's day and year; the same view always answers the same. */
export function samplingAnswer(view: View, asked: SamplingAsked): FrameCounted | DrawnFrame | { readonly text: string } {
  const world = view.world()
  const pieces = samplingFrameOf(view.parts(), world, asked.units)
  const text = frameText(pieces)
  const frame = { size: pieces.length, sha256: sha256Of(text) }
  switch (asked.want) {
    case 'text': return { text }
    case 'draw': return { frame, pieces: drawSample(pieces, { ...asked, sha256: sha256Of }) }
    case 'frame': return {
      frame,
      units: [...countsOf(pieces)].map(([unit, count]) => ({ unit, unitName: unitNameOf(world, unit), pieces: count, sample: sizeOfUnit(count, asked.rules) })),
    }
  }
}

function countsOf(pieces: readonly FramePiece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { unit } of pieces) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}
