import characterFile from '../../../data/sample/characters.json'
import titleFile from '../../../data/sample/titles.json'

/** What a unit of the sample is like. */
export interface Character {
  /** 机关代字: 云医保. */
  readonly docWord: string
  /** Subjects its papers are about. */
  readonly fields: readonly string[]
  /** How many papers it makes, 1 = as many as the item's rate says. */
  readonly size: number
  /** MM-DD of the first year on which its OA registers formation by itself; null = never. */
  readonly oaFrom: string | null
  /** Shares of papers a clerk registers before, or only after, publication, while the OA does not. */
  readonly declared: number
  readonly backfilled: number
  /** How readily it lets papers fall overdue, 0 = never. */
  readonly weak: number
  /** Part of the limit it usually takes. */
  readonly pace: number
  /** Who tells of its publications. */
  readonly via: 'cms' | 'watcher'
  readonly note?: string
}

/** Titles, numbers and frequency of one item. */
export interface ItemWords {
  /** Papers a month by unit kind. */
  readonly rate?: Readonly<Record<string, number>>
  /** Papers a month by month, in place of `rate`. */
  readonly months?: readonly number[]
  readonly number?: string
  readonly policyShare?: number
  /** Share of ended slots declared empty (情况说明). */
  readonly nothing?: number
  readonly table?: string
  readonly change?: string
  /** Templates; by slot name where the item has several slots. */
  readonly titles: readonly string[] | Readonly<Record<string, string>>
}

export interface SampleWords {
  readonly items: Readonly<Record<string, ItemWords>>
  /** By unit: whom it punishes, and for what. */
  readonly penalties: Readonly<Record<string, { readonly companies: readonly string[]; readonly faults: readonly string[] }>>
  /** By unit: what it permits. */
  readonly permits: Readonly<Record<string, readonly string[]>>
  readonly incentives: readonly string[]
  readonly growth: readonly string[]
  readonly persons: readonly string[]
  readonly withheld: readonly string[]
  readonly onRequest: readonly string[]
  readonly appeals: readonly string[]
  readonly rulings: Readonly<Record<'rejected' | 'upheld' | 'dayIs' | 'excused' | 'overruled', string>>
  readonly extensions: readonly string[]
}

export const sampleWords: SampleWords = titleFile as unknown as SampleWords
export const sampleSeed: string = characterFile.seed
export const sampleDistrict: string = characterFile.district
export const characters = characterFile.units as unknown as Readonly<Record<string, Character>>

const plain: Character = {
  docWord: '云', fields: ['重点工作'], size: 0.6, oaFrom: '09-01', declared: 0.5, backfilled: 0.3, weak: 0, pace: 0.5, via: 'cms',
}

/** The unit's character; a unit added later by an administrator is an ordinary one. */
export function characterOf(unit: string): Character {
  return characters[unit] ?? plain
}

/** Fills `{单位}` and the like; a placeholder without a value stays as it is, so a test can find it. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([^}]+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
