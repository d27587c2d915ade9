import { refusal, type Refusal } from '../refusal.ts'

/** Checks one JSON value at a place and adds what is wrong to `refusals`; it never throws. */
export type Shape = (value: unknown, place: string, refusals: Refusal[]) => void

function wrong(place: string, wanted: string): Refusal {
  return refusal('wrong-shape', place, `“${place === '' ? '文件' : place}”应为${wanted}。`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value the test accepts, described in Chinese for the sentence of refusal. */
export function value(wanted: string, accepts: (value: unknown) => boolean): Shape {
  return (each, place, refusals) => {
    if (!accepts(each)) refusals.push(wrong(place, wanted))
  }
}

export const text = value('文字', (each) => typeof each === 'string')
export const word = value('非空文字', (each) => typeof each === 'string' && each.trim() !== '')
export const count = value('正整数', (each) => Number.isInteger(each) && (each as number) > 0)
export const flag = value('true 或 false', (each) => typeof each === 'boolean')

export function oneOf(words: readonly (string | number)[]): Shape {
  return value(`${words.join('、')}之一`, (each) => words.some((known) => known === each))
}

export function nullable(shape: Shape): Shape {
  return (each, place, refusals) => {
    if (each !== null) shape(each, place, refusals)
  }
}

export function list(shape: Shape): Shape {
  return (each, place, refusals) => {
    if (!Array.isArray(each)) refusals.push(wrong(place, '列表'))
    else each.forEach((member, index) => shape(member, `${place}[${index}]`, refusals))
  }
}

/** An object whose values all have one shape, under any keys. */
export function table(shape: Shape): Shape {
  return (each, place, refusals) => {
    if (!isObject(each)) refusals.push(wrong(place, '对象'))
    else for (const [key, member] of Object.entries(each)) shape(member, under(place, key), refusals)
  }
}

/** An object with these members and no others; those in `optional` may be absent. */
export function object(members: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (each, place, refusals) => {
    if (!isObject(each)) {
      refusals.push(wrong(place, '对象'))
      return
    }
    for (const [key, shape] of Object.entries(members)) {
      if (each[key] === undefined) refusals.push(refusal('missing-field', under(place, key), `缺少“${under(place, key)}”。`))
      else shape(each[key], under(place, key), refusals)
    }
    for (const [key, shape] of Object.entries(optional)) if (each[key] !== undefined) shape(each[key], under(place, key), refusals)
    for (const key of Object.keys(each)) {
      if (!Object.hasOwn(members, key) && !Object.hasOwn(optional, key)) {
        refusals.push(refusal('unknown-field', under(place, key), `不认识“${under(place, key)}”，请删去或改正字段名。`))
      }
    }
  }
}

/** An object told apart by its `kind` (or another member). */
export function union(shapes: Readonly<Record<string, Shape>>, key = 'kind'): Shape {
  return (each, place, refusals) => {
    const kind = isObject(each) ? each[key] : undefined
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
    if (shape) shape(each, place, refusals)
    else refusals.push(wrong(under(place, key), `${Object.keys(shapes).join('、')}之一`))
  }
}

function under(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`
}
