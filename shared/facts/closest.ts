/** Edits (one letter put in, left out or changed) from one name to another. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
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
