/** The start stops: `message` is the one Chinese sentence that says what is wrong, where, and the way out. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
