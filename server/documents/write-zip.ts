import { zipSync, type Zippable } from 'fflate'
import type { Instant } from '../../shared/time/day.ts'

export interface ZipMember {
  /** Path inside the file, parts divided by "/". */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is packed already gains nothing by being packed again. */
const PACKED = /\.(xlsx|docx|zip|png|jpe?g|gif|webp|pdf)$/i

/** Files in one .zip, in the order given, all dated the instant it was made. Throws when two have the same name. */
export function zipOf(members: readonly ZipMember[], at: Instant): Uint8Array {
  return zipped(members, at, name => (PACKED.test(name) ? 0 : 6))
}

/** The same with nothing compressed: its bytes follow from its members alone, so that any byte altered can be told. */
export function plainZipOf(members: readonly ZipMember[], at: Instant): Uint8Array {
  return zipped(members, at, () => 0)
}

function zipped(members: readonly ZipMember[], at: Instant, levelOf: (name: string) => 0 | 6): Uint8Array {
  const files: Zippable = {}
  const mtime = beijingClock(at)
  for (const { name, bytes } of members) {
    if (name in files) throw new Error(`two files of a pack are called ${name}`)
    files[name] = [bytes, { level: levelOf(name), mtime }]
  }
  return zipSync(files)
}

/** A .zip knows only a wall clock: Beijing's, wherever it is written. */
function beijingClock(at: Instant): Date {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000)
  return new Date(beijing.getUTCFullYear(), beijing.getUTCMonth(), beijing.getUTCDate(), beijing.getUTCHours(), beijing.getUTCMinutes(), beijing.getUTCSeconds())
}
