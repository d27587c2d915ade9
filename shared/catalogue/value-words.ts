import type { SchemeChange } from './scheme-changes.ts'
import { pointWords, shareWords } from './scheme-terms.ts'

/** A number with its unit; what is blank says so. */
export function wordsOrBlank(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? '未填' : `${pointWords(value)}${unit}`
}

export function shareOrBlank(share: number | null | undefined): string {
  return share === null || share === undefined ? '未填' : shareWords(share)
}

/** "单项上限由1.5倍改为1.2倍"; none when both read the same. */
export function changeWords(code: string | null, what: string, [before, after]: readonly [string, string]): readonly SchemeChange[] {
  return before === after ? [] : [{ code, kind: 'changed', words: `${what}由${quoted(before)}改为${quoted(after)}` }]
}

/** Words that are a text of their own stand in quotation marks; figures and lists do not. */
function quoted(text: string): string {
  return text.length > 11 ? `“${text}”` : text
}
