import { daysFrom, earliestOf, latestOf, plusDays, type Day } from './days.ts'
import { yearCounted, type Feed, type InForce } from './in-force.ts'
import { inOrder, type Said } from './known.ts'
import type { Due } from './limits.ts'
import { pageKey, speaksOf } from './names.ts'
import type { Duty } from './owing.ts'
import type { Workdays } from './workdays.ts'

/** What is heard of one duty: its facts after correction, and publications of others that may join its papers. */
export interface Heard {
  readonly rules: InForce
  readonly duty: Duty
  readonly said: readonly Said[]
  readonly guests: readonly Said[]
}

/** Something owed, before it is judged. */
export interface Owed {
  readonly id: string
  readonly aliases: readonly string[]
  readonly origin: string
  readonly ref: string | null
  readonly period: string | null
  readonly formed: readonly Said[]
  readonly eventDay: Day | null
  /** The due day hangs on the formation day: then only a proved one can make it on time. */
  readonly hangs: boolean
  proof(published: Day | null): string
  due(workdays: Workdays): Due | null
  /** In order. */
  readonly published: readonly Said[]
  readonly checkedDay?: Day | null
  readonly nothing?: Said | null
  readonly toCheck?: boolean
}

/** Something owed, judged at the end of the day. */
export interface Piece {
  readonly id: string
  readonly aliases: readonly string[]
  readonly unit: string
  readonly item: string
  readonly category: string
  readonly origin: string
  readonly period: string | null
  readonly docNumber: string | null
  readonly status: string
  readonly lateBy: string | null
  readonly exemptKind: string | null
  readonly flags: readonly string[]
  readonly eventDay: Day | null
  readonly dueDay: Day | null
  readonly originalDue: Day | null
  readonly publishedDay: Day | null
  readonly proof: string
  readonly hangs: boolean
  readonly year: number
  /** Days of exemptions and 情况说明 that bear on it. */
  readonly declaredOn: readonly Day[]
}

/** Facts of a list by kind, sorted out once: every piece of a duty asks for some. */
const sortedOut = new WeakMap<readonly Said[], Map<string, Said[]>>()

export function ofFactKind(said: readonly Said[], kind: string): readonly Said[] {
  const kinds = sortedOut.get(said) ?? new Map<string, Said[]>()
  if (!sortedOut.has(said)) {
    sortedOut.set(said, kinds)
    for (const each of said) {
      const list = kinds.get(each.fact.kind)
      if (list) list.push(each)
      else kinds.set(each.fact.kind, [each])
    }
  }
  return kinds.get(kind) ?? []
}

/** Only a checked channel satisfies; a blank cell accepts the government site and the credit site. 政务服务中心 and 政务服务大厅 are one. */
export function satisfies({ fact }: Said, { item }: Duty): boolean {
  const { checked } = item.channels
  const plain = (channel = '') => channel.replace('政务服务中心', '政务服务大厅')
  return (checked.length === 0 ? ['政府网站', '信用网站'] : checked).some((each) => plain(each) === plain(fact.channel))
}

/** All the feeds that should speak of the row were cut off as the due day passed, and none has looked since. */
function isUnheard({ rules, duty }: Heard, due: Day): boolean {
  const names = (scope: '*' | readonly string[], id: string) => scope === '*' || scope.includes(id)
  const expected = rules.feeds.filter(({ feed, units, items }) => feed !== 'desk' && names(units, duty.unit.id) && names(items, duty.item.id))
  const isCut = ({ outages }: Feed) => outages.some(({ from, to }) => from <= plusDays(due, 1) && (to === null || to > rules.day))
  return expected.length > 0 && expected.every(isCut)
}

/** The last good day: a notice entered after something was settled never makes it later than it was then. */
function dueOf(owed: Owed, { rules }: Heard, settling: readonly (Said | null | undefined)[]): Due | null {
  const now = owed.due(rules.workdays)
  const settledAt = earliestOf(settling.map((each) => each?.recordedAt))
  if (now === null || settledAt === null) return now
  const then = owed.due(rules.workdaysAt(settledAt))
  return then !== null && then.day > now.day ? then : now
}

export function judged(owed: Owed, heard: Heard): Piece {
  const { rules, duty, said } = heard
  const called = {
    ids: [owed.id, ...owed.aliases], ref: owed.ref, period: owed.period,
    pages: new Set([...owed.formed, ...owed.published].flatMap(({ fact }) => (fact.url ? [pageKey(fact.url)] : []))),
  }
  const about = (kind: string) => ofFactKind(said, kind).filter(({ fact }) => speaksOf(fact.about, called))
  const first = owed.published.find((each) => satisfies(each, duty))
  const exempt = inOrder(about('exempt'))[0]
  const ruled = about('ruled').at(-1)
  const disputed = about('disputed').at(-1)
  const nothing = owed.nothing ?? null
  const due = dueOf(owed, heard, [first, exempt, nothing])
  const granted = due === null ? null : latestOf(about('extended').filter(({ fact }) => due.legal !== null && fact.day <= due.day)
    .map(({ fact }) => earliestOf([fact.until, due.legal])).filter((until) => until !== null && until > due.day))
  const dueDay = granted ?? due?.day ?? null
  const firstDay = earliestOf([first?.fact.day, owed.checkedDay])
  const verdict = ruled?.fact.verdict
  const publishedDay = verdict === 'dayIs' ? ruled?.fact.countsDay ?? firstDay : firstDay
  const proof = owed.proof(firstDay)
  const isInTime = (day: Day) => dueDay === null || day <= dueDay

  let status = 'pending'
  let lateBy: string | null = null
  let exemptKind: string | null = null
  const stands = verdict === 'overruled' ? null : exempt ?? null
  const declared = verdict === 'overruled' ? null : nothing
  if (verdict === 'upheld') status = 'onTime'
  else if (verdict === 'excused') {
    status = 'exempt'
    exemptKind = ruled?.fact.exemptKind ?? exempt?.fact.exemptKind ?? 'withheld'
  } else if (stands && isInTime(stands.fact.day)) {
    status = 'exempt'
    exemptKind = stands.fact.exemptKind ?? null
  } else if (publishedDay !== null) {
    if (dueDay === null) status = 'unverified'
    else if (publishedDay > dueDay) [status, lateBy] = ['late', 'publication']
    else status = !owed.hangs || verdict === 'dayIs' || ['source', 'declared'].includes(proof) ? 'onTime' : 'unverified'
  } else if (stands) {
    [status, lateBy] = ['late', 'declaration']
    exemptKind = stands.fact.exemptKind ?? null
  } else if (declared) {
    if (isInTime(declared.fact.day)) status = 'nothing'
    else [status, lateBy] = ['late', 'declaration']
  } else if (due !== null && dueDay !== null) {
    if (rules.day > dueDay) status = isUnheard(heard, dueDay) ? 'unknown' : 'overdue'
    else if (rules.day >= due.soonFrom(dueDay)) status = 'dueSoon'
  }

  const isSettled = !['pending', 'dueSoon', 'overdue', 'unknown'].includes(status)
  const flags = [
    due?.assumed && 'assumed', due?.provisional && !isSettled && 'provisional', !first && owed.published.length > 0 && 'wrongChannel',
    owed.toCheck && 'toCheck', first && !ruled && isDoubtful(first, owed, heard) && 'suspect', first && isDead(first, heard) && 'linkDead',
    [...owed.formed, ...owed.published].some(({ waits }) => waits) && 'correctionPending', granted !== null && 'extended',
    disputed && !(ruled && ruled.seq > disputed.seq) && 'disputed',
  ].filter((flag) => typeof flag === 'string')
  const docNumber = [owed.formed.at(-1), first ?? owed.published[0]].map((each) => each?.fact.docNumber).find((each) => each !== undefined)
  return {
    id: owed.id, aliases: owed.aliases, unit: duty.unit.id, item: duty.item.id, category: duty.category, origin: owed.origin, period: owed.period,
    docNumber: exemptKind === 'withheld' ? null : docNumber ?? null, status, lateBy, exemptKind, flags, eventDay: owed.eventDay, dueDay, originalDue: due?.day ?? null, publishedDay, proof, hangs: owed.hangs,
    year: yearCounted(due?.day ?? publishedDay ?? exempt?.fact.day ?? rules.day, rules.scheme),
    declaredOn: [...about('exempt'), ...(nothing ? [nothing] : [])].map(({ fact }) => fact.day),
  }
}

/** 日期存疑: URL or first look later than the page beyond a tolerance, or a page dated before its paper was made. */
function isDoubtful({ fact }: Said, owed: Owed, { rules: { thresholds, workdays } }: Heard): boolean {
  const formedDay = owed.formed.length > 0 ? owed.eventDay : fact.formedDay ?? null
  return (fact.urlDay !== undefined && daysFrom(fact.day, fact.urlDay) > (thresholds['suspectUrlDays'] ?? 0))
    || (fact.firstSeenDay !== undefined && workdays.between(fact.day, fact.firstSeenDay) > (thresholds['suspectSeenWorkdays'] ?? 0))
    || (formedDay !== null && fact.day < formedDay)
}

/** 链接失效: the last looks at the page failed, often enough and over enough days. */
function isDead({ fact }: Said, { said, rules: { thresholds } }: Heard): boolean {
  const page = pageKey(fact.url ?? '')
  const looks = inOrder(ofFactKind(said, 'observed').filter((each) => pageKey(each.fact.url ?? '') === page)).reverse()
  const isAlive = ({ fact: look }: Said) => (look.httpStatus ?? 0) >= 200 && (look.httpStatus ?? 0) < 400
  const alive = looks.findIndex(isAlive)
  const failed = alive < 0 ? looks : looks.slice(0, alive)
  const [last, first] = [failed[0], failed.at(-1)]
  return last !== undefined && first !== undefined && failed.length >= (thresholds['deadLooks'] ?? 0) && daysFrom(first.fact.day, last.fact.day) >= (thresholds['deadDays'] ?? 0)
}
