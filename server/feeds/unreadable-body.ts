const codes = { 400: 'unreadable', 413: 'too-large', 415: 'wrong-type' } as const

/** A request body that cannot be read at all: nothing of it was taken. `message` names the place in Chinese. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  /** 400 broken, 413 too large, 415 no list of facts by its own word. */
  readonly status: keyof typeof codes
  readonly code: (typeof codes)[keyof typeof codes]

  constructor(status: keyof typeof codes, message: string) {
    super(message)
    this.status = status
    this.code = codes[status]
  }
}
