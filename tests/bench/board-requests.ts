import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load, requestBytes } from './http-load.ts'
import { ratios, spreadOf, type Measured } from './measured.ts'
import type { Ratio } from './ratio.ts'
import { copyOf, startProgram, startServer, type ServerProcess } from './server-process.ts'

const REQUESTS = 20_000
const TIMES = 5

interface Series {
  readonly rate: number[]
  /** µs of server CPU a request. */
  readonly cpu: number[]
}

/** G: the board's ready bytes and its 304, signed in, against the same bytes behind the same middleware and nothing else. */
export const boardRequests: Ratio = {
  letter: 'G',
  async measure(scene) {
    const ours = await startServer(scene, copyOf(scene, scene.district, 'board'))
    const headers = { cookie: scene.district.cookie, 'accept-encoding': 'br' }
    const whole = requestBytes('GET /api/board', headers)
    const { etag, bytes } = await boardOf(ours, headers)
    const file = join(scene.temporary, 'board.br')
    writeFileSync(file, bytes)
    const env = { DATA_DIR: copyOf(scene, scene.district, 'board-bare'), BYTES: file }
    const bare = await startProgram(join(scene.program, 'bare-http.js'), { ...env, BARE: 'board' })
    const node = await startProgram(join(scene.program, 'bare-http.js'), { ...env, BARE: 'node' })
    const known = (tag: string) => requestBytes('GET /api/board', { ...headers, 'if-none-match': tag })
    const series = new Map<string, Series>()
    const run = async (name: string, target: ServerProcess, request: Buffer, status: number) => {
      const before = target.cpu()
      const { seconds, statuses } = await load({ port: target.port, connections: 32, request: (n) => (n < REQUESTS ? request : undefined) })
      if (statuses.get(status) !== REQUESTS) throw new Error(`${name} answered ${JSON.stringify([...statuses])}`)
      const one = series.get(name) ?? { rate: [], cpu: [] }
      series.set(name, one)
      one.rate.push(REQUESTS / seconds)
      one.cpu.push((target.cpu() - before) / REQUESTS * 1e6)
    }
    for (let n = 0; n < TIMES + 1; n += 1) {
      await run('ours', ours, whole, 200)
      await run('bare', bare, whole, 200)
      await run('node', node, whole, 200)
      await run('ours 304', ours, known(etag), 304)
      await run('bare 304', bare, known('"1"'), 304)
      if (n === 0) series.clear()
    }
    for (const each of [ours, bare, node]) await each.stop()
    const line = (letter: string, what: string, names: readonly [string, string]): Measured => {
      const [a, b] = [series.get(names[0])!, series.get(names[1])!]
      return {
        letter, what, against: 'bare Hono route, same bytes, same session and header middleware', unit: 'req/s', ours: spreadOf(a.rate), bare: spreadOf(b.rate),
        ratio: ratios(b.cpu, a.cpu), reach: { atLeast: 0.7 },
        notes: [`ratio by server CPU a request (the load may be the narrower end): ours ${spreadOf(a.cpu).median.toFixed(1)} µs, bare ${spreadOf(b.cpu).median.toFixed(1)} µs; by rate ${ratios(a.rate, b.rate).median.toFixed(2)}`],
      }
    }
    const nodes = series.get('node')!
    return [
      { ...line('G', `/api/board, ${bytes.length.toLocaleString('en')} B brotli`, ['ours', 'bare']) },
      { ...line('G, 304', '/api/board, unchanged', ['ours 304', 'bare 304']), notes: [...line('G', '', ['ours 304', 'bare 304']).notes!, `bare node:http with the bytes of G: ${spreadOf(nodes.rate).median.toFixed(0)} req/s, ${spreadOf(nodes.cpu).median.toFixed(1)} µs`] },
    ]
  },
}

async function boardOf(server: ServerProcess, headers: Readonly<Record<string, string>>): Promise<{ etag: string; bytes: Buffer }> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path: '/api/board', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ etag: response.headers.etag ?? '', bytes: Buffer.concat(chunks) }))
    }).once('error', reject).end()
  })
}
