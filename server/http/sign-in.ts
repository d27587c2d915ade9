import type { Account } from '../store/account.ts'
import { refused } from './errors.ts'
import type { HttpParts } from './parts.ts'
import { passwordMatches } from './passwords.ts'

/** Wrong tries an address has for one account within the window; the same account from another address is not slowed. */
const TRIES = 5
const WINDOW_SECONDS = 300
/** Wrong tries an address has for all accounts together: a whole office may share one. */
const TRIES_OF_ADDRESS = 100

export interface SignIn {
  readonly login: string
  readonly password: string
  readonly address: string
}

/**
 * The account, when the password is its own and it may enter. One sentence and about the same time for an unknown account,
 * a wrong password and a closed account. A try is counted before it is made, so that tries side by side count too.
 */
export async function signedIn(parts: Pick<HttpParts, 'store'>, { login, password, address }: SignIn): Promise<Account> {
  const { throttle, accounts } = parts.store
  const [own, all] = [`sign-in ${login} ${address}`, `sign-in ${address}`]
  const [spent, spentByAddress] = [await throttle.spend(own, WINDOW_SECONDS), await throttle.find(all)]
  if (spent.points > TRIES || (spentByAddress?.points ?? 0) >= TRIES_OF_ADDRESS) {
    throw refused(429, 'too-many-tries', '密码输错次数过多，请 5 分钟后再试；如忘记密码，请联系管理员重置。')
  }
  const account = await accounts.findByLogin(login)
  const matches = await passwordMatches(account && (await accounts.findPasswordHash(account.id)), password)
  if (!matches || account === undefined || account.disabled) {
    await throttle.spend(all, WINDOW_SECONDS)
    throw refused(401, 'wrong-password', '账号或密码不正确。')
  }
  await throttle.clear(own)
  return account
}
