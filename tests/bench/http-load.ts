import { connect, type Socket } from 'node:net'

export interface Load {
  readonly port: number
  readonly connections: number
  /** The n-th request as it goes over the wire; undefined ends the load. */
  readonly request: (n: number) => Buffer | undefined
}

export interface Loaded {
  readonly seconds: number
  readonly answers: number
  /** How many of each status. */
  readonly statuses: ReadonlyMap<number, number>
  /** The last body, for a look at what was answered. */
  readonly last: string
}

/** Sends requests over kept connections, each as soon as the one before is answered. A bare reader, so as to cost little. */
export async function load({ port, connections, request }: Load): Promise<Loaded> {
  const statuses = new Map<number, number>()
  let sent = 0
  let answers = 0
  let last = ''
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    const next = () => {
      const bytes = request(sent)
      if (bytes === undefined) {
        socket.end()
        resolve()
        return
      }
      sent += 1
      socket.write(bytes)
    }
    socket.once('connect', next)
    socket.once('error', reject)
    answersOf(socket, (status, body) => {
      answers += 1
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (body.length < 2_000) last = body.toString('utf8')
      next()
    })
  })))
  return { seconds: (performance.now() - start) / 1000, answers, statuses, last }
}

function answersOf(socket: Socket, answered: (status: number, body: Buffer) => void): void {
  let held: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (;;) {
      const end = held.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = held.toString('latin1', 0, end)
      const status = Number(head.slice(9, 12))
      const length = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN)
      if (Number.isNaN(length)) throw new Error(`an answer without a length: ${head}`)
      if (held.length < end + 4 + length) return
      const body = held.subarray(end + 4, end + 4 + length)
      held = held.subarray(end + 4 + length)
      answered(status, body)
    }
  })
}

/** A request as bytes. */
export function requestBytes(line: string, headers: Readonly<Record<string, string>>, body?: string): Buffer {
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(body)
  const all = { host: '127.0.0.1', ...headers, ...(body === undefined ? {} : { 'content-length': String(bytes.length) }) }
  const head = `${line} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}
