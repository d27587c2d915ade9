import type { Day } from '../../shared/time/day.ts'
import type { MatterLineRow, MatterRow } from '../../shared/wire/matter-answers.ts'
import { dayText } from '../figure-text.ts'
import { matterWords } from '../matter-words.ts'
import { factWords } from '../words.ts'

/** What a matter is called in a list: 申诉, 申诉复核, 直接报备. */
export function matterName({ kind, round, opened }: Pick<MatterRow, 'kind' | 'round'> & { readonly opened: Pick<MatterLineRow, 'kind'> }): string {
  if (kind === 'appeal' && round > 1) return matterWords.kind.appeal + matterWords.second
  return opened.kind === 'extended' ? matterWords.direct : matterWords.kind[kind]
}

/** How a matter stands: what it was answered, or how long there is to answer it. `left` is null while the calendar is not read. */
export function matterState(row: MatterRow, left: number | null): { readonly text: string; readonly strong: boolean } {
  const { outcome, isLate } = row
  if (outcome === null) {
    if (isLate) return { text: matterWords.past, strong: true }
    return { text: left === null ? matterWords.states.open : matterWords.left(left), strong: false }
  }
  const result = outcome.line.verdict === null ? matterWords.result[outcome.result] : matterWords.verdict[outcome.line.verdict]
  return { text: isLate ? `${result}（${matterWords.answeredLate}）` : result, strong: false }
}

/** What one line of an exchange says beside its reason: the verdict, the day it counts or reaches. */
export function lineFacts(line: MatterLineRow): readonly string[] {
  return [
    ...(line.verdict === null ? [] : [matterWords.verdict[line.verdict]]), ...(line.countsDay === null ? [] : [matterWords.counts(dayText(line.countsDay))]),
    ...(line.exemptKind === null ? [] : [matterWords.exemptKind[line.exemptKind]]), ...(line.until === null ? [] : [matterWords.until(dayText(line.until))]),
    ...(line.withdrawn ? [matterWords.result.withdrawn] : []),
  ]
}

export function lineAct(line: Pick<MatterLineRow, 'kind'>): string {
  return factWords[line.kind]
}

/** A replaced value as people read it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return matterWords.change.none
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** Last day a request may ask for: the earliest legal layer; null where no law sets a limit. */
export function legalDay(layers: readonly { readonly layer: string; readonly day: Day }[]): Day | null {
  return layers.filter(({ layer }) => layer === 'law').map(({ day }) => day).sort()[0] ?? null
}

export function mattersAddress(fields: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== '') query.set(name, value)
  const text = query.toString()
  return text === '' ? '/matters' : `/matters?${text}`
}

export function askAddress(kind: 'appeal' | 'extension', obligation: string): string {
  return `/matters/new?kind=${kind}&obligation=${encodeURIComponent(obligation)}`
}
