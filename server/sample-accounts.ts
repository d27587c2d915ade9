import type { Unit } from '../shared/catalogue/item.ts'
import { passwordHash } from './http/passwords.ts'
import type { NewAccount } from './store/account.ts'
import type { Store } from './store/open-store.ts'

/** The password of every sample account; outside sample mode none of them exists. */
export const samplePassword = 'yunhe-sample'

const office = [
  { login: 'admin', name: '系统管理员（演示）', role: 'admin' },
  { login: 'supervisor', name: '区政府办公室督查（演示）', role: 'supervisor' },
  { login: 'reviewer', name: '年度考核组（演示）', role: 'reviewer' },
] as const

/** Makes the sample's accounts where they are missing: three of the office, a head and a clerk for each unit. */
export async function makeSampleAccounts(store: Pick<Store, 'accounts'>, units: Iterable<Unit>): Promise<void> {
  const known = new Set((await store.accounts.list()).map(account => account.login))
  const hash = await passwordHash(samplePassword)
  const all: Omit<NewAccount, 'passwordHash'>[] = office.map(account => ({ ...account, unit: null }))
  for (const { id, shortName } of units) {
    all.push({ login: `head.${id}`, name: `${shortName}负责人（演示）`, role: 'head', unit: id })
    all.push({ login: `clerk.${id}`, name: `${shortName}联络员（演示）`, role: 'clerk', unit: id })
  }
  const missing = all.filter(account => !known.has(account.login)).map(account => ({ ...account, passwordHash: hash }))
  await store.accounts.create(missing, { who: 'system', act: 'sample-accounts-made', about: String(missing.length), from: 'local' })
}
