import { ref, shallowRef, triggerRef } from 'vue'
import type { AnswerStamp } from '../../shared/wire/answers.ts'
import { ask, NotGranted } from '../ask.ts'

interface RowPage<Row> extends AnswerStamp {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next?: string
}

const FIRST = 200
const MORE = 1000

/** A long list read page by page, as far as somebody looks. Its pages are of one revision unless `moved` says otherwise. */
export function rowPages<Row>() {
  const rows = shallowRef<Row[]>([])
  const stamp = shallowRef<(AnswerStamp & { readonly total: number }) | null>(null)
  const problem = ref('')
  const busy = ref(false)
  /** Something was recorded between the pages: they may not fit together. */
  const moved = ref(false)
  let path = ''
  let next: string | undefined
  let wanted = 0
  let asking = 0

  /** Starts over with another list; `address` has its filters and no page. */
  async function open(address: string): Promise<void> {
    path = address
    wanted = 0
    asking += 1
    busy.value = true
    problem.value = ''
    const mine = asking
    const page = await page1(mine)
    if (page === undefined || mine !== asking) return
    rows.value = [...page.rows]
    stamp.value = page
    moved.value = false
    next = page.next
    busy.value = false
    await follow(mine)
  }

  /** Asks for the rows up to this index, however far down. */
  async function want(index: number): Promise<void> {
    if (index < wanted) return
    wanted = index
    if (!busy.value) await follow(asking)
  }

  async function follow(mine: number): Promise<void> {
    while (next !== undefined && rows.value.length <= wanted && mine === asking) {
      busy.value = true
      const page = await read(MORE, next, mine)
      if (page === undefined || mine !== asking) return
      if (page.revision !== stamp.value?.revision) moved.value = true
      rows.value.push(...page.rows)
      triggerRef(rows)
      next = page.next
    }
    if (mine === asking) busy.value = false
  }

  const page1 = (mine: number) => read(FIRST, undefined, mine)

  async function read(limit: number, cursor: string | undefined, mine: number): Promise<RowPage<Row> | undefined> {
    const tail = `limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`
    return ask<RowPage<Row>>(path + (path.includes('?') ? '&' : '?') + tail).catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
      if (mine === asking) {
        problem.value = error.message
        busy.value = false
      }
      return undefined
    })
  }

  return { rows, stamp, problem, busy, moved, open, want }
}
