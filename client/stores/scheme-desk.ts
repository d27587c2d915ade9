import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { schemeChangesOf } from '../../shared/catalogue/scheme-changes.ts'
import type { SchemeContext } from '../../shared/catalogue/scheme-context.ts'
import type { SchemeDraft } from '../../shared/catalogue/scheme-draft.ts'
import { nextVersion } from '../../shared/catalogue/scheme-faults.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { schemeRefusals } from '../../shared/measures/scheme-check.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { deskDraft } from './desk-draft.ts'

/** What is kept of a scheme being written: the draft, and what it began from. */
export interface SchemeForm {
  readonly scheme: SchemeDraft | null
  readonly effective: string
  /** The last version its author had seen. */
  readonly from: number
  /** The scheme it began as, to be gone back to. */
  readonly base: Scheme | null
}

const blank: SchemeForm = { scheme: null, effective: '', from: 0, base: null }
const MOST_STEPS = 200

const nobody: SchemeContext = { items: [], traits: [], units: [], usedVersions: [] }

/** A scheme on the desk while it is written: every step can be taken back, every fault stands at its field. */
export function schemeDesk() {
  const { form, restored, renew } = deskDraft<SchemeForm>('scheme', blank, 'browser')
  const known = shallowRef<SchemeContext>(nobody)
  const past = shallowRef<readonly SchemeDraft[]>([])
  const future = shallowRef<readonly SchemeDraft[]>([])
  /** Place of a leaf whose rule stands open. */
  const opened = ref('')

  const scheme = computed(() => form.value.scheme)
  const faults = computed<readonly Refusal[]>(() => (scheme.value === null ? [] : [...schemeRefusals(scheme.value, known.value), ...dayFaults(form.value.effective)]))
  const byPlace = computed(() => {
    const all = new Map<string, string>()
    for (const { field, message } of faults.value) if (!all.has(field)) all.set(field, message)
    return all
  })
  const changes = computed(() => (scheme.value && form.value.base ? schemeChangesOf(form.value.base, scheme.value) : []))

  function begin(base: Scheme, from: number, effective: string): void {
    form.value = { scheme: { ...base, version: nextVersion(base.version, known.value.usedVersions) }, effective, from, base }
    forgetSteps()
  }
  /** One step of writing; typing on in the same field is one step. */
  function edit(next: SchemeDraft, field = ''): void {
    const now = form.value.scheme
    if (now === null || next === now) return
    if (field === '' || field !== lastField) past.value = [...past.value.slice(-MOST_STEPS), now]
    lastField = field
    future.value = []
    form.value = { ...form.value, scheme: next }
  }
  let lastField = ''
  function undo(): void {
    step(past, future)
  }
  function redo(): void {
    step(future, past)
  }
  function step(from: typeof past, to: typeof past): void {
    const next = from.value[from.value.length - 1]
    if (!next || form.value.scheme === null) return
    to.value = [...to.value, form.value.scheme]
    from.value = from.value.slice(0, -1)
    lastField = ''
    form.value = { ...form.value, scheme: next }
  }
  function forgetSteps(): void {
    past.value = []
    future.value = []
    lastField = ''
  }
  /** All of it as it was begun; a step of its own, so that it too can be taken back. */
  function restart(): void {
    const { base } = form.value
    if (base) edit({ ...base, version: nextVersion(base.version, known.value.usedVersions) })
  }
  function discard(): void {
    renew(blank)
    forgetSteps()
    opened.value = ''
  }
  function setDay(effective: string): void {
    form.value = { ...form.value, effective }
  }
  function adopt(from: number): void {
    form.value = { ...form.value, from }
  }

  watch(scheme, (next) => {
    if (next === null) opened.value = ''
  })
  return { form, scheme, restored, known, faults, byPlace, changes, past, future, opened, begin, edit, undo, redo, restart, discard, setDay, adopt }
}

export type SchemeDesk = ReturnType<typeof schemeDesk>

const key: InjectionKey<SchemeDesk> = Symbol('scheme desk')

export function provideSchemeDesk(desk: SchemeDesk): void {
  provide(key, desk)
}

/** The desk the fields of the page write to. */
export function useSchemeDesk(): SchemeDesk {
  const desk = inject(key)
  if (!desk) throw new Error('invariant broken: fields of a scheme stand on its page')
  return desk
}

function dayFaults(effective: string): readonly Refusal[] {
  return effective === '' ? [{ code: 'blank', field: 'effective', message: '施行日期没有填写。' }] : []
}
