import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

/** Socket.IO and nothing else: joins whoever asks, emits what it is told to whoever has joined. */
const server = createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })
io.on('connection', (socket) => {
  socket.on('join', (_request: unknown, _since: unknown, answer: (value: object) => void) => {
    void socket.join('board')
    answer({})
  })
})
process.on('message', (patch) => io.to('board').emit('patch', patch))
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
