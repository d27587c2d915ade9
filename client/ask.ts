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

/** The JSON answer of one of our own routes. Throws `NotGranted`; the answer's Date header sets the clock when nothing better has. */
export async function ask<T>(path: string, { method = 'GET', body }: Ask = {}): Promise<T> {
  const answer = await fetch(path, {
    method,
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
