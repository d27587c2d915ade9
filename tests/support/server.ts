import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Day } from '../../shared/time/day.ts'
import { endPrograms, runProgram, type Ended, type Program } from './program.ts'
import { cookiesOf, Visitor } from './visitor.ts'

export const password = 'yunhe-sample'

export interface ServerOptions {
  /** The data folder; a copy of the sample when not given. */
  readonly folder?: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

export interface TokenAsked {
  readonly name: string
  readonly units?: readonly string[]
  readonly items?: readonly string[]
  readonly ofRecord?: boolean
}

/** A running server. */
export class Server {
  readonly folder: string
  readonly port: number
  readonly program: Program
  /** The server's own day in Asia/Shanghai when it was started. */
  readonly day: Day
  readonly nobody: Visitor

  constructor(parts: { folder: string; port: number; program: Program; day: Day }) {
    this.folder = parts.folder
    this.port = parts.port
    this.program = parts.program
    this.day = parts.day
    this.nobody = new Visitor(this.url)
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async signIn(account: string, secret = password): Promise<Visitor> {
    const answer = await this.nobody.send('POST', '/api/session', { account, password: secret })
    if (!answer.ok) throw new Error(`sign-in of ${account}: ${answer.status} ${await answer.text()}`)
    return new Visitor(this.url, { cookie: cookiesOf(answer), origin: this.url })
  }

  /** A feed with a token of its own. */
  async feed(admin: Visitor, { name, units, items, ofRecord }: TokenAsked): Promise<Visitor & { readonly token: string; readonly id: string }> {
    const asked = { name, units: units ?? '*', ...(items && { items }), ...(ofRecord !== undefined && { ofRecord }) }
    const { token, id } = await admin.post<{ token: string; id: string }>('/api/tokens', asked)
    return Object.assign(new Visitor(this.url, { authorization: `Bearer ${token}` }), { token, id })
  }

  stop(): Promise<Ended> {
    this.program.signal('SIGTERM')
    return this.program.ended
  }

  kill(): Promise<Ended> {
    this.program.signal('SIGKILL')
    return this.program.ended
  }
}

const folders = new Set<string>()

// Registered for each test file that imports this one.
afterAll(async () => {
  await endPrograms()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders.clear()
})

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'board-'))
  folders.add(folder)
  return folder
}

/** A folder with the sample as it was made once for all stories: generating it takes longer than copying. */
export function sampleFolder(): string {
  const folder = emptyFolder()
  cpSync(inject('sampleFolder'), folder, { recursive: true })
  return folder
}

/** Starts the built server and waits until it serves. */
export async function startServer({ folder = sampleFolder(), port = 0, env = {} }: ServerOptions = {}): Promise<Server> {
  const program = runProgram({ env: { DATA_DIR: folder, PORT: String(port), ...env } })
  const [, taken] = await program.says(/已启动：http:\/\/[^:]+:(\d+)/)
  const { day } = await new Visitor(`http://127.0.0.1:${taken}`).read<{ day: Day }>('/api/health')
  return new Server({ folder, port: Number(taken), program, day })
}
