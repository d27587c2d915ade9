import { refusal, type Refusal } from '../../shared/refusal.ts'
import { readDay, type Day } from '../../shared/time/day.ts'
import { RequestRefused } from './errors.ts'

/**
 * Reads a query string field by field and collects every fault: `done()` refuses the request when there was one, naming
 * unknown parameters too, so that a mistyped filter never passes for "no filter".
 */
export class Query {
  readonly #values: Readonly<Record<string, readonly string[]>>
  readonly #faults: Refusal[] = []
  readonly #known = new Set<string>()

  constructor(values: Readonly<Record<string, readonly string[]>>) {
    this.#values = values
  }

  /** Values given by repetition or with commas; undefined when the parameter is absent or empty. */
  list(name: string): readonly string[] | undefined {
    this.#known.add(name)
    const all = (this.#values[name] ?? []).flatMap(value => value.split(',')).map(value => value.trim()).filter(value => value !== '')
    return all.length === 0 ? undefined : all
  }

  oneOf<V extends string>(name: string, allowed: readonly V[]): readonly V[] | undefined {
    return this.list(name)?.flatMap(value => {
      const found = allowed.find(each => each === value)
      if (found === undefined) this.fault(name, `“${short(value)}”不是可选的值，可选：${allowed.join('、')}。`)
      return found === undefined ? [] : [found]
    })
  }

  one<V extends string>(name: string, allowed: readonly V[]): V | undefined {
    const found = this.oneOf(name, allowed)
    if (found && found.length > 1) this.fault(name, '只能给一个值。')
    return found?.[0]
  }

  text(name: string, longest = 200): string | undefined {
    this.#known.add(name)
    const value = this.#values[name]?.[0]?.trim()
    if (value !== undefined && value.length > longest) this.fault(name, `最长 ${longest} 个字。`)
    return value === '' ? undefined : value
  }

  day(name: string): Day | undefined {
    const value = this.text(name)
    if (value !== undefined && readDay(value) === undefined) this.fault(name, `“${short(value)}”不是一个存在的日期，请写成 2026-01-31 的样子。`)
    return value
  }

  years(name: string): readonly number[] | undefined {
    return this.list(name)?.map(value => {
      if (!/^(19|20|21)\d\d$/.test(value)) this.fault(name, `“${short(value)}”不是年份，请写成 2026 的样子。`)
      return Number(value)
    })
  }

  number(name: string, bounds: { least: number; most: number; absent: number }): number {
    const value = this.text(name)
    if (value === undefined) return bounds.absent
    const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
    if (number >= bounds.least && number <= bounds.most) return number
    this.fault(name, `应为 ${bounds.least} 至 ${bounds.most} 的整数。`)
    return bounds.absent
  }

  done(): void {
    for (const name of Object.keys(this.#values)) {
      if (!this.#known.has(name)) this.fault(name, `没有“${short(name)}”这个筛选项，请核对拼写。`)
    }
    if (this.#faults.length === 0) return
    throw new RequestRefused(400, 'bad-query', { message: `查询条件有误：${this.#faults.map(each => `${each.field} ${each.message}`).join(' ')}`, issues: this.#faults })
  }

  fault(name: string, message: string): void {
    this.#faults.push(refusal('bad-query', name, message))
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
