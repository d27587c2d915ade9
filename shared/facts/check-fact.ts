import { addDays, type Day } from '../time/day.ts'
import { lastDayOf } from './read-fields.ts'
import { isActKind } from './act.ts'
import { checkAct } from './check-act.ts'
import { checkAttachments, checkMatter } from './check-matter.ts'
import type { About, FactKind, Verdict } from './fact.ts'
import type { Reading } from './reading.ts'

interface Checked {
  readonly unit?: string
  readonly namedUnit?: string
  readonly item?: string
  readonly about?: About
  readonly period?: string
  readonly until?: Day
  readonly verdict?: Verdict
  readonly countsDay?: Day
  readonly exemptKind?: string
  readonly made?: number
  readonly proactive?: number
  readonly onRequest?: number
  readonly withheld?: number
}

const EXTENSION_REACH = 730

/** Refuses what single fields cannot show: fields that contradict one another, the item's nature or the obligation named. */
export function checkFact(draft: Readonly<Record<string, unknown>>, kind: FactKind, at: Reading): void {
  const fact = draft as Checked
  if (fact.period !== undefined && kind !== 'closed' && kind !== 'agreed') checkSlot(fact, { field: 'period', period: fact.period }, at)
  if (fact.about && 'period' in fact.about) checkSlot(fact, { field: 'about.period', period: fact.about.period }, at)
  if (fact.about && 'obligation' in fact.about) checkObligation(fact, fact.about.obligation, at)
  if (kind === 'nothing') checkNothing(fact, at)
  if (kind === 'extended' || kind === 'requested') checkExtension(fact, at)
  if (kind === 'closed') checkClosing(fact, at)
  if (kind === 'ruled') checkRuling(fact, at)
  checkAttachments(draft, at)
  checkMatter(draft, kind, at)
  if (isActKind(kind)) checkAct(draft, kind, at)
}

/** An item with several slots must be told which one; one without named slots takes none. */
function checkSlot(fact: Checked, said: { readonly field: string; readonly period: string }, at: Reading): void {
  if (fact.unit === undefined || fact.item === undefined) return
  const [span, slot = null] = said.period.split('/')
  const known = at.context.slotNames(fact.unit, fact.item)
  if (known.includes(slot)) return
  const named = known.filter((each) => each !== null)
  if (named.length > 0) {
    at.refuseAt(said.field, 'bad-period', `事项 ${fact.item} 分节点公开，所属期应写成 ${named.map((each) => `“${span}/${each}”`).join('或')}。`)
  } else if (slot !== null) {
    at.refuseAt(said.field, 'bad-period', `事项 ${fact.item} 没有名为“${slot.slice(0, 40)}”的节点，所属期写“${span}”即可。`)
  }
}

/** Another unit's obligation is never moved: the one named must be the fact's own, under the row it names. */
function checkObligation(fact: Checked, id: string, at: Reading): void {
  const field = 'about.obligation'
  const found = at.context.findObligation(id)
  if (!found) {
    at.refuseAt(field, 'unknown-obligation', '没有这一条应公开信息，请从清单中复制编号，或改用 ref、period、url 说明所指。')
  } else if (fact.unit !== undefined && found.unit !== fact.unit && found.unit !== fact.namedUnit) {
    at.refuseAt(field, 'other-obligation', `这一条应公开信息属于单位 ${found.unit}，与所报单位不同，请核对。`)
  } else if (fact.item !== undefined && !found.items.includes(fact.item)) {
    at.refuseAt(field, 'other-obligation', `这一条应公开信息属于事项 ${found.items[0] ?? ''}，与所报事项不同，请核对。`)
  }
}

function checkNothing(fact: Checked, at: Reading): void {
  if (fact.item !== undefined && at.context.alwaysExists(fact.item)) {
    at.refuseAt('item', 'always-exists', `事项 ${fact.item} 每期必有内容（指南、年报、机构、预决算、计划等），不接受情况说明，请报送公开结果。`)
  }
  if (!fact.about || !('period' in fact.about)) return
  const last = lastDayOf(fact.about.period)
  if (last >= at.context.today) {
    at.refuseAt('about.period', 'period-not-ended', `所属期 ${fact.about.period} 到 ${last} 才结束，请在结束之后再报情况说明。`)
  }
}

function checkExtension(fact: Checked, at: Reading): void {
  const { until } = fact
  const { today } = at.context
  if (until === undefined) return
  if (until < today) {
    at.refuseAt('until', 'bad-value', `延期至 ${until} 已经过去（今天是 ${today}），请填今天或以后的日期。`)
  } else if (until > addDays(today, EXTENSION_REACH)) {
    at.refuseAt('until', 'bad-value', `延期至 ${until} 超出两年，请核对年份；法定时限不因报备改变。`)
  }
}

/** One line a month (月度关账), for a month that has ended; what was made is public, on request or withheld, and nothing else. */
function checkClosing({ period, made, proactive, onRequest, withheld }: Checked, at: Reading): void {
  if (period !== undefined && lastDayOf(period) >= at.context.today) {
    at.refuseAt('period', 'period-not-ended', `${period} 还没有结束，请在月末之后关账。`)
  }
  if (made === undefined || proactive === undefined || onRequest === undefined || withheld === undefined) return
  const sum = proactive + onRequest + withheld
  if (sum !== made) {
    at.refuseAt('made', 'bad-sum', `制发 ${made} 件，而主动公开、依申请公开、不予公开合计 ${sum} 件，两者应当相等，请核对。`)
  }
}

function checkRuling(fact: Checked, at: Reading): void {
  if (fact.verdict === undefined) return
  if (fact.verdict === 'dayIs' && fact.countsDay === undefined) {
    at.refuseAt('countsDay', 'missing-field', '裁定为 dayIs 时须写明认定日期（countsDay），请补上后重报。')
  }
  if (fact.verdict !== 'dayIs' && fact.countsDay !== undefined) {
    at.refuseAt('countsDay', 'bad-value', `裁定为 ${fact.verdict} 时不写认定日期（countsDay），请删去后重报。`)
  }
  if (fact.verdict !== 'excused' && fact.exemptKind !== undefined) {
    at.refuseAt('exemptKind', 'bad-value', `裁定为 ${fact.verdict} 时不写不予公开类别（exemptKind），请删去后重报。`)
  }
}
