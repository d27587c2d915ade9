/** A request body that cannot be read at all: nothing of it was taken. `message` names the place in Chinese. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  /** 400 broken, 413 too large. */
  readonly status: 400 | 413
  readonly code: 'unreadable' | 'too-large'

  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
    this.code = status === 400 ? 'unreadable' : 'too-large'
  }
}
