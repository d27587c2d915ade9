import { io, type Socket } from 'socket.io-client'

export interface Watcher {
  readonly socket: Socket
}

export interface Watching {
  readonly port: number
  readonly cookie: string
  readonly count: number
  /** Called for every patch of every watcher. */
  readonly patched: (patch: { readonly to: number }, watcher: number) => void
}

/** Opens screens that have joined the board, some at a time; answers how to close them. */
export async function watch({ port, cookie, count, patched }: Watching): Promise<{ close(): void }> {
  const sockets: Socket[] = []
  for (let from = 0; from < count; from += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, n) => new Promise<void>((resolve, reject) => {
      const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie }, reconnection: false })
      sockets.push(socket)
      socket.on('patch', (patch: { to: number }) => patched(patch, from + n))
      socket.once('connect_error', reject)
      socket.once('connect', () => socket.emit('join', { scope: 'board' }, null, (answer: object) => ('error' in answer ? reject(new Error(JSON.stringify(answer))) : resolve())))
    })))
  }
  return { close: () => { for (const socket of sockets) socket.disconnect() } }
}
