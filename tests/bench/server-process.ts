import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Filled, Scene } from './scene.ts'

export interface ServerProcess {
  readonly port: number
  /** CPU seconds used so far, user and system. */
  cpu(): number
  say(message: unknown): void
  stop(): Promise<void>
}

const TICKS = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100
const canPin = spawnSync('taskset', ['--version']).status === 0

/** A measurement that fails leaves no server behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => { for (const child of running) child.kill('SIGKILL') })

/** CPU seconds of a process with all its threads. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** Starts a program on the first core, the load being made on the second; it tells its address on the first lines. */
export async function startProgram(file: string, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const command = [process.execPath, '--max-old-space-size=8192', file]
  const [first, ...rest] = canPin ? ['taskset', '-c', '0', ...command] : command
  const child = spawn(first!, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const port = await portOf(child)
  return {
    port,
    cpu: () => cpuSecondsOf(child.pid!),
    say: (message) => void child.send(message as object),
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 12_000).unref()
    }),
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it told its address: ${said}`)))
  })
}

/** The real server on a folder that it may change. */
export function startServer(scene: Scene, folder: string): Promise<ServerProcess> {
  return startProgram(join(scene.program, 'main.js'), serverEnv(folder))
}

export function serverEnv(folder: string): NodeJS.ProcessEnv {
  return { DATA_DIR: folder, SAMPLE: 'off', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' }
}

/** A copy of a filled folder, to be written to. */
export function copyOf(scene: Scene, filled: Filled, name: string): string {
  const folder = join(scene.temporary, name)
  cpSync(filled.folder, folder, { recursive: true })
  return folder
}
