import { brotliCompressSync } from 'node:zlib'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { programFolder } from '../../server/program-folder.ts'
import { spreadOf, type Measured } from './measured.ts'
import type { Ratio } from './ratio.ts'

/** K: the script the wall loads, brotli, in kilobytes: all of it, and what comes before the charts. */
export const wallScript: Ratio = {
  letter: 'K',
  async measure() {
    const built = await build({ configFile: join(programFolder(), 'vite.config.ts'), root: join(programFolder(), 'client'), logLevel: 'error', build: { write: false } }) as Rollup.RollupOutput
    const chunks = new Map(built.output.filter((each): each is Rollup.OutputChunk => each.type === 'chunk').map((each) => [each.fileName, each]))
    const holding = (path: string) => [...chunks.values()].find((each) => each.moduleIds.some((id) => id.endsWith(path)))!
    const wanted = new Set<Rollup.OutputChunk>()
    const take = (chunk: Rollup.OutputChunk) => {
      if (wanted.has(chunk)) return
      wanted.add(chunk)
      for (const name of chunk.imports) take(chunks.get(name)!)
    }
    for (const path of ['client/main.ts', 'client/wall-app.ts', 'socket.io-client/build/esm/index.js']) take(holding(path))
    const before = sizeOf(wanted)
    const first = [...wanted].length
    take(holding('client/charts/echarts.ts'))
    const whole = sizeOf(wanted)
    const line = (letter: string, what: string, { size, most }: { readonly size: number; readonly most: number }): Measured =>
      ({ letter, what, against: 'the charts alone', unit: 'KB brotli', ours: spreadOf([size]), bare: spreadOf([whole - before]), ratio: spreadOf([size]), reach: { atMost: most } })
    return [
      line('K', `script of the wall, ${[...wanted].length} files`, { size: whole, most: 240 }),
      line('K, first', `before the charts arrive, ${first} files`, { size: before, most: 60 }),
    ]
  },
}

/** Thousands of bytes, as browsers are sent them. */
function sizeOf(chunks: ReadonlySet<Rollup.OutputChunk>): number {
  return [...chunks].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0) / 1000
}
