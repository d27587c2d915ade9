import { addDays, type Day } from '../../../shared/time/day.ts'
import type { FindingCode } from '../../../shared/facts/finding-codes.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { nextPeriod, periodOf, periodStart } from '../../../shared/time/period.ts'
import type { SampleDistrict } from './district.ts'
import { hashOf, seededRandom, type Random } from './random.ts'
import { clerkOf, instantAt, officeMinutes, reviewerDesk, type SampleFact } from './sample-entry.ts'

/** What a monthly look at the columns finds, how often, where and in which words. */
const faults: readonly (readonly [weight: number, code: FindingCode, place: string, what: string, mended: string])[] = [
  [5, 'linkDead', '栏目列表第2页', '附件链接打不开，多次访问均提示页面不存在', '已重新上传附件并逐条核对链接'],
  [4, 'columnStale', '栏目首页', '栏目较长时间没有更新，与本单位同期业务不符', '已补发相关信息，并明确专人每月核对'],
  [4, 'misplaced', '栏目列表', '信息放在其他栏目下，按目录应归入本事项', '已移至对应栏目，原地址保留跳转'],
  [3, 'wordingWrong', '正文第2段', '单位名称使用旧称，标题与正文年份不一致', '已按规范名称改正并重新审核'],
  [3, 'linkMissing', '解读页面', '解读与政策文件没有相互链接', '已在文件页和解读页互加链接'],
  [2, 'nothingIrregular', '情况说明', '情况说明没有写明核查范围和审核人', '已按规范格式重新出具情况说明'],
  [2, 'columnBlank', '二级栏目', '栏目下没有任何信息', '已归并空白栏目并补充说明'],
  [1, 'placeholder', '正文', '发布时只有标题，正文数日后才补上', '已补齐正文，今后审核完成后再发布'],
]
const total = faults.reduce((sum, [weight]) => sum + weight, 0)
/** Findings of a month. */
const [LEAST, MOST] = [2, 5]
/** Units whose fault comes back after it was mended (重复问题). */
const repeaters: readonly string[] = ['D12', 'T02']

/** 问题整改: a monthly look at some columns, what it finds, the unit's answer and the recheck. */
export function findingEntries(district: SampleDistrict): SampleFact[] {
  const entries: SampleFact[] = []
  for (let month = periodOf('month', district.start); periodStart(month) <= district.horizon; month = nextPeriod(month)) {
    const random = seededRandom(`${district.seed}|findings|${month}`)
    const day = district.calendar.nextWorkday(addDays(periodStart(month), random.whole(20, 24)))
    const duties = district.duties.filter((duty) => isLookedAt(duty, day))
    for (let n = random.whole(LEAST, MOST); n > 0; n -= 1) entries.push(...storyOf(district, { duty: random.pick(duties), fault: drawn(random), day, id: `${month}|${n}` }))
    for (const unit of repeaters) entries.push(...repeated(district, { unit, day, month }))
  }
  return entries
}

function isLookedAt({ unit, item, state, endsBefore }: Duty, day: Day): boolean {
  return state === 'claimed' && endsBefore === null && item.category !== 'bureau' && item.sameAs === undefined && unit.kind !== 'vertical' && (unit.validTo === undefined || unit.validTo > addDays(day, 30))
}

function drawn(random: Random): (typeof faults)[number] {
  let left = random.next() * total
  return faults.find(([weight]) => (left -= weight) < 0) ?? faults[0]!
}

interface Story {
  readonly duty: Duty
  readonly fault: (typeof faults)[number]
  readonly day: Day
  readonly id: string
}

/** The same fault under the same row, every fourth month. */
function repeated(district: SampleDistrict, { unit, day, month }: { readonly unit: string; readonly day: Day; readonly month: string }): SampleFact[] {
  if (+month.slice(5) % 4 !== hashOf(unit) % 4) return []
  const duty = district.duties.find((each) => each.unit.id === unit && isLookedAt(each, day))
  return duty ? storyOf(district, { duty, fault: faults[hashOf(unit) % 3]!, day, id: `${month}|${unit}` }) : []
}

/** Mostly mended within the five working days; one in eight later, one in twelve fails the first recheck. */
function storyOf({ seed, calendar }: SampleDistrict, { duty, fault: [, code, place, what, mended], day, id }: Story): SampleFact[] {
  const random = seededRandom(`${seed}|finding|${id}`)
  const { unit: { id: unit }, item } = duty
  const of = { feed: 'desk', key: `desk:found:${id}` }
  const until = calendar.addWorkdays(day, 5)
  const answered = calendar.addWorkdays(day, random.chance(1 / 8) ? random.whole(7, 12) : random.whole(1, 5))
  const looked = calendar.addWorkdays(answered, random.whole(1, 3))
  const desk = (on: Day) => ({ recordedAt: instantAt(on, officeMinutes(random)), source: reviewerDesk })
  const own = (on: Day) => ({ recordedAt: instantAt(on, officeMinutes(random)), source: clerkOf(unit) })
  const year = +day.slice(0, 4)
  const found: SampleFact = { ...desk(day), fact: { kind: 'found', key: of.key, unit, item: item.id, day, year, code, place: `${item.path.at(-1) ?? item.id}·${place}`, reason: what, until } }
  const answer = (on: Day, n: number): SampleFact => ({ ...own(on), fact: { kind: 'rectified', key: `desk:rectified:${id}|${n}`, unit, item: '*', day: on, of, reason: mended } })
  const recheck = (on: Day, n: number, outcome: 'cleared' | 'failed'): SampleFact => ({
    ...desk(on),
    fact: outcome === 'cleared'
      ? { kind: 'rechecked', key: `desk:rechecked:${id}|${n}`, unit, item: '*', day: on, of, outcome, reason: '复查已改正，予以销号' }
      : { kind: 'rechecked', key: `desk:rechecked:${id}|${n}`, unit, item: '*', day: on, of, outcome, reason: '复查时仍有同类情形，请继续整改', until: calendar.addWorkdays(on, 5) },
  })
  if (!random.chance(1 / 12)) return [found, answer(answered, 1), recheck(looked, 1, 'cleared')]
  const again = calendar.addWorkdays(looked, random.whole(1, 4))
  return [found, answer(answered, 1), recheck(looked, 1, 'failed'), answer(again, 2), recheck(calendar.addWorkdays(again, 2), 2, 'cleared')]
}
