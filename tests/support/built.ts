import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const programFolder = resolve(import.meta.dirname, '../..')
export const builtServer = join(programFolder, 'dist/server/main.js')
const builtPage = join(programFolder, 'dist/client/index.html')

/** Builds what is missing. Something built is taken as it is: `npm test` builds anew before the stories. */
export function mustBeBuilt(): void {
  if (!existsSync(builtPage)) build([])
  if (!existsSync(builtServer)) build(['--ssr', 'server/main.ts', '--outDir', 'dist/server'])
}

function build(args: readonly string[]): void {
  const { status } = spawnSync('npx', ['--no-install', 'vite', 'build', ...args, '--logLevel', 'warn'], { cwd: programFolder, stdio: 'inherit' })
  if (status !== 0) throw new Error(`vite build ${args.join(' ')} failed`)
}
