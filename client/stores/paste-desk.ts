import { computed, ref, shallowRef } from 'vue'
import { ask, NotGranted } from '../ask.ts'
import { fillWords } from '../fill-words.ts'
import { plainRefusal } from '../lists/plain-refusal.ts'
import { columnOfRefusal, pastedFact, type PasteCells } from '../lists/paste-facts.ts'
import { pastedTable, type PasteField } from '../lists/paste-rows.ts'
import { deskDraft, freshKey } from './desk-draft.ts'
import { useDesk, type RawFact, type Reported } from './desk.ts'

export interface PasteRow {
  /** Its place in what was pasted, from 1. */
  readonly n: number
  readonly key: string
  readonly cells: readonly string[]
}

export interface RowCheck {
  readonly state: 'good' | 'duplicate' | 'bad'
  readonly problems: readonly { readonly field: PasteField | null; readonly message: string }[]
}

interface Pasted {
  columns: readonly (PasteField | null)[]
  rows: readonly PasteRow[]
}

/** So many rows that no answer has more refusals than it may name. */
const BATCH = 200

/** 粘贴多行: rows are checked by a dry run, the good ones recorded, the bad ones stay to be changed. */
export function pasteDesk() {
  const desk = useDesk()
  const draft = deskDraft<Pasted>('paste', { columns: [], rows: [] })
  const pasted = draft.form
  const checks = shallowRef<ReadonlyMap<string, RowCheck>>(new Map())
  const busy = ref<'checking' | 'sending' | null>(null)
  const problem = ref('')
  const isSignedOut = ref(false)
  const tooMany = ref(0)
  const sent = ref(0)

  function read(text: string): void {
    const table = pastedTable(text)
    const run = freshKey('paste')
    checks.value = new Map()
    problem.value = table.rows.length === 0 ? fillWords.paste.empty : ''
    tooMany.value = table.total > table.rows.length ? table.total : 0
    sent.value = 0
    pasted.value = { columns: table.columns, rows: table.rows.map((cells, place) => ({ n: place + 1, key: `${run}-${place + 1}`, cells })) }
  }

  function setColumn(place: number, field: PasteField | null): void {
    pasted.value = { ...pasted.value, columns: pasted.value.columns.map((each, at) => (at === place ? field : each === field ? null : each)) }
    checks.value = new Map()
  }

  function setCell(row: PasteRow, place: number, text: string): void {
    const changed = { ...row, cells: row.cells.map((each, at) => (at === place ? text : each)) }
    pasted.value = { ...pasted.value, rows: pasted.value.rows.map((each) => (each.key === row.key ? changed : each)) }
    forget([row.key])
  }

  function drop(row: PasteRow): void {
    pasted.value = { ...pasted.value, rows: pasted.value.rows.filter((each) => each.key !== row.key) }
    forget([row.key])
  }

  function forget(keys: readonly string[]): void {
    const left = new Map(checks.value)
    for (const key of keys) left.delete(key)
    checks.value = left
  }

  function cellsOf(row: PasteRow): PasteCells {
    return Object.fromEntries(pasted.value.columns.flatMap((field, place) => (field === null ? [] : [[field, row.cells[place] ?? '']])))
  }

  /** Facts of rows that need nothing changed first; what the others need is noted. */
  function factsOf(rows: readonly PasteRow[], into: Map<string, RowCheck>): RawFact[] {
    const answer = desk.rows
    if (answer === null) return []
    return rows.flatMap((row) => {
      const { fact, problems } = pastedFact(cellsOf(row), { desk: answer, key: row.key })
      if (fact === null) into.set(row.key, { state: 'bad', problems })
      return fact === null ? [] : [fact as RawFact]
    })
  }

  function note(facts: readonly RawFact[], told: Reported, into: Map<string, RowCheck>): void {
    facts.forEach((fact, index) => {
      const refusals = told.refusals.filter((each) => (each.index ?? 0) === index)
      into.set(fact.key, { state: refusals.length > 0 ? 'bad' : 'good', problems: refusals.map(plainRefusal).map(({ field, message }) => ({ field: columnOfRefusal(field), message })) })
    })
  }

  async function guarded(name: 'checking' | 'sending', work: () => Promise<void>): Promise<void> {
    if (busy.value !== null) return
    busy.value = name
    problem.value = ''
    isSignedOut.value = false
    try {
      await work()
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
      isSignedOut.value = error.status === 401
    } finally {
      busy.value = null
    }
  }

  const check = () => guarded('checking', async () => {
    const found = new Map<string, RowCheck>()
    const facts = factsOf(pasted.value.rows, found)
    for (let from = 0; from < facts.length; from += BATCH) {
      const part = facts.slice(from, from + BATCH)
      note(part, await ask<Reported>('/api/facts?dryRun=1', { method: 'POST', body: part }), found)
    }
    checks.value = found
  })

  /** Only rows found good go; each part that was taken leaves the table at once, so that a break in between loses nothing. */
  const send = () => guarded('sending', async () => {
    const good = pasted.value.rows.filter((row) => checks.value.get(row.key)?.state === 'good')
    const facts = factsOf(good, new Map())
    for (let from = 0; from < facts.length; from += BATCH) {
      const part = facts.slice(from, from + BATCH)
      const found = new Map<string, RowCheck>()
      note(part, await desk.report(part), found)
      const taken = new Set(part.map(({ key }) => key).filter((key) => found.get(key)?.state === 'good'))
      sent.value += taken.size
      pasted.value = { ...pasted.value, rows: pasted.value.rows.filter((row) => !taken.has(row.key)) }
      checks.value = new Map([...checks.value, ...found].filter(([key]) => !taken.has(key)))
    }
    if (pasted.value.rows.length === 0) draft.renew({ columns: [], rows: [] })
  })

  function clear(): void {
    draft.renew({ columns: [], rows: [] })
    checks.value = new Map()
    problem.value = ''
    tooMany.value = sent.value = 0
  }

  const counts = computed(() => {
    const states = [...checks.value.values()].map(({ state }) => state)
    return { good: states.filter((state) => state === 'good').length, bad: states.filter((state) => state === 'bad').length }
  })

  return { pasted, restored: draft.restored, checks, busy, problem, isSignedOut, tooMany, sent, counts, read, setColumn, setCell, drop, check, send, clear }
}
