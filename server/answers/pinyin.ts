import { pinyin } from 'pinyin-pro'

/** A name as typed without an input method: 区医保局 → "qybj" and "quyibaoju". */
export interface Reading {
  readonly initials: string
  readonly full: string
}

const known = new Map<string, Reading>()

/** The reading of a name; other signs stay as they are. Names are few, so each is read once for ever. */
export function readingOf(name: string): Reading {
  const read = known.get(name)
  if (read) return read
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const fresh = {
    initials: syllables.map(each => (isSyllable(each) ? each.slice(0, 1) : each)).join('').toLowerCase(),
    full: syllables.join('').toLowerCase(),
  }
  known.set(name, fresh)
  return fresh
}

function isSyllable(text: string): boolean {
  return /^[a-z]+$/.test(text)
}

/** Letters that may be initials or syllables; anything else is looked for as it is. */
export function isSpelling(q: string): boolean {
  return /^[a-z]{2,}$/.test(q)
}
