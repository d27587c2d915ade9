import { deepEqual } from './deep-equal.ts'

/** Difference of two lists of rows told apart by a key. Absent = unchanged. */
export interface RowPatch<Row> {
  /** New and replaced rows. */
  readonly rows?: readonly Row[]
  readonly gone?: readonly string[]
  /** All keys in their new order, only when replacing in place, dropping and appending does not give it. */
  readonly order?: readonly string[]
}

type KeyOf<Row> = (row: Row) => string

/** What turns `a` into `b`. Keys are unique in each list. */
export function diffRows<Row>(a: readonly Row[], b: readonly Row[], keyOf: KeyOf<Row>): RowPatch<Row> {
  if (a === b) return {}
  if (isSameOrder(a, b, keyOf)) {
    const rows = b.filter((row, n) => !deepEqual(a[n], row))
    return rows.length > 0 ? { rows } : {}
  }
  const before = new Map(a.map((row) => [keyOf(row), row]))
  const rows = b.filter((row) => {
    const old = before.get(keyOf(row))
    return old === undefined || !deepEqual(old, row)
  })
  const wanted = b.map(keyOf)
  const kept = new Set(wanted)
  const gone = a.map(keyOf).filter((key) => !kept.has(key))
  const patch = { ...(rows.length > 0 && { rows }), ...(gone.length > 0 && { gone }) }
  const reached = patchRows(a, patch, keyOf).map(keyOf)
  return reached.every((key, place) => key === wanted[place]) ? patch : { ...patch, order: wanted }
}

/** The same rows in the same places, as nearly always. */
function isSameOrder<Row>(a: readonly Row[], b: readonly Row[], keyOf: KeyOf<Row>): boolean {
  return a.length === b.length && a.every((row, n) => row === b[n] || keyOf(row) === keyOf(b[n]!))
}

/** Applies a difference. Rows that stay keep their identity, and so does the list when nothing changes. */
export function patchRows<Row>(a: readonly Row[], patch: RowPatch<Row>, keyOf: KeyOf<Row>): readonly Row[] {
  if (!patch.rows && !patch.gone && !patch.order) return a
  const rows = new Map(a.map((row) => [keyOf(row), row]))
  for (const key of patch.gone ?? []) rows.delete(key)
  for (const row of patch.rows ?? []) rows.set(keyOf(row), kept(rows.get(keyOf(row)), row))
  if (!patch.order) return [...rows.values()]
  return patch.order.flatMap((key) => {
    const row = rows.get(key)
    return row === undefined ? [] : [row]
  })
}

/** A short list sent whole: rows seen before keep their identity. */
export function reuseRows<Row>(a: readonly Row[], b: readonly Row[], keyOf: KeyOf<Row>): readonly Row[] {
  const before = new Map(a.map((row) => [keyOf(row), row]))
  return b.map((row) => kept(before.get(keyOf(row)), row))
}

function kept<Row>(old: Row | undefined, next: Row): Row {
  return old !== undefined && deepEqual(old, next) ? old : next
}
