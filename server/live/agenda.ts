import type { Day } from '../../shared/time/day.ts'

/** Which duties the clock alone will change, and when: the first boundary of each. A day roll re-judges only what is due. */
export class Agenda {
  readonly #untilOf = new Map<string, Day>()
  readonly #byDay = new Map<Day, Set<string>>()

  /** Replaces the duty's entry; null takes it off. */
  enter(key: string, until: Day | null): void {
    const old = this.#untilOf.get(key)
    if (old === (until ?? undefined)) return
    if (old !== undefined) this.#byDay.get(old)?.delete(key)
    if (until === null) {
      this.#untilOf.delete(key)
      return
    }
    this.#untilOf.set(key, until)
    const keys = this.#byDay.get(until)
    if (keys) keys.add(key)
    else this.#byDay.set(until, new Set([key]))
  }

  /** Takes out every duty whose boundary is `day` or earlier. */
  takeUpTo(day: Day): Set<string> {
    const due = new Set<string>()
    for (const [boundary, keys] of this.#byDay) {
      if (boundary > day) continue
      for (const key of keys) {
        due.add(key)
        this.#untilOf.delete(key)
      }
      this.#byDay.delete(boundary)
    }
    return due
  }

  clear(): void {
    this.#untilOf.clear()
    this.#byDay.clear()
  }
}
