import { dayOf, yearOf } from '../../shared/time/day.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { TableHead } from './table.ts'
import type { View } from './view.ts'

interface Noted {
  readonly title: string
  readonly count: number
  readonly at: string
  readonly filters: readonly string[]
}

/** What every paper must say of itself: 口径、截至日、按何时掌握、目录/细则/日历版本, and that the system made it. */
export function notesOf(view: View, { title, count, at, filters }: Noted): TableHead['notes'] {
  const world = view.world()
  return [
    ['表名', `${world.district}${title}${world.sample ? '（演示数据）' : ''}`],
    ['截至日', world.day],
    ['按何时掌握', world.knownAt === null ? `按生成时掌握（第${view.revision}号记录）` : `按${clockWords(world.knownAt)}掌握（第${view.revision}号记录）`],
    ['口径', '按件计；按时公开率＝按时÷（按时＋逾期公开＋逾期未公开），形成日期未核实的不计入；公开率含未核实的；没有可统计事项的显示“—”；逾期按工作日计，自到期日次日起算'],
    ['筛选条件', filters.length === 0 ? '无' : filters.join('；')],
    ['件数', String(count)],
    ['目录版本', versionsOf(world).join('；') || '无'],
    ['考核评分细则', `${world.scheme.name}（${world.scheme.version}）`],
    ['工作日历', calendarWords(world)],
    ['生成时间', clockWords(at)],
    ['说明', '本表由系统生成'],
  ]
}

/** An instant as the clock in Beijing shows it. */
export function clockWords(at: string): string {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${dayOf(at)} ${beijing.slice(11, 16)}`
}

function versionsOf(world: World): readonly string[] {
  const last = new Map(world.versions.map(version => [version.id, version]))
  return [...last.values()].map(({ name, version, effective }) => `${name}（${version}，${effective}起）`)
}

function calendarWords(world: World): string {
  const year = yearOf(world.day)
  return [year, year + 1].map(each => {
    const [notice] = world.calendar.noticesOf(each)
    return notice === undefined ? `${each}年放假安排未公布，到期日暂定` : `${each}年依据${notice.number || notice.title}`
  }).join('；')
}
