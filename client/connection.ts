import type { Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '../shared/wire/events.ts'
import { openChannel, type ChannelParts, type Transport, type TransportEvents } from './channel.ts'

/** The server answers a join at once; one that stays out longer than this belongs to a dead line. */
const JOIN_MS = 10_000
/** Wait, with as much jitter, before a socket the server closed is opened again. */
const AGAIN_MS = 1_500

const client = () => import('socket.io-client').then(({ io }) => io)

/** Fetches the socket's script ahead of the first line. */
export function fetchSocket(): void {
  // One that fails now is fetched when the line is opened.
  void client().catch(() => undefined)
}

/** A transport over Socket.IO, loaded when first needed. Reconnects with jitter, never gives up. */
function socketTransport(): Transport {
  let socket: Socket<ServerEvents, ClientEvents> | null = null
  let closed = false

  const wire = (events: TransportEvents, opened: Socket<ServerEvents, ClientEvents>) => {
    opened.on('hello', events.hello)
    opened.on('patch', events.patch)
    opened.on('goodbye', events.goodbye)
    // Socket.IO reconnects by itself except when the server closed or refused the socket.
    const again = () => {
      if (!closed) setTimeout(() => { if (!closed) opened.connect() }, AGAIN_MS * (1 + Math.random()))
    }
    opened.on('disconnect', () => {
      events.down()
      if (!opened.active) again()
    })
    opened.on('connect_error', () => {
      events.down()
      if (!opened.active) again()
    })
    opened.io.on('open', () => {
      opened.io.engine.on('packet', events.heard)
    })
    opened.connect()
  }

  return {
    open(events) {
      void client().then((io) => {
        if (closed) return
        socket = io({
          autoConnect: false,
          transports: ['websocket'],
          reconnectionDelay: 800,
          reconnectionDelayMax: 10_000,
          randomizationFactor: 0.6,
        })
        wire(events, socket)
      }, events.down)
    },
    join(request, since, answer) {
      socket?.timeout(JOIN_MS).emit('join', request, since, (late, given) => {
        if (late) socket?.io.engine?.close()
        else answer(given)
      })
    },
    close() {
      closed = true
      socket?.close()
    },
  }
}

/** Opens the live line of one room. */
export function connect<F extends { readonly revision: number }>(
  parts: Pick<ChannelParts<F>, 'fold' | 'sink' | 'poll'>,
): { close(): void } {
  return openChannel({
    ...parts,
    transport: socketTransport(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
}
