import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayOf } from '../../shared/time/day.ts'
import { buildPrograms } from './build-programs.ts'
import { isReached, type Measured } from './measured.ts'
import { ratioList } from './ratio-list.ts'
import type { Order } from './run-one.ts'
import type { Filled, Scene } from './scene.ts'
import { lineWords, machineWords } from './table.ts'

/*
 * `npm run bench [-- --full] [-- --only=A,B]`: each ratio against its bare counterpart in the same run. A ratio that is missed
 * is printed as missed; no time fails anything. Everything stays on this machine, in a temporary folder that is removed.
 */
const only = process.argv.find((each) => each.startsWith('--only='))?.slice(7).toUpperCase().split(',')
const facts = process.argv.includes('--full') ? 1_000_000 : Number(process.argv.find((each) => each.startsWith('--facts='))?.slice(8) ?? 200_000)
const canPin = spawnSync('taskset', ['--version']).status === 0
const LONGEST = 20 * 60_000

const wanted = ratioList.filter(({ letter }) => only?.includes(letter) ?? true)
const temporary = mkdtempSync(join(tmpdir(), 'board-bench-'))
const clean: (() => void)[] = [() => rmSync(temporary, { recursive: true, force: true })]
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', () => { for (const each of clean) each() })

console.log(machineWords())
console.log(`${facts.toLocaleString('en')} facts; ${canPin ? 'servers pinned to core 0, load and single processes to core 1' : 'taskset is missing: nothing is pinned'}`)
console.log('A larger journal here has more units (53 a district, about 25,000 facts a year each), not larger duties.\n')

const today = dayOf(new Date().toISOString())
const programs = await buildPrograms()
clean.push(programs.remove)

/** Runs one order in a process of its own; the process is ended when it takes too long. */
function ordered<T>(order: Order): Promise<T> {
  const command = [process.execPath, '--expose-gc', '--max-old-space-size=8192', join(programs.folder, 'run-one.js')]
  const [first, ...rest] = canPin ? ['taskset', '-c', '1', ...command] : command
  const child = spawn(first!, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  clean.push(() => child.kill('SIGTERM'))
  const limit = setTimeout(() => child.kill('SIGTERM'), LONGEST)
  return new Promise((resolve, reject) => {
    child.once('message', (message: { answer?: T; failed?: string }) => {
      if (message.answer === undefined) reject(new Error(message.failed))
      else resolve(message.answer)
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`a measurement ended with ${code} and no answer`))
    })
    child.send(order)
  })
}

const fill = (name: string, count: number) => ordered<Filled>({ fill: { folder: join(temporary, name), facts: count, to: addDays(today, -1) } })
const district = await fill('district', 50_000)
const scene: Scene = { temporary, program: programs.folder, today, district, small: await fill('small', 10_000), big: await fill('big', facts) }
console.log(`filled: ${scene.big.facts.toLocaleString('en')} facts of ${scene.big.units} units, ${district.facts.toLocaleString('en')} of ${district.units}, ${scene.small.facts.toLocaleString('en')} of ${scene.small.units}\n`)

const missed: string[] = []
for (const { letter } of wanted) {
  try {
    for (const line of await ordered<readonly Measured[]>({ letter, scene })) {
      console.log(lineWords(line))
      if (isReached(line) === false) missed.push(line.letter)
    }
  } catch (error) {
    console.log(`${letter}: not measured\n    ${error instanceof Error ? error.message : String(error)}`)
    missed.push(`${letter} (not measured)`)
  }
}
console.log(missed.length === 0 ? '\nevery limit was reached' : `\nmissed: ${missed.join(', ')}`)
process.exit(0)
