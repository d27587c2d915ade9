/** What checking a file came to: whether all of it agrees, and what is said of it, line by line. */
export interface Verdict {
  readonly isSame: boolean
  readonly said: readonly string[]
}

/** A kind of file that can be checked, told by its content. */
export interface VerifiedKind {
  readonly name: string
  fits(bytes: Uint8Array): boolean
  verify(bytes: Uint8Array): Verdict | Promise<Verdict>
}
