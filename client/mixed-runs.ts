/** A stretch of text of one script, with the gap it needs on either side. */
export interface Run {
  readonly text: string
  readonly before: boolean
  readonly after: boolean
}

const LATIN = /[A-Za-z0-9%.,:+×/–-]*[A-Za-z0-9%][A-Za-z0-9%.,:+×/–-]*/g
const HAN = /\p{Script=Han}/u

/** Cuts mixed text so that Latin and digits keep a small gap from 汉字 (and none from punctuation); no literal spaces are written. */
export function mixedRuns(text: string): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const match of text.matchAll(LATIN)) {
    const start = match.index
    const end = start + match[0].length
    if (start > at) runs.push({ text: text.slice(at, start), before: false, after: false })
    runs.push({ text: match[0], before: HAN.test(text.slice(0, start).slice(-1)), after: HAN.test(text.slice(end, end + 1)) })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), before: false, after: false })
  return runs
}
