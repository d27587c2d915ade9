import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Board, UnitBoard } from '../../shared/measures/board-rows.ts'
import type { Day } from '../../shared/time/day.ts'
import type { ClientEvents, JoinAnswer, JoinRequest, JoinSince, ServerEvents } from '../../shared/wire/events.ts'
import { diffBoards } from '../../shared/wire/board-patch.ts'
import { maySeeUnit, mayWatchBoard } from '../http/access.ts'
import { auditName, sameCaller, type Caller } from '../http/caller.ts'
import type { Callers } from '../http/callers.ts'
import { isOwnOrigin } from '../http/csrf.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { PatchChain } from './patch-chain.ts'

/** What the hub shows: the live board, read only. */
export interface Shown {
  readonly revision: number
  readonly day: Day
  board(): Board
  unitBoard(unit: string): UnitBoard | undefined
}

export interface HubParts {
  readonly live: Shown
  readonly clock: Clock
  readonly callers: Pick<Callers, 'of'>
  readonly log: Pick<Log, 'error' | 'warn'>
  /** New for each run of the server. */
  readonly epoch: string
  /** Milliseconds bursts are gathered before one patch goes out. */
  readonly gather?: number
}

interface Seat {
  caller: Caller
}

type HubSocket = Socket<ClientEvents, ServerEvents, Record<never, never>, Seat>

export interface Hub {
  /** The live board has moved: what differs goes out to each room within the gathering window. */
  announce(): void
  /** Rights have changed somewhere: every socket whose caller is no longer the same is told why and closed. */
  recheck(): Promise<void>
  close(): Promise<void>
}

const ended = { code: 'signed-out', message: '登录已失效或权限已变更，请重新登录。' }
const stopping = { code: 'stopping', message: '服务器正在重启，稍后会自动恢复连接。' }

/** Opens the socket side of the server: the only file that knows socket.io. */
export function openHub(server: HttpServer, parts: HubParts): Hub {
  const { live, clock, callers, epoch } = parts
  const io = new Server<ClientEvents, ServerEvents, Record<never, never>, Seat>(server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: 16_384,
    allowRequest: (request, decide) => {
      const origin = request.headers.origin
      decide(null, origin === undefined || isOwnOrigin(origin, request.headers.host))
    },
  })
  const chain = new PatchChain(epoch)
  const unitsSent = new Map<string, { text: string; revision: number }>()
  let gathering: NodeJS.Timeout | undefined

  const isWatched = (room: string) => io.sockets.adapter.rooms.has(room)

  function sendBoard(): void {
    if (!isWatched('board')) return chain.forget()
    const before = chain.sent ?? chain.start(live.board())
    const after = live.board()
    if (after.revision === before.revision) return
    const patch = diffBoards(before, after)
    chain.step(patch, after)
    io.to('board').emit('patch', patch)
  }

  /** The unit's board as it is now; whoever watches it is sent it when it differs from what was sent last. */
  function sendUnit(unit: string): UnitBoard | undefined {
    const room = `unit:${unit}`
    const unitBoard = live.unitBoard(unit)
    if (unitBoard === undefined) return undefined
    const sent = unitsSent.get(unit)
    const text = contentOf(unitBoard)
    if (sent?.text === text) return unitBoard
    unitsSent.set(unit, { text, revision: unitBoard.revision })
    if (sent && isWatched(room)) io.to(room).emit('patch', { from: sent.revision, to: unitBoard.revision, unitBoard })
    return unitBoard
  }

  function sendUnits(): void {
    for (const unit of unitsSent.keys()) {
      if (!isWatched(`unit:${unit}`) || sendUnit(unit) === undefined) unitsSent.delete(unit)
    }
  }

  function sendAll(): void {
    gathering = undefined
    sendBoard()
    sendUnits()
  }

  function joinBoard(socket: HubSocket, since: JoinSince | null): JoinAnswer {
    if (!isWatched('board')) chain.forget()
    const patches = chain.missed(since)
    const board = chain.sent ?? chain.start(live.board())
    void socket.join('board')
    return patches === undefined ? { board } : { patches }
  }

  function joinUnit(socket: HubSocket, unit: string): JoinAnswer {
    const unitBoard = sendUnit(unit)
    if (unitBoard === undefined) return { error: { code: 'unknown-unit', message: '没有这个单位，请核对单位编号。' } }
    void socket.join(`unit:${unit}`)
    return { unitBoard }
  }

  io.use((socket, next) => {
    callers.of(socket.handshake.headers).then(caller => {
      if (caller.kind === 'nobody' || caller.kind === 'feed') return next(new Error('请先登录，再打开实时数据。'))
      socket.data.caller = caller
      next()
    }, (error: unknown) => {
      parts.log.error({ err: error }, 'the caller of a socket could not be looked up')
      next(new Error('服务器暂时无法核对登录状态，请稍后重试。'))
    })
  })

  io.on('connection', socket => {
    socket.emit('hello', { epoch, revision: live.revision, day: live.day, now: clock.now() })
    socket.on('join', (request, since, answer) => {
      if (typeof answer !== 'function') return
      const asked = readJoin(request)
      if (asked === undefined) return answer({ error: { code: 'bad-join', message: '订阅请求的格式不对，应为 {scope:"board"} 或 {scope:"unit",unit}。' } })
      const { caller } = socket.data
      const may = asked.scope === 'board' ? mayWatchBoard(caller) : maySeeUnit(caller, asked.unit)
      if (!may) {
        parts.log.warn({ code: 'forbidden', room: asked, who: auditName(caller) }, 'a socket was turned away')
        return answer({ error: { code: 'forbidden', message: '当前账号无权查看这里的实时数据。' } })
      }
      answer(asked.scope === 'board' ? joinBoard(socket, readSince(since)) : joinUnit(socket, asked.unit))
    })
  })

  function dismiss(socket: { emit: HubSocket['emit']; disconnect: HubSocket['disconnect'] }, reason: typeof ended): void {
    socket.emit('goodbye', reason)
    socket.disconnect(true)
  }

  async function recheck(): Promise<void> {
    for (const socket of io.sockets.sockets.values()) {
      if (!sameCaller(await callers.of(socket.handshake.headers), socket.data.caller)) dismiss(socket, ended)
    }
  }

  const expiry = setInterval(() => {
    recheck().catch((error: unknown) => parts.log.error({ err: error }, 'rights of open sockets could not be rechecked'))
  }, 60_000)
  expiry.unref()

  return {
    announce() {
      gathering ??= setTimeout(sendAll, parts.gather ?? 50)
    },
    recheck,
    async close() {
      clearInterval(expiry)
      clearTimeout(gathering)
      for (const socket of io.sockets.sockets.values()) dismiss(socket, stopping)
      await io.close()
    },
  }
}

/** A unit's board without its revision: what decides whether *it* differs. */
function contentOf(board: UnitBoard): string {
  return JSON.stringify({ ...board, revision: 0 })
}

function readJoin(value: unknown): JoinRequest | undefined {
  if (typeof value !== 'object' || value === null || !('scope' in value)) return undefined
  if (value.scope === 'board') return { scope: 'board' }
  if (value.scope === 'unit' && 'unit' in value && typeof value.unit === 'string') return { scope: 'unit', unit: value.unit }
  return undefined
}

function readSince(value: unknown): JoinSince | null {
  if (typeof value !== 'object' || value === null || !('epoch' in value) || !('revision' in value)) return null
  return typeof value.epoch === 'string' && typeof value.revision === 'number' ? { epoch: value.epoch, revision: value.revision } : null
}
