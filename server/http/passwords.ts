import { hash, verify } from '@node-rs/argon2'
import { refused } from './errors.ts'

/** argon2id, 19 MiB, two passes (OWASP's floor): about 10 ms of a worker thread each. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The PHC string of a password. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, cost)
}

let nobodysHash: Promise<string> | undefined

/**
 * Whether the password is the account's. For an unknown account (`undefined`) a hash of the same cost is still verified,
 * so that the time of the answer does not tell whether the account exists.
 */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= passwordHash('no account has this password')
  const matches = await verify(stored ?? (await nobodysHash), password)
  return matches && stored !== undefined
}

/** Refuses passwords shorter than 10 characters, longer than 200, or of fewer than 4 different characters. */
export function mustBeStrong(password: string): void {
  const long = password.length >= 10 && password.length <= 200
  if (long && new Set(password).size >= 4) return
  throw refused(400, 'weak-password', '密码太弱：请用 10 至 200 个字符，且不要只重复几个字符。')
}
