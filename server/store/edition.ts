import type { Statement } from 'better-sqlite3'
import type { Connection } from './sqlite.ts'

/** A settled result (封存) as it is kept: written with the journal's entry that carries its fingerprint, never changed. */
export interface KeptEdition {
  readonly period: string
  readonly edition: number
  readonly sha256: string
  /** Canonical JSON. */
  readonly body: string
}

export interface EditionStore {
  find(period: string, edition: number): KeptEdition | undefined
}

export function editionStore(connection: Connection): EditionStore {
  return { find: editionFinder(connection) }
}

/** A prepared look-up, for the store and for the read-only look of a worker. */
export function editionFinder({ raw }: Connection): EditionStore['find'] {
  let byName: Statement<[string, number], KeptEdition> | undefined
  return (period, edition) => {
    byName ??= raw.prepare<[string, number], KeptEdition>('select period, edition, sha256, body from edition where period = ? and edition = ?')
    return byName.get(period, edition)
  }
}
