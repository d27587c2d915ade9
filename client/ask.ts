import { greet, instantOf } from './clock.ts'
import { words } from './words.ts'

/** A request the server did not grant: its status (0 when it could not be reached) and a Chinese sentence for the person. */
export class NotGranted extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
}

const never = new Promise<never>(() => undefined)
/** Aborted while nobody asks any more. */
let asking = new AbortController()

/** Who leaves waits for nothing: questions on their way are given up and never answered, nor are those asked until `askAgain`. */
export function askNoMore(): void {
  asking.abort()
}

export function askAgain(): void {
  if (asking.signal.aborted) asking = new AbortController()
}

/** The JSON answer of one of our own routes. Throws `NotGranted`; the answer's Date header sets the clock when nothing better has. */
export async function ask<T>(path: string, how: Ask = {}): Promise<T> {
  // Whether somebody is signed in may be asked at any time.
  if (path.startsWith('/api/session')) return answerOf<T>(path, how)
  const { signal } = asking
  if (signal.aborted) return never
  return answerOf<T>(path, how, signal).catch((error: unknown) => {
    if (signal.aborted) return never
    throw error
  })
}

async function answerOf<T>(path: string, { method = 'GET', body }: Ask, signal: AbortSignal | null = null): Promise<T> {
  const answer = await fetch(path, {
    method,
    signal,
    cache: 'no-cache',
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new NotGranted(0, words.unreachable)
  })
  greetFrom(answer)
  if (!answer.ok) throw new NotGranted(answer.status, await reasonOf(answer))
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

let greeted = false

function greetFrom(answer: Response): void {
  const date = Date.parse(answer.headers.get('date') ?? '')
  if (greeted || Number.isNaN(date)) return
  greeted = true
  greet(instantOf(date))
}

async function reasonOf(answer: Response): Promise<string> {
  const body = await answer.json().catch(() => null) as { error?: { message?: unknown } } | null
  const message = body?.error?.message
  return typeof message === 'string' ? message : words.failed(answer.status)
}
