import { dayOf, type Instant } from '../../../shared/time/day.ts'
import type { Fact } from '../../../shared/facts/fact.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { sampleDistrictOf, type SampleSources } from './district.ts'
import { docNumberOf, channelOf, pageUrl, titleOf } from './wording.ts'

/** What happens between the planned facts: news and notices (in no rate), now and then a permit decided and shown at once. */
export class LiveNews {
  readonly #duties: readonly Duty[]
  readonly #permits: Duty | undefined

  constructor(sources: SampleSources) {
    const { duties } = sampleDistrictOf(sources)
    const today = sources.today
    this.#duties = duties.filter((duty) => duty.cadence.kind === 'dynamic' && (duty.endsBefore === null || duty.endsBefore > today))
    this.#permits = duties.find((duty) => duty.unit.id === 'D23' && duty.item.id === 'district-18')
  }

  /** One post of a unit's column; `draw` in [0, 1) chooses unit and words. */
  post(now: Instant, draw: number): Fact[] {
    const duty = this.#duties[Math.floor(draw * this.#duties.length)]
    if (!duty) return []
    const day = dayOf(now)
    const id = `${duty.key}|${now}`
    return [{
      kind: 'published', key: `news:${id}`, unit: duty.unit.id, item: duty.item.id, day,
      title: titleOf(duty, { draw: id, day, n: 1 }), url: pageUrl(duty, day, id), channel: channelOf(duty),
    }]
  }

  /** A permit: registered and public within the hour. */
  permit(now: Instant): Fact[] {
    const duty = this.#permits
    const day = dayOf(now)
    // Numbered after the minute, far above the weekly tables.
    const number = 5000 + Math.floor((Date.parse(now) / 60_000) % 4000)
    const ref = duty && docNumberOf(duty, day, number)
    if (!duty || !ref) return []
    const named = { unit: duty.unit.id, item: duty.item.id, day, ref, docNumber: ref, title: titleOf(duty, { draw: `${now}|permit`, day, n: 1 }) }
    return [
      { kind: 'formed', key: `permit:formed:${now}`, ...named },
      { kind: 'published', key: `permit:published:${now}`, ...named, url: pageUrl(duty, day, now), channel: channelOf(duty) },
    ]
  }
}
