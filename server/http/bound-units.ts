import { boundUnit } from './access.ts'
import type { Caller } from './caller.ts'
import { refused, type RequestRefused } from './errors.ts'

/** The units a list is limited to: those asked for, or one's own for heads and clerks, who are refused any other. */
export function unitsWithin(caller: Caller, asked: readonly string[] | undefined): { unit?: readonly string[] } {
  const own = boundUnit(caller)
  if (own === null) return asked ? { unit: asked } : {}
  if (asked?.some(unit => unit !== own)) throw otherUnit()
  return { unit: [own] }
}

export function otherUnit(): RequestRefused {
  return refused(403, 'other-unit', '只能查看本单位的情况，其他单位的明细不对本账号开放。')
}
