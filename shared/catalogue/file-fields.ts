import { refusal, type Refusal } from '../refusal.ts'

interface Limits {
  readonly least?: number
  readonly most?: number
}

/**
 * Reads the fields of one object of a settings file. What is missing or of the wrong type is refused with its place and
 * read as a stand-in, so that all faults are found in one go; a file with a refusal must not be used.
 */
export class FileFields {
  readonly #value: Readonly<Record<string, unknown>>
  readonly #place: string
  readonly refusals: Refusal[]

  constructor(value: unknown, place = '', refusals: Refusal[] = []) {
    this.refusals = refusals
    this.#place = place
    this.#value = isObject(value) ? value : {}
    if (!isObject(value)) refusals.push(refusal('not-an-object', place, `${place || '文件'}应为对象（花括号括起的一组字段）。`))
  }

  placeOf(name: string): string {
    return this.#place === '' ? name : `${this.#place}.${name}`
  }

  refuse(code: string, name: string, message: string): void {
    const place = this.placeOf(name)
    this.refusals.push(refusal(code, place, `${place}：${message}`))
  }

  has(name: string): boolean {
    return Object.prototype.hasOwnProperty.call(this.#value, name) && this.#value[name] !== undefined
  }

  text(name: string): string {
    const value = this.has(name) ? this.#value[name] : undefined
    if (typeof value === 'string' && value.trim() !== '') return value
    this.refuse('not-a-text', name, '应填写文字，不能为空。')
    return ''
  }

  number(name: string, { least = 0, most = Infinity }: Limits = {}): number {
    const value = this.has(name) ? this.#value[name] : undefined
    if (typeof value === 'number' && value >= least && value <= most) return value
    this.refuse('not-a-number', name, `应填写数字，${most === Infinity ? `不小于 ${least}` : `在 ${least} 到 ${most} 之间`}。`)
    return least
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.has(name) ? this.#value[name] : undefined
    const found = allowed.find((each) => each === value)
    if (found === undefined) this.refuse('not-allowed', name, `只能是 ${allowed.join('、')} 之一。`)
    return found
  }

  texts(name: string): readonly string[] {
    return this.#list(name).map((value, place) => {
      if (typeof value === 'string' && value !== '') return value
      this.refuse('not-a-text', `${name}[${place}]`, '应填写文字，不能为空。')
      return ''
    })
  }

  each<T>(name: string, read: (fields: FileFields) => T): readonly T[] {
    return this.#list(name).map((value, place) => read(new FileFields(value, this.placeOf(`${name}[${place}]`), this.refusals)))
  }

  part(name: string): FileFields {
    return new FileFields(this.has(name) ? this.#value[name] : undefined, this.placeOf(name), this.refusals)
  }

  #list(name: string): readonly unknown[] {
    const value: unknown = this.has(name) ? this.#value[name] : undefined
    if (Array.isArray(value)) return value
    this.refuse('not-a-list', name, '应为列表（方括号括起）。')
    return []
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
