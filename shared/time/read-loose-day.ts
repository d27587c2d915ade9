import { dayOfNumber, readDay, type Day } from './day.ts'

/** Days of a spreadsheet count from 1899-12-30 (the 1900 system after its missing leap day). */
const SHEET_EPOCH = 25_569
/** 2000-01-01 and 2100-01-01 as serials: other figures are no days but numbers. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_051]
const PARTS = /^(\d{4})\s*(?:年|[-/.．／－])\s*(\d{1,2})\s*(?:月|[-/.．／－])\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?$/
const CLOSED = /^(\d{4})(\d{2})(\d{2})$/

/**
 * A day as people and spreadsheets write it: 2026-3-9, 2026/3/9, 2026.3.9, 2026年3月9日, 20260309, with a time of day behind
 * it, or a spreadsheet's serial number (46090). Undefined for anything else: 3/9/2026 might be either month.
 */
export function readLooseDay(text: string): Day | undefined {
  const plain = text.trim().replace(/[０-９]/g, (figure) => String(figure.charCodeAt(0) - 0xff10))
  const [, year, month = '', day = ''] = PARTS.exec(plain) ?? CLOSED.exec(plain) ?? []
  if (year !== undefined) return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!/^\d{5}(\.\d+)?$/.test(plain)) return undefined
  const serial = Math.floor(+plain)
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL ? dayOfNumber(serial - SHEET_EPOCH) : undefined
}
