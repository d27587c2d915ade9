import { period, text, typeName, url } from './read-fields.ts'
import { closestTo } from './closest.ts'
import type { About } from './fact.ts'
import type { Reading, ReadField } from './reading.ts'

const ways: Readonly<Record<'ref' | 'period' | 'url' | 'obligation', readonly [label: string, read: ReadField]>> = {
  ref: ['索引号', text(200)],
  period: ['所属期', period],
  url: ['网址', url],
  // Holds a unit, an item and a document's reference or address.
  obligation: ['应公开编号', text(3000)],
}
const names = Object.keys(ways)

function isWay(name: string | undefined): name is keyof typeof ways {
  return name !== undefined && names.includes(name)
}

/** What a fact is about: exactly one of `ref`, `period`, `url`, `obligation`; none or several are refused. */
export function readAbout(value: unknown, at: Reading): About | undefined {
  const { field, label } = at
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return at.refuse('wrong-type', `应为对象，如 {"ref":"…"}，收到的是${typeName(value)}。`)
  }
  const given = Object.keys(value)
  for (const name of given) {
    if (!isWay(name)) at.refuse('unknown-field', `里没有“${name.slice(0, 40)}”这一项，${closestTo(name, names)}。`)
  }
  const stated = given.filter(isWay)
  const [way] = stated
  if (way === undefined || stated.length !== 1 || given.length !== 1) {
    return at.refuse('bad-about', `须且只须写 ref、period、url、obligation 中的一项，现有 ${stated.length} 项。`)
  }
  const [wayLabel, read] = ways[way]
  const said = read((value as Record<string, unknown>)[way], at.at(`${field}.${way}`, wayLabel))
  at.at(field, label)
  return said === undefined ? undefined : ({ [way]: said } as About)
}

/** 情况说明 speaks of a period and of nothing else. */
export function readPeriodAbout(value: unknown, at: Reading): About | undefined {
  const about = readAbout(value, at)
  if (about === undefined || 'period' in about) return about
  return at.refuse('bad-about', '应写明所属期，如 {"period":"2026-Q1"}。')
}
