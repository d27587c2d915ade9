import { io, type Socket } from 'socket.io-client'
import type { Board, UnitBoard } from '../../shared/measures/board-rows.ts'
import { applyPatch } from '../../shared/wire/board-patch.ts'
import type { ClientEvents, Hello, JoinAnswer, JoinRequest, JoinSince, Patch, ServerEvents, UnitPatch } from '../../shared/wire/events.ts'
import type { Server } from './server.ts'

interface Goodbye { readonly code: string; readonly message: string }

/** A socket as a page holds one, that remembers all it was told. */
export class Watcher {
  readonly socket: Socket<ServerEvents, ClientEvents>
  readonly hello: Hello
  readonly patches: (Patch | UnitPatch)[] = []
  readonly farewell: Goodbye[] = []
  #tell = new Set<() => void>()

  private constructor(socket: Socket<ServerEvents, ClientEvents>, hello: Hello) {
    this.socket = socket
    this.hello = hello
    socket.on('patch', patch => this.#heard(() => this.patches.push(patch)))
    socket.on('goodbye', reason => this.#heard(() => this.farewell.push(reason)))
    socket.on('disconnect', () => this.#heard(() => undefined))
  }

  /** Opens a socket with a cookie; rejects with the server's words when it is refused. */
  static open(server: Server, { cookie = '', origin = server.url }: { cookie?: string; origin?: string | null } = {}): Promise<Watcher> {
    const headers = { ...(cookie && { cookie }), ...(origin !== null && { origin }) }
    const socket: Socket<ServerEvents, ClientEvents> = io(server.url, { transports: ['websocket'], extraHeaders: headers, reconnection: false, forceNew: true })
    return new Promise((resolve, reject) => {
      socket.once('hello', hello => resolve(new Watcher(socket, hello)))
      socket.once('connect_error', error => {
        socket.close()
        reject(error)
      })
    })
  }

  join(request: JoinRequest, since: JoinSince | null = null): Promise<JoinAnswer> {
    return this.socket.timeout(30_000).emitWithAck('join', request, since)
  }

  async board(): Promise<Board> {
    const answer = await this.join({ scope: 'board' })
    if (!('board' in answer)) throw new Error(`no whole board but ${JSON.stringify(answer).slice(0, 300)}`)
    return answer.board
  }

  async unitBoard(unit: string): Promise<UnitBoard> {
    const answer = await this.join({ scope: 'unit', unit })
    if (!('unitBoard' in answer)) throw new Error(`no unit board but ${JSON.stringify(answer).slice(0, 300)}`)
    return answer.unitBoard
  }

  /** Resolves once the condition holds; looks after everything heard. */
  until(holds: (watcher: Watcher) => boolean, milliseconds = 30_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => done(() => reject(new Error(`still not so after ${milliseconds} ms; ${this.patches.length} patches heard`))), milliseconds)
      const look = () => holds(this) && done(resolve)
      const done = (end: () => void) => {
        clearTimeout(late)
        this.#tell.delete(look)
        end()
      }
      this.#tell.add(look)
      look()
    })
  }

  reached(revision: number): Promise<void> {
    return this.until(({ patches }) => patches.some(({ to }) => to >= revision))
  }

  close(): void {
    this.socket.close()
  }

  #heard(keep: () => void): void {
    keep()
    for (const look of this.#tell) look()
  }
}

/** The board after the patches that follow it. */
export function patched(board: Board, patches: readonly (Patch | UnitPatch)[]): Board {
  return patches.reduce((at, patch) => ('unitBoard' in patch || patch.to <= at.revision ? at : applyPatch(at, patch)), board)
}
