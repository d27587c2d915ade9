import { createHash } from 'node:crypto'
import type { Day, Instant } from '../../shared/time/day.ts'
import type { ZipMember } from './write-zip.ts'

export const PACK_FORMAT = 'evidence-pack/1'
export const MANIFEST = 'manifest.json'
/** The manifest's own fingerprint stands beside it, as `sha256sum` writes it. */
export const MANIFEST_PRINT = 'manifest.sha256'

/** What a pack says of itself: whose, of which year and day, as known when, made by what. */
export interface PackHead {
  readonly format: typeof PACK_FORMAT
  readonly district: string
  readonly sample: boolean
  readonly unit: string
  readonly unitName: string
  readonly year: number
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly revision: number
  readonly software: string
  readonly madeAt: Instant
  readonly madeBy: string
}

export interface PackManifest extends PackHead {
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
  /** Of the lines "sha256  name", one a file, in the order of the names: the pack as a whole. */
  readonly sha256: string
}

/** The members of a pack with its manifest and the manifest's fingerprint before them. */
export function withManifest(members: readonly ZipMember[], head: PackHead): { readonly members: readonly ZipMember[]; readonly sha256: string } {
  const files = members.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256Of(bytes) })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const manifest: PackManifest = { ...head, files, sha256: wholePrint(files) }
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  const print = new TextEncoder().encode(`${sha256Of(text)}  ${MANIFEST}\n`)
  return { members: [{ name: MANIFEST, bytes: text }, { name: MANIFEST_PRINT, bytes: print }, ...members], sha256: manifest.sha256 }
}

/** Fingerprint of all files together. */
export function wholePrint(files: PackManifest['files']): string {
  return sha256Of(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
}

export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
