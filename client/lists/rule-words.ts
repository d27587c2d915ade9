import { unreachable } from '../../shared/must.ts'
import type { DeadlineEvent, DeadlineRule } from '../../shared/catalogue/deadline-rule.ts'

const events: Readonly<Record<DeadlineEvent, string>> = { formed: '形成', changed: '变更', approved: '批复', policyPublished: '政策文件公开' }
const units = { workday: '个工作日', calendarDay: '日' } as const

/** A rule as we read the printed wording: what is counted, from when, and which article stands in where nothing is printed. */
export function ruleWords(rule: DeadlineRule): string {
  switch (rule.kind) {
    case 'within': return `${events[rule.after]}之日起${rule.n}${units[rule.unit]}内（当日不计）`
    case 'byDate': return `每年${+rule.monthDay.slice(0, 2)}月${+rule.monthDay.slice(3)}日前（含当日）`
    case 'cycle': return rule.n === 1 ? `每${rule.unit === 'month' ? '月' : '年'}至少一次` : `每${rule.n}${rule.unit === 'month' ? '个月' : '年'}至少一次`
    case 'realtime': return '实时公开，推定为3个工作日内'
    case 'display': return rule.period === 'permanent' || rule.n === undefined ? '长期公示，不是公开时限' : `公示${rule.n}${units[rule.unit ?? 'calendarDay']}，不是公开时限`
    case 'manual': return '无法推算，由人工确定'
    case 'unstated': return '目录未写，按《政府信息公开条例》第二十六条推定为20个工作日'
    default: return unreachable(rule)
  }
}
