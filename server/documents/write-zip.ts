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
  const files: Zippable = {}
  for (const { name, bytes } of members) {
    if (name in files) throw new Error(`two files of a pack are called ${name}`)
    files[name] = [bytes, { level: PACKED.test(name) ? 0 : 6, mtime: at }]
  }
  return zipSync(files)
}
