import type { Fact } from '../../shared/facts/fact.ts'
import { slotsOpening } from '../../shared/obligations/slots.ts'
import type { Duty } from '../../shared/obligations/duty.ts'
import { addDays, type Day } from '../../shared/time/day.ts'

/** A fact that is still to be told: `later` days after the one it follows. */
export interface Coming {
  readonly later: number
  readonly feed: 'oa' | 'cms' | 'watcher' | 'desk'
  readonly fact: Loose
}

/** A fact without key and day: both come from when it is told. */
export type Loose = { readonly kind: Fact['kind']; readonly unit: string; readonly item: string } & Readonly<Record<string, unknown>>

/** How many documents an item sees beside the others: permits and penalties by the hundred, a press conference once. */
const busy: Readonly<Record<string, number>> = {
  'district-18': 14, 'district-19': 10, 'district-40': 4, 'district-44': 3, 'district-6': 3, 'district-23': 2, 'district-62': 6, 'district-61': 3,
}

export function busyness(duty: Duty): number {
  const { kind } = duty.cadence
  return kind === 'asFormed' || kind === 'dynamic' ? busy[duty.item.id] ?? 0.7 : 0
}

function pageOf(day: Day, n: number): string {
  return `https://www.yunhe.gov.cn/art/${+day.slice(0, 4)}/${+day.slice(5, 7)}/${+day.slice(8)}/art_${1000 + (n % 97)}_${500_000 + n}.html`
}

/** What becomes of one document of an as-formed or dynamic duty made on `day`; `n` names it. */
export function documentStory(duty: Duty, { day, n, random }: { readonly day: Day; readonly n: number; readonly random: () => number }): Coming[] {
  const about = { unit: duty.unit.id, item: duty.item.id }
  const ref = `YH${day.slice(0, 4)}${String(n).padStart(8, '0')}`
  const title = `${duty.unit.shortName}关于办理第${n}号事项有关情况的${random() < 0.5 ? '通知' : '公示'}`
  const docNumber = random() < 0.2 ? { docNumber: `云发〔${day.slice(0, 4)}〕${n % 400}号` } : {}
  const chance = random()
  const lag = chance < 0.9 ? 1 + Math.floor(random() * 8) : chance < 0.975 ? 12 + Math.floor(random() * 40) : null
  const registered = duty.cadence.kind === 'asFormed' && random() < 0.75
  const story: Coming[] = []
  const policy = duty.item.id === 'district-6' && duty.unit.kind === 'department' && random() < 0.2 ? { policy: true } : {}
  if (registered) {
    story.push({ later: 0, feed: 'oa', fact: { kind: 'formed', ...about, ref, title, ...docNumber, ...policy } })
    if (random() < 0.02) return [...story, { later: 1, feed: 'desk', fact: { kind: 'exempt', ...about, about: { ref }, exemptKind: 'withheld', reason: '条例第十六条' } }]
  }
  if (lag === null) return registered && random() < 0.5 ? story : []
  const url = pageOf(addDays(day, lag), n)
  const shown = registered ? { ref } : random() < 0.5 ? { formedDay: day } : {}
  story.push({ later: lag, feed: 'cms', fact: { kind: 'published', ...about, title, url, channel: '政府网站', ...shown, ...docNumber, ...policy } })
  if (random() < 0.12) story.push({ later: lag + 2, feed: 'watcher', fact: { kind: 'observed', ...about, url, httpStatus: 200 } })
  if (random() < 0.01) story.push({ later: lag + 40, feed: 'cms', fact: { kind: 'withdrawn', ...about, about: { url }, reason: random() < 0.5 ? 'expired' : 'repealed' } })
  if ('policy' in policy) story.push({ later: lag + 3, feed: 'cms', fact: { kind: 'published', unit: about.unit, item: 'district-52', title: `一图读懂：${title}`, url: pageOf(addDays(day, lag + 3), n + 1), channel: '政府网站', interprets: ref } })
  return story
}

/** What is told of a duty that opens by itself, from `from` to `to`: a publication for each slot, a look at each standing page. */
export function steadyStory(duty: Duty, { from, to, random }: { readonly from: Day; readonly to: Day; readonly random: () => number }): { readonly day: Day; readonly coming: Coming }[] {
  const about = { unit: duty.unit.id, item: duty.item.id }
  const told: { day: Day; coming: Coming }[] = []
  const n = Math.floor(random() * 1e6)
  const title = `${duty.unit.shortName}${duty.item.path.at(-1)}`
  const page = (day: Day, period: object) => ({
    day, coming: { later: 0, feed: 'cms' as const, fact: { kind: 'published' as const, ...about, title, url: pageOf(day, n + told.length), channel: '政府网站', ...period } } })
  if (duty.cadence.kind === 'slots') {
    for (const slot of slotsOpening(duty.cadence.slots, from, to).open) {
      const chance = random()
      if (chance < 0.02) continue
      const day = addDays(slot.opens > slot.ends ? slot.opens : slot.ends, chance < 0.94 ? Math.floor(random() * 12) - (slot.opens > slot.ends ? 0 : 30) : 40)
      if (day >= from && day <= to) told.push(page(day, { period: slot.name }))
    }
  }
  if (duty.cadence.kind === 'standing') {
    const first = addDays(from, 3 + Math.floor(random() * 15))
    told.push(page(first, {}))
    for (let day = addDays(first, 60); day <= to; day = addDays(day, 60 + Math.floor(random() * 60))) {
      told.push({ day, coming: { later: 0, feed: 'watcher', fact: { kind: 'checked', ...about, url: pageOf(first, n) } } })
    }
  }
  return told
}
