import { dayNumber } from '../../shared/time/day.ts'
import type { Cell, CellKind } from '../answers/table.ts'
import { cellText } from './safe-text.ts'

/** Text cells carry the text format, so that one that begins with "=" stays text even when somebody types in it again. */
export const formats: Readonly<Record<CellKind, string>> = { text: '@', day: 'yyyy-mm-dd', count: '0', points: '0.00', share: '0.0%' }

/** Days count from 1899-12-30 in a sheet (the 1900 system after its missing leap day). */
const SHEET_EPOCH = 25_569

/** A cell's value: a day as a number of days, text without control signs. */
export function valueOf(cell: Cell, kind: CellKind): string | number | null {
  if (typeof cell !== 'string') return cell
  return kind === 'day' ? dayNumber(cell) + SHEET_EPOCH : cellText(cell)
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}
