/** Edits (one letter put in, left out or changed, or two neighbours swapped) from one name to another. */
function edits(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}

/** The way out after an unknown name: the closest known one, else all of them, as the end of a Chinese sentence. */
export function closestTo(name: string, known: readonly string[]): string {
  const plain = name.slice(0, 40).toLowerCase().replace(/[_\-\s]/g, '')
  let best: string | undefined
  let least = 3
  for (const each of known) {
    const away = edits(plain, each.toLowerCase())
    if (away < least && away < each.length) {
      least = away
      best = each
    }
  }
  return best === undefined ? `可用的有 ${known.join('、')}` : `是否想写“${best}”`
}
