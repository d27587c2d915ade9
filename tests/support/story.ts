import { boardOf } from '../../shared/measures/board.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { Fact, FactKind, Source } from '../../shared/facts/fact.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import type { DutyStanding, Obligation } from '../../shared/obligations/obligation.ts'
import { judgementOf } from '../../shared/obligations/judge.ts'
import { startOfDay, type Day, type Instant } from '../../shared/time/day.ts'
import { startingSettings } from './small-district.ts'

type Loose<K extends FactKind> = Partial<Extract<Fact, { kind: K }>> & { readonly unit?: string; readonly item?: string }

/** A journal told line by line: `on(day)` sets when things are learned, each line appends one entry. */
export class Story {
  readonly entries: Entry[] = []
  #at: Instant
  #key = 0

  constructor(settings: readonly Setting[] = startingSettings(), at = '2025-01-01') {
    this.#at = startOfDay(at)
    for (const setting of settings) this.setting(setting)
  }

  /** From now on entries are recorded at 09:00 of this local day. */
  on(day: Day): this {
    this.#at = new Date(Date.parse(startOfDay(day)) + 9 * 3_600_000).toISOString()
    return this
  }

  setting(setting: Setting): this {
    this.entries.push({ seq: this.entries.length + 1, recordedAt: this.#at, source: { feed: 'admin' }, setting })
    return this
  }

  /** A fact of unit A under item `doc`, dated the day it is recorded, unless said otherwise. */
  fact<K extends FactKind>(kind: K, fields: Loose<K>, source: Source = { feed: 'cms' }): this {
    this.#key += 1
    const day = new Date(Date.parse(this.#at) + 8 * 3_600_000).toISOString().slice(0, 10)
    const filled = kind === 'published' ? { title: '标题', url: `https://yunhe.gov.cn/${this.#key}`, channel: '政府网站' }
      : kind === 'formed' ? { title: '标题', ref: 'R1' } : {}
    const fact = { key: `k${this.#key}`, unit: 'A', item: 'doc', day, ...filled, ...fields, kind } as unknown as Fact
    this.entries.push({ seq: this.entries.length + 1, recordedAt: this.#at, source, fact })
    return this
  }

  obligations(day: Day, knownAt?: Instant): Obligation[] {
    const judged = judgementOf(this.entries, knownAt === undefined ? { day } : { day, knownAt })
    return [...judged.duties.values()].flatMap((duties) => duties.flatMap((duty) => duty.obligations))
  }

  /** The one obligation whose id ends so, as of a day. */
  one(idEnds: string, day: Day, knownAt?: Instant): Obligation {
    const found = this.obligations(day, knownAt).filter((each) => each.id.endsWith(idEnds))
    if (found.length !== 1) throw new Error(`${found.length} obligations end with ${idEnds}: ${this.obligations(day, knownAt).map((each) => each.id).join(' ')}`)
    return found[0]!
  }

  standing(unit: string, item: string, day: Day): DutyStanding {
    const found = judgementOf(this.entries, { day }).duties.get(unit)?.find((duty) => duty.standing.item === item)
    if (!found) throw new Error(`no duty ${unit} ${item}`)
    return found.standing
  }

  board(day: Day, knownAt?: Instant): Board {
    return boardOf(this.entries, knownAt === undefined ? { day } : { day, knownAt })
  }
}

