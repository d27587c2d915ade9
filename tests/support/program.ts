import { spawn, type ChildProcess } from 'node:child_process'
import { builtServer, programFolder } from './built.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

/** The built server as a process of its own. */
export interface Program {
  /** Standard output and errors so far. */
  said(): string
  /** Resolves once it has printed what matches; rejects with all it said when it ends before. */
  says(words: RegExp): Promise<RegExpExecArray>
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<Ended>
}

const running = new Set<ChildProcess>()

/** Ends whatever a test left running. */
export async function endPrograms(): Promise<void> {
  await Promise.all([...running].map(child => new Promise(resolve => {
    child.once('close', resolve)
    child.kill('SIGKILL')
  })))
}

export interface Run {
  readonly env: Readonly<Record<string, string>>
  /** The file to run, when it is not the built server in its place. */
  readonly file?: string
}

/** Runs the program with this environment and nothing of the test's own settings. */
export function runProgram({ env, file = builtServer }: Run): Program {
  const { PATH = '', HOME = '/', TZ } = process.env
  const child = spawn(process.execPath, [file], {
    cwd: programFolder, env: { PATH, HOME, ...(TZ === undefined ? {} : { TZ }), LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: '0', SAMPLE_LIVE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, said: text })
    })
  })
  return {
    ended,
    said: () => text,
    signal: signal => void child.kill(signal),
    says: words => new Promise((resolve, reject) => {
      const look = () => {
        const found = words.exec(text)
        if (found === null) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
      ended.then(({ code, signal, said }) => reject(new Error(`the program ended (${code ?? signal}) before it said ${words}:\n${said}`)), reject)
    }),
  }
}
