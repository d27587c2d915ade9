import { computed, nextTick, ref, shallowRef, type Ref } from 'vue'
import type { Refusal } from '../../shared/refusal.ts'
import { NotGranted } from '../ask.ts'
import { fillWords } from '../fill-words.ts'
import { deskDraft } from './desk-draft.ts'
import { useDesk, type RawFact } from './desk.ts'

interface FormOptions<F extends object> {
  readonly name: string
  readonly blank: () => F
  /** The facts a filled form says, under its key; several take keys made from it. */
  readonly facts: (form: F, key: string) => readonly RawFact[]
  /** What stays on the form for the next one. */
  readonly kept: (form: F) => Partial<F>
  /** The field of the form a refused field of the fact stands in; without it the refusal stands at the form's foot. */
  readonly fieldOf?: (field: string) => string
  /** The form's element: the first field of it is gone to after each record. */
  readonly element: Ref<HTMLElement | null>
}

/** A form of the desk: repeatable, harmless to send twice, refusals beside their fields, nothing lost when the line breaks. */
export function deskForm<F extends object>({ name, blank, facts, kept, fieldOf = (field) => field, element }: FormOptions<F>) {
  const desk = useDesk()
  const draft = deskDraft(name, blank())
  const sending = ref(false)
  /** A cut line or an ended session: what was typed stays. */
  const problem = ref('')
  const isSignedOut = ref(false)
  const refusals = shallowRef<readonly Refusal[]>([])
  const isReused = computed(() => refusals.value.some(({ code }) => code === 'key-reused'))
  const done = ref('')

  const fields = computed(() => {
    const byField: Record<string, string> = {}
    for (const { field, message } of refusals.value) byField[fieldOf(field.replace(/[.[].*$/, ''))] ??= message
    return byField
  })

  async function submit(): Promise<void> {
    if (sending.value) return
    sending.value = true
    problem.value = done.value = ''
    isSignedOut.value = false
    try {
      const told = await desk.report(facts(draft.form.value, draft.key.value))
      refusals.value = told.refusals
      if (told.refused === 0) {
        done.value = told.accepted === 0 ? fillWords.saved.duplicate : ''
        draft.renew({ ...blank(), ...kept(draft.form.value) })
        await focusFirst('input, select, textarea')
      } else await focusFirst('[aria-invalid="true"]')
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
      isSignedOut.value = error.status === 401
    } finally {
      sending.value = false
    }
  }

  async function focusFirst(selector: string): Promise<void> {
    await nextTick()
    element.value?.querySelector<HTMLElement>(selector)?.focus()
  }

  function clear(): void {
    refusals.value = []
    problem.value = done.value = ''
    draft.renew(blank())
    void focusFirst('input, select, textarea')
  }

  /** The same form as another record. */
  function asNew(): void {
    refusals.value = []
    const form = draft.form.value
    draft.renew(blank())
    draft.form.value = form
  }

  return { form: draft.form, restored: draft.restored, sending, problem, isSignedOut, refusals, isReused, fields, done, submit, clear, asNew }
}

export type DeskForm = Pick<ReturnType<typeof deskForm>, 'restored' | 'sending' | 'problem' | 'isSignedOut' | 'refusals' | 'isReused' | 'fields' | 'done' | 'submit' | 'clear' | 'asNew'>
