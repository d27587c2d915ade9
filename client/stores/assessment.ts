import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { AssessmentResult } from '../../shared/assessment/result.ts'
import type { MarkRow, MarksAnswer } from '../../shared/wire/assessment-answers.ts'
import { ask, NotGranted } from '../ask.ts'
import { queryText, type At } from '../lists/addresses.ts'
import { newMarks } from '../lists/mark-lines.ts'

/** After something moved, the marks are asked for at once, the whole result when a mark is new, else at most this often. */
const SOON_MS = 250
const CALM_MS = 20_000
/** A line that says nothing is not believed for ever. */
const REGULAR_MS = 15_000

interface Asked {
  readonly year: () => string
  readonly at: () => At
  /** Of the live board; null until the line has said one. */
  readonly revision: () => number | null
  readonly account: () => string
}

/** The assessment of a year and the marks given by hand, followed while others write; nothing typed is touched by it. */
export function assessment({ year, at, revision, account }: Asked) {
  const result = shallowRef<AssessmentResult | null>(null)
  const marks = shallowRef<MarksAnswer | null>(null)
  const problem = ref('')
  const reading = ref(false)
  /** Marks of others that came in while the page was open, the newest first. */
  const arrived = shallowRef<readonly MarkRow[]>([])
  let turn = 0
  let wholeAt = 0

  const address = (what: '' | '/marks') => {
    const query = queryText({}, at())
    return `/api/assessments/${encodeURIComponent(year())}${what}${query === '' ? '' : `?${query}`}`
  }

  /** The whole anew, as after a change of day: what was shown stays until the answer is there. */
  async function load(): Promise<void> {
    const mine = ++turn
    reading.value = true
    try {
      const [whole, told] = await Promise.all([ask<AssessmentResult>(address('')), ask<MarksAnswer>(address('/marks'))])
      if (mine !== turn) return
      result.value = whole
      hear(told)
      problem.value = ''
      wholeAt = performance.now()
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (mine === turn) problem.value = error.message
    } finally {
      if (mine === turn) reading.value = false
    }
  }

  /** What others wrote meanwhile; the table follows when it moved. */
  async function follow(): Promise<void> {
    if (at().knownAt !== null || result.value === null) return
    const mine = turn
    try {
      const told = await ask<MarksAnswer>(address('/marks'))
      if (mine !== turn) return
      const moved = told.revision !== result.value?.revision && performance.now() - wholeAt > CALM_MS
      if (hear(told) || moved) await load()
    } catch (error) {
      // The line says that it is cut; what is shown stays.
      if (!(error instanceof NotGranted)) throw error
    }
  }

  /** True when a mark is new. */
  function hear(told: MarksAnswer): boolean {
    const before = marks.value
    marks.value = told
    if (before === null || before.year !== told.year || before.knownAt !== told.knownAt) {
      arrived.value = []
      return false
    }
    const fresh = newMarks(before.marks, told.marks)
    const others = fresh.filter(({ by }) => by !== account())
    if (others.length > 0) arrived.value = [...[...others].reverse(), ...arrived.value].slice(0, 20)
    return fresh.length > 0
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(revision, (now, before) => {
    if (now === null || before === null || now === before) return
    timer ??= setTimeout(() => {
      timer = undefined
      void follow()
    }, SOON_MS)
  })
  const regular = setInterval(() => void follow(), REGULAR_MS)
  onScopeDispose(() => {
    turn += 1
    clearTimeout(timer)
    clearInterval(regular)
  })
  const scheme = computed(() => marks.value?.scheme ?? null)
  return { result, marks, scheme, problem, reading, arrived, load, follow }
}
