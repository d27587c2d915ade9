import { randomUUID } from 'node:crypto'
import type { Day } from '../../shared/time/day.ts'

/** Raw facts as a feed sends them, about a document of its own each time. */
export interface RawFact {
  readonly kind: string
  readonly key: string
  readonly unit: string
  readonly item: string
  readonly day: Day
  readonly [field: string]: unknown
}

/** 部门文件 of a bureau: a row that every department owes, as formed. */
const somewhere = { unit: 'D03', item: 'district-6' }

/** A paper put on the government's site on a day. */
export function publication(day: Day, change: Readonly<Record<string, unknown>> = {}): RawFact {
  const key = randomUUID()
  const url = `https://www.yunhe.example/docs/${key}.html`
  return { kind: 'published', key, ...somewhere, day, title: `关于第${key.slice(0, 8)}号事项的通知`, url, channel: '政府网站', ref: `R-${key}`, ...change }
}

/** A paper made on a day. */
export function formation(day: Day, change: Readonly<Record<string, unknown>> = {}): RawFact {
  const key = randomUUID()
  return { kind: 'formed', key, ...somewhere, day, title: `关于第${key.slice(0, 8)}号事项的通知`, ref: `R-${key}`, ...change }
}
