const LONGEST = 120
/** Signs that lead elsewhere, cannot stand in a file name somewhere, or turn the reading round (U+202E …). */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u

/** A file's name as it may be kept and handed out again: no path, no hidden signs, an ending; undefined for any other. */
export function readFileName(said: string): string | undefined {
  const name = said.normalize('NFC').trim()
  if (name.length === 0 || name.length > LONGEST || unfit.test(name) || name.startsWith('.')) return undefined
  return endingOf(name) === '' ? undefined : name
}

export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
