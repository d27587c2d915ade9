import type { Unit } from './item.ts'

/** A row of the catalogue a fixed leaf may look at; `slots` null where it has no fixed points in time. */
export interface KnownItem {
  readonly id: string
  readonly name: string
  /** Names of its slots; empty where it has one without a name. */
  readonly slots: readonly string[] | null
}

/** What a scheme may refer to: rows, traits and units of the district, and version labels already given away. */
export interface SchemeContext {
  readonly items: readonly KnownItem[]
  readonly traits: readonly string[]
  /** Units that are scored. */
  readonly units: readonly Pick<Unit, 'kind' | 'traits'>[]
  readonly usedVersions: readonly string[]
}
