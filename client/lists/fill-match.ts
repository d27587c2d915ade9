import type { FillRow } from '../../shared/wire/desk-answers.ts'

/** Rows that answer what was typed: by name, path, id or 拼音, those beginning with it first; order is otherwise kept. */
export function matchingRows(rows: readonly FillRow[], typed: string): FillRow[] {
  const q = typed.trim().toLowerCase().replace(/\s+/g, '')
  if (q === '') return [...rows]
  const ranked = rows.flatMap((row) => {
    const rank = rankOf(row, q)
    return rank === null ? [] : [{ row, rank: rank + (row.owed ? 0 : 10) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row)
}

function rankOf(row: FillRow, q: string): number | null {
  const name = row.name.toLowerCase()
  if (name === q || row.item === q) return 0
  if (name.startsWith(q)) return 1
  if (row.initials.startsWith(q)) return 2
  if (name.includes(q) || row.path.join('/').toLowerCase().includes(q)) return 3
  return row.initials.includes(q) || row.spelled.startsWith(q) ? 4 : null
}

/** The rows a cell of a pasted table names: by id, whole path, or name. */
export function namedRows(rows: readonly FillRow[], text: string): FillRow[] {
  const plain = text.trim().replace(/\s+/g, '')
  const byPath = rows.filter((row) => row.item === plain || row.path.join('/').replace(/\s+/g, '') === plain)
  if (byPath.length > 0) return byPath
  const byName = rows.filter((row) => row.name.replace(/\s+/g, '') === plain || (row.path[row.path.length - 1] ?? '').replace(/\s+/g, '') === plain)
  const owed = byName.filter((row) => row.owed)
  return owed.length > 0 ? owed : byName
}
