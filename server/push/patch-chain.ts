import type { Board } from '../../shared/measures/board-rows.ts'
import type { JoinSince, Patch } from '../../shared/wire/events.ts'

/**
 * The board as last sent and the patches that led to it. A newcomer is given exactly the board as last sent, so that the
 * next patch fits on it; one who comes back is given the patches since, while the chain still holds them.
 */
export class PatchChain {
  readonly #kept: Patch[] = []
  #sent: Board | undefined
  readonly #epoch: string
  readonly #keep: number

  constructor(epoch: string, keep = 200) {
    this.#epoch = epoch
    this.#keep = keep
  }

  get sent(): Board | undefined {
    return this.#sent
  }

  /** Nobody watched: the next board starts a new chain. */
  forget(): void {
    this.#sent = undefined
    this.#kept.length = 0
  }

  start(board: Board): Board {
    this.#kept.length = 0
    this.#sent = board
    return board
  }

  step(patch: Patch, board: Board): void {
    this.#sent = board
    this.#kept.push(patch)
    if (this.#kept.length > this.#keep) this.#kept.shift()
  }

  /** The patches that carry `since` to the board as last sent; undefined when a whole board is needed. */
  missed(since: JoinSince | null): readonly Patch[] | undefined {
    if (since === null || since.epoch !== this.#epoch || this.#sent === undefined) return undefined
    if (since.revision === this.#sent.revision) return []
    const first = this.#kept.findIndex(patch => patch.from === since.revision)
    return first === -1 ? undefined : this.#kept.slice(first)
  }
}
