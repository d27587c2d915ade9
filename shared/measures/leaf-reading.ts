/** What a leaf found for one unit, before skipped points are spread. */
export interface LeafReading {
  /** Share of the leaf's points earned, 0 to 1. */
  readonly earned: number
  readonly inputs: Readonly<Record<string, number | null>>
  /** Chinese words of what was put into which rule; built only when somebody reads them. */
  readonly words: () => string
}

/** Keeps a share of points between none and all. */
export function shareOfPoints(value: number): number {
  return Math.min(1, Math.max(0, value))
}
