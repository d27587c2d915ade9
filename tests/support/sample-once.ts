import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { mustBeBuilt } from './built.ts'
import { runProgram } from './program.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A stopped server's data folder with the sample in it: to be copied, never opened. */
    sampleFolder: string
  }
}

/** Before the first story: the program is built and the sample is made, once. */
export default async function setup(project: TestProject): Promise<() => void> {
  mustBeBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  const program = runProgram({ env: { DATA_DIR: folder } })
  await program.says(/已启动/)
  program.signal('SIGTERM')
  const { code, said } = await program.ended
  if (code !== 0) throw new Error(`the server did not stop cleanly:\n${said}`)
  project.provide('sampleFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
