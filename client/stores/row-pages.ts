import { computed, ref, shallowRef } from 'vue'
import type { AnswerStamp } from '../../shared/wire/answers.ts'
import { ask, NotGranted } from '../ask.ts'
import { firstUnread, type Span } from '../lists/unread-rows.ts'

interface RowPage<Row> extends AnswerStamp {
  readonly rows: readonly Row[]
  readonly total: number
}

type Stamp = AnswerStamp & { readonly total: number }

const FIRST = 200
/** What one question brings at the least: a screenful with some rows on either side. */
const LEAST = 300
const BEFORE = 100
export const MOST_AT_ONCE = 2000

/**
 * A long list of which any place is read at once. When something was recorded in between, rows read before stay on screen
 * until they are read again, so that what is in view is always of one revision.
 */
export function rowPages<Row>() {
  const rows = shallowRef<readonly (Row | undefined)[]>([])
  const stamp = shallowRef<Stamp | null>(null)
  const problem = ref('')
  /** The list of another address is on its way; the one before stands meanwhile. */
  const opening = ref(false)
  /** Steps with every list opened. */
  const opened = ref(0)
  let path = ''
  /** The revision each row was read at, in its place. */
  let revisions: readonly (number | undefined)[] = []
  let wanted: Span = { first: 0, last: 0 }
  let asking = 0
  let reading: Promise<void> | null = null

  /** Starts over with another list; `address` has its filters and no page. */
  async function open(address: string): Promise<void> {
    path = address
    const mine = ++asking
    problem.value = ''
    opening.value = true
    wanted = { first: 0, last: 0 }
    const page = await read(0, FIRST, mine)
    if (page === undefined) return
    ;[rows.value, revisions] = [[], []]
    keep(page, 0)
    opening.value = false
    opened.value += 1
  }

  /** Reads what is missing of rows [first, last); of several asked for while one is read, only the last counts. */
  function want(first: number, last: number): Promise<void> {
    wanted = { first, last }
    if (opening.value) return Promise.resolve()
    reading ??= follow(asking).finally(() => { reading = null })
    return reading
  }

  async function follow(mine: number): Promise<void> {
    while (mine === asking) {
      const from = firstUnread(revisions, wanted, stamp.value)
      if (from === undefined) return
      const offset = Math.max(0, from - BEFORE)
      const page = await read(offset, Math.min(MOST_AT_ONCE, Math.max(LEAST, wanted.last - offset)), mine)
      if (page === undefined) return
      keep(page, offset)
    }
  }

  function keep({ rows: found, ...page }: RowPage<Row>, offset: number): void {
    const [next, of] = [rows.value.slice(0, page.total), revisions.slice(0, page.total)]
    found.forEach((row, index) => {
      next[offset + index] = row
      of[offset + index] = page.revision
    })
    ;[rows.value, revisions, stamp.value] = [next, of, page]
  }

  async function read(offset: number, limit: number, mine: number): Promise<RowPage<Row> | undefined> {
    const page = await ask<RowPage<Row>>(`${path}${path.includes('?') ? '&' : '?'}offset=${offset}&limit=${limit}`).catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
      if (mine === asking) {
        problem.value = error.message
        opening.value = false
      }
      return undefined
    })
    return mine === asking ? page : undefined
  }

  /** After a problem: what was wanted is asked for again. */
  function again(): void {
    if (rows.value.length === 0 || opened.value === 0) return void open(path)
    problem.value = ''
    void want(wanted.first, wanted.last)
  }

  /** Rows read from the first on without a gap. */
  const begun = computed(() => {
    const gap = rows.value.findIndex((row) => row === undefined)
    return gap === -1 ? rows.value.length : gap
  })

  return { rows, stamp, problem, opening, opened, begun, open, want, again }
}
