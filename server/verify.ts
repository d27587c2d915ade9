import { readFileSync } from 'node:fs'
import { verifyFile } from './verify/verify-file.ts'

/** `npm run verify -- <file>`: says whether what a file claims comes out again from what it carries. 0 = the same, 1 = not. */
const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('用法：npm run verify -- <封存文件或佐证包>\n')
  process.exitCode = 1
} else {
  const bytes = readBytes(file)
  if (bytes === undefined) {
    process.stderr.write(`读不到文件「${file}」，请核对路径。\n`)
    process.exitCode = 1
  } else {
    const { isSame, said } = await verifyFile(bytes)
    process.stdout.write(`${said.join('\n')}\n`)
    process.exitCode = isSame ? 0 : 1
  }
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
