/** Throws when an invariant is broken; the message names it. */
export function must<T>(value: T | null | undefined, invariant: string): T {
  if (value === null || value === undefined) throw new Error(`invariant broken: ${invariant}`)
  return value
}

/** Ends a `switch` over a closed union: a new member fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
