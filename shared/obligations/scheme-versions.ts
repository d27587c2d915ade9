import { addDays, type Day, type Instant } from '../time/day.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { RecordedSetting } from '../facts/setting.ts'

/** A scheme (考核评分细则) as it was recorded. `n` counts versions in order of recording, from 1. */
export interface SchemeVersion {
  readonly n: number
  readonly seq: number
  readonly recordedAt: Instant
  /** Login of who recorded it; null where the program did. */
  readonly by: string | null
  /** First day it governs. */
  readonly effective: Day
  readonly scheme: Scheme
}

/** In force · coming · past · replaced by a later one before any day of its own was left. */
export type VersionStanding =
  | { readonly state: 'inForce' | 'coming' | 'past'; readonly until: Day | null }
  | { readonly state: 'replaced'; readonly replacedBy: number }

/** Every version ever recorded, those not yet in force too, in order of recording. */
export function schemeVersionsOf(settings: readonly RecordedSetting[]): readonly SchemeVersion[] {
  const versions: SchemeVersion[] = []
  for (const { seq, recordedAt, source, setting } of settings) {
    if (setting.kind !== 'scheme') continue
    versions.push({ n: versions.length + 1, seq, recordedAt, by: source.account ?? null, effective: setting.effective, scheme: setting.scheme })
  }
  return versions
}

/** The version that governs a day: the last effective by then, of one day's the last recorded. */
export function versionOn(versions: readonly SchemeVersion[], day: Day): SchemeVersion | undefined {
  let found: SchemeVersion | undefined
  for (const version of versions) if (version.effective <= day && (!found || version.effective >= found.effective)) found = version
  return found
}

/** What a version was recorded over: the one that until then governed its first day. */
export function versionBefore(versions: readonly SchemeVersion[], { n, effective }: Pick<SchemeVersion, 'n' | 'effective'>): SchemeVersion | undefined {
  return versionOn(versions.filter((each) => each.n < n), effective)
}

/** How a version stands on a day, and the last day it governs where another follows. */
export function standingOf(versions: readonly SchemeVersion[], version: SchemeVersion, today: Day): VersionStanding {
  const over = versions.filter(({ n, effective }) => effective === version.effective && n > version.n)
  const last = over[over.length - 1]
  if (last) return { state: 'replaced', replacedBy: last.n }
  const next = versions.filter(({ effective }) => effective > version.effective).map(({ effective }) => effective).sort()[0]
  const until = next === undefined ? null : addDays(next, -1)
  if (version.effective > today) return { state: 'coming', until }
  return { state: until !== null && until < today ? 'past' : 'inForce', until }
}
