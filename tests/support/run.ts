import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'

/** `check`: types, lint, unit, laws. `all`: those, then server stories and the real browser. One closing line counts them. */
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'
const what = process.argv[2] === 'check' ? 'check' : 'all'
const counted = { passed: 0, failed: 0, skipped: 0 }

function count(name: string, ok: boolean): void {
  counted[ok ? 'passed' : 'failed'] += 1
  console.log(`${ok ? '✓' : '✗'} ${name}`)
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env: process.env }).status === 0
}

/** Runs beside others and says what it said when it ends, so that two do not speak at once. */
function runBeside(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const said: Buffer[] = []
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'], env: process.env })
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      resolve(code === 0)
    })
  })
}

/** Type checks and lint keep what they found of files that did not change. */
const cache = (name: string) => `node_modules/.cache/${name}`

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
}

/** Runs test projects and adds their counts; a run that dies without a report counts as one failure. */
function test(projects: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  const file = join(folder, 'report.json')
  const ok = run('vitest', ['run', ...projects.map((name) => `--project=${name}`), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests'])
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
    counted.passed += report.numPassedTests
    counted.failed += report.numFailedTests
    counted.skipped += report.numPendingTests + report.numTodoTests
    if (!ok && report.numFailedTests === 0) count(`${projects.join(', ')}: a test file could not be run`, false)
  } catch {
    count(`${projects.join(', ')}: no report`, false)
  }
  rmSync(folder, { recursive: true, force: true })
}

const types = async () => ({
  shared: await runBeside('tsc', ['-p', 'shared', '--noEmit', '--incremental', '--tsBuildInfoFile', cache('shared.tsbuildinfo')]),
  all: await runBeside('vue-tsc', ['-p', '.', '--noEmit', '--incremental', '--tsBuildInfoFile', cache('all.tsbuildinfo')]),
})
const [typed, linted] = await Promise.all([
  types(),
  runBeside('eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', cache('eslint')]),
])
count('types: shared is pure', typed.shared)
count('types', typed.all)
count('lint', linted)
test(['unit', 'laws'])
if (what === 'all') {
  count('build: page', run('vite', ['build', '--logLevel', 'warn']))
  count('build: server', run('vite', ['build', '--ssr', 'server/main.ts', '--outDir', 'dist/server', '--logLevel', 'warn']))
  // The sample's years keep one core busy, the stories mostly wait for their servers.
  test(['sample', 'stories'])
  const browser = findBrowser()
  if (browser === undefined) {
    counted.skipped += 1
    console.log('No Chromium was found and none could be installed: the browser tests are skipped.')
  } else {
    process.env.CHROMIUM = browser
    test(['browser'])
  }
}
console.log(`${counted.passed} passed, ${counted.failed} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}`)
process.exitCode = counted.failed > 0 ? 1 : 0
