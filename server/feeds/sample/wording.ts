import { periodUnit } from '../../../shared/time/period.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { hashOf } from './random.ts'
import { characterOf, filled, sampleWords } from './sample-words.ts'

const QUARTERS = ['一', '二', '三', '四'] as const

interface Occasion {
  /** Draws the template and the subject. */
  readonly draw: string
  readonly day: Day
  readonly n: number
  readonly period?: string
  readonly number?: number
  /** Other names the title opens with (联合发文). */
  readonly jointNames?: readonly string[]
}

/** A title for what a duty brings forth; persons appear only where 任免 names them, never for 建议提案. */
export function titleOf(duty: Duty, occasion: Occasion): string {
  const words = sampleWords.items[duty.item.id]
  const draw = hashOf(`title|${occasion.draw}`)
  const [period, slot] = (occasion.period ?? '').split('/')
  const titles = words?.titles
  const template = titles === undefined ? `{单位}${duty.item.path.at(-1) ?? ''}（{年}年第{期}期）`
    : Array.isArray(titles) ? (titles as readonly string[])[draw % titles.length]! : (titles as Readonly<Record<string, string>>)[slot ?? ''] ?? Object.values(titles)[0]!
  return filled(template, { ...valuesOf(duty, occasion, draw), ...periodValues(period ?? '') })
}

function valuesOf(duty: Duty, { day, n, number, jointNames }: Occasion, draw: number): Record<string, string | number> {
  const { fields } = characterOf(duty.unit.id)
  const year = +day.slice(0, 4)
  const { penalties, permits, incentives, growth, persons } = sampleWords
  const { companies, faults } = penalties[duty.unit.id] ?? { companies: ['某公司'], faults: ['违反有关规定'] }
  const permitted = permits[duty.unit.id] ?? ['有关事项']
  return {
    单位: [duty.unit.name, ...(jointNames ?? [])].join(' '), 简称: duty.unit.shortName, 年: year, 上年: year - 1,
    季: QUARTERS[Math.floor((+day.slice(5, 7) - 1) / 3)]!, 月: +day.slice(5, 7), 期: number ?? n, n,
    领域: fields[(draw >>> 8) % fields.length]!, 企业: companies[(draw >>> 4) % companies.length]!,
    违法: faults[(draw >>> 10) % faults.length]!, 许可: permitted[(draw >>> 7) % permitted.length]!,
    惠企: incentives[(draw >>> 9) % incentives.length]!, 增长: growth[(draw >>> 11) % growth.length]!,
    人名: persons[(draw >>> 6) % persons.length]!, 建议号: 1 + ((draw >>> 5) % 180),
  }
}

/** 第一季度, 3月, 上半年: how a period is said. */
function periodValues(period: string): Record<string, string | number> {
  const year = +period.slice(0, 4)
  switch (periodUnit(period)) {
    case 'quarter': return { 年: year, 季: `第${QUARTERS[+period.slice(6) - 1]!}季度` }
    case 'half': return { 年: year, 季: period.endsWith('1') ? '上半年' : '下半年' }
    case 'month': return { 年: year, 季: `${+period.slice(5)}月` }
    case 'year': return { 年: year, 季: '' }
    case undefined: return {}
  }
}

/** 云医保发〔2026〕6号, undefined for items without numbered papers. */
export function docNumberOf(duty: Duty, day: Day, number: number): string | undefined {
  const template = sampleWords.items[duty.item.id]?.number
  return template && filled(template, { 字: characterOf(duty.unit.id).docWord, 年: day.slice(0, 4), 号: number })
}

/** A page of the district's site group; the path tells the day, as such paths do. */
export function pageUrl(duty: Duty, day: Day, id: string): string {
  const host = duty.unit.kind === 'vertical' ? duty.unit.id.toLowerCase() : 'www'
  const column = 1000 + duty.item.line
  return `https://${host}.yunhe.example/art/${+day.slice(0, 4)}/${+day.slice(5, 7)}/${+day.slice(8)}/art_${column}_${hashOf(`page|${id}`) % 900000 + 100000}.html`
}

/** The channel a page stands in: the government site, or the first printed one where that is not ticked. */
export function channelOf(duty: Duty): string {
  const { checked } = duty.item.channels
  return checked.length === 0 || checked.includes('政府网站') ? '政府网站' : checked[0]!
}
