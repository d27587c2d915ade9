import { ref, watch, type Ref } from 'vue'
import { useSession } from './session.ts'

/** What is typed stays until it is recorded: it outlives a reload, a cut line and the end of a session; `browser` also the window's closing. */
export interface Draft<F> {
  readonly form: Ref<F>
  /** Names the filled form to the server: a second click or a retry is the same record. */
  readonly key: Ref<string>
  /** What is on the form was typed before the page was opened. */
  readonly restored: Ref<boolean>
  /** A fresh form under a fresh key. */
  renew(form: F): void
}

interface Stored<F> {
  readonly form: F
  readonly key: string
}

export function deskDraft<F extends object>(name: string, blank: F, keptIn: KeptIn = 'tab'): Draft<F> {
  const account = useSession().session?.account ?? ''
  const place = `desk:${account}:${name}`
  const stored = readStored<F>(place, keptIn)
  const form = ref({ ...blank, ...stored?.form }) as Ref<F>
  const key = ref(stored?.key ?? freshKey(account))
  const restored = ref(stored !== null && JSON.stringify({ ...blank, ...stored.form }) !== JSON.stringify(blank))
  let plain = JSON.stringify(blank)

  watch([form, key], () => {
    if (JSON.stringify(form.value) === plain) forget(place, keptIn)
    else keep(place, keptIn, { form: form.value, key: key.value })
  }, { deep: true })

  return {
    form, key, restored,
    renew(fresh) {
      plain = JSON.stringify(fresh)
      form.value = fresh
      key.value = freshKey(account)
      restored.value = false
    },
  }
}

type KeptIn = 'tab' | 'browser'

function storeOf(keptIn: KeptIn): Storage {
  return keptIn === 'tab' ? sessionStorage : localStorage
}

function forget(place: string, keptIn: KeptIn): void {
  try {
    storeOf(keptIn).removeItem(place)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** A tab whose storage is full or shut still holds the form itself. */
function keep(place: string, keptIn: KeptIn, stored: Stored<object>): void {
  try {
    storeOf(keptIn).setItem(place, JSON.stringify(stored))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function readStored<F>(place: string, keptIn: KeptIn): Stored<F> | null {
  try {
    return JSON.parse(storeOf(keptIn).getItem(place) ?? 'null') as Stored<F> | null
  } catch {
    return null
  }
}

const KEY_BYTES = 9

/** getRandomValues works on plain http too, where randomUUID does not. */
export function freshKey(account: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return `${account}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
