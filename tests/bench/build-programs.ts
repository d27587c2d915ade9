import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { programFolder } from '../../server/program-folder.ts'

/** Builds the server and the measuring programs as the server is built for use; answers the folder and how to remove it. */
export async function buildPrograms(): Promise<{ folder: string; remove(): void }> {
  const top = programFolder()
  const folder = join(top, 'dist', `bench-${process.pid}`)
  const file = (path: string) => join(top, path)
  await build({
    root: top, configFile: false, logLevel: 'warn',
    build: {
      ssr: true, target: 'node20', outDir: folder, emptyOutDir: true, minify: false,
      rollupOptions: {
        input: {
          main: file('server/main.ts'), 'run-one': file('tests/bench/run-one.ts'),
          'bare-http': file('tests/bench/bare-http.ts'), 'bare-socket': file('tests/bench/bare-socket.ts'),
        },
      },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
