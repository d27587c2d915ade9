/** Rows [first, last) of a list. */
export interface Span {
  readonly first: number
  readonly last: number
}

/**
 * The first row of a span that is not read yet at the list's revision, given the revision each row was read at; undefined
 * where none is missing. Rows beyond the list's end are none.
 */
export function firstUnread(
  revisions: readonly (number | undefined)[], { first, last }: Span, list: { readonly revision: number; readonly total: number } | null,
): number | undefined {
  if (list === null) return undefined
  for (let index = first; index < Math.min(last, list.total); index += 1) if (revisions[index] !== list.revision) return index
  return undefined
}
