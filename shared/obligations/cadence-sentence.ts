import { unreachable } from '../must.ts'
import type { Cadence, Slot } from '../catalogue/item.ts'
import type { PeriodUnit } from '../time/period.ts'

const everyWords: Readonly<Record<PeriodUnit, string>> = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' }

/** How often something is owed, in words: 每季度一次，期满后20个工作日内. */
export function cadenceSentence(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'standing': return cadence.reviewMonths === null ? '常设' : `常设，${monthsWords(cadence.reviewMonths)}核对一次`
    case 'asFormed': return cadence.cycleMonths === null ? '产生即公开' : `产生即公开，${monthsWords(cadence.cycleMonths)}至少一次`
    case 'dynamic': return `动态更新，${cadence.staleMonths}个月未更新即提示`
    case 'slots': return cadence.slots.map(slotWords).join('；')
    case 'followUp': return '政策文件公布后解读'
    case 'member': return '解读的一种形式'
    default: return unreachable(cadence)
  }
}

function monthsWords(months: number): string {
  if (months === 12) return '每年'
  return months === 1 ? '每月' : `每${months}个月`
}

function slotWords({ every, anchor, due }: Slot): string {
  const times = `${everyWords[every]}一次`
  switch (due.kind) {
    case 'offset': return `${times}，${anchor === 'end' ? '期满后' : '期初起'}${due.n}${due.unit === 'workday' ? '个工作日' : '日'}内`
    case 'date': return `${times}，${due.yearOffset === 1 ? '次年' : ''}${dateWords(due.monthDay)}前`
    case 'event': return `${times}，批复后${due.n}${due.unit === 'workday' ? '个工作日' : '日'}内（最迟${due.backstop.yearOffset === 1 ? '次年' : ''}${dateWords(due.backstop.monthDay)}）`
    default: return unreachable(due)
  }
}

function dateWords(monthDay: string): string {
  return `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`
}
