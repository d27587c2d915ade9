import type { Day } from '../../shared/time/day.ts'

/** A data folder filled beforehand, and how to come in. */
export interface Filled {
  readonly folder: string
  readonly facts: number
  readonly units: number
  /** Session cookie of a supervisor. */
  readonly cookie: string
  /** Token of the feed `bench`, for all units. */
  readonly token: string
}

/** What every measurement is handed. */
export interface Scene {
  /** Temporary folder of the run: whatever is put there goes with it. */
  readonly temporary: string
  /** Built program files: main.js, bare-http.js, bare-socket.js. */
  readonly program: string
  readonly today: Day
  /** The journal of the run: 200,000 facts, or 1,000,000 with --full. */
  readonly big: Filled
  /** One district: 53 units, 50,000 facts. What screens are measured on. */
  readonly district: Filled
  /** 10,000 facts. */
  readonly small: Filled
}
