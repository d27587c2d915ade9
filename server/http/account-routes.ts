import type { Account, AccountChanges } from '../store/account.ts'
import { accountBody, accountChangeBody, newPasswordBody } from './bodies.ts'
import { readBody } from './body.ts'
import { notFound, refused } from './errors.ts'
import { auditOf } from './origin-of.ts'
import type { Api, HttpParts } from './parts.ts'
import { mustBeStrong, passwordHash } from './passwords.ts'

/** Accounts, for the administrator: a change of role, unit, admission or password ends the account's sessions and sockets at once. */
export function accountRoutes(api: Api, parts: HttpParts): void {
  const { accounts } = parts.store

  function mustFit(role: Account['role'], unit: string | null): void {
    const needsUnit = role === 'head' || role === 'clerk'
    if (needsUnit && unit === null) throw refused(400, 'unit-needed', '单位负责人（head）和联络员（clerk）必须指定单位编号。')
    if (!needsUnit && unit !== null) throw refused(400, 'unit-not-allowed', '办公室人员（admin、supervisor、reviewer）不属于某个单位，请不要填 unit。')
    if (unit !== null && !parts.live.world().units.has(unit)) throw refused(400, 'unknown-unit', `没有编号为“${unit.slice(0, 40)}”的单位。`)
  }

  async function changedRights(): Promise<void> {
    parts.callers.forget()
    await parts.hub.recheck()
  }

  async function mustKeepAnAdmin(account: Account, after: { role: Account['role']; disabled: boolean }): Promise<void> {
    if (account.role !== 'admin' || (after.role === 'admin' && !after.disabled)) return
    const others = (await accounts.list()).filter(each => each.id !== account.id && each.role === 'admin' && !each.disabled)
    if (others.length === 0) throw refused(409, 'last-admin', '这是最后一个可用的管理员账号，不能停用或改为其他角色；请先另建一个管理员。')
  }

  api.get('/api/accounts', async c => c.json({ accounts: (await accounts.list()).map(accountRow) }))

  api.post('/api/accounts', async c => {
    const { account: login, password, role, name = login, unit = null } = await readBody(c, accountBody)
    mustFit(role, unit)
    mustBeStrong(password)
    if (await accounts.findByLogin(login)) throw refused(409, 'account-taken', `账号“${login}”已存在，请换一个。`)
    const audit = auditOf(c, parts, { act: 'account-made', about: login, detail: { role, unit } })
    const [made] = await accounts.create([{ login, name, role, unit, passwordHash: await passwordHash(password) }], audit)
    return c.json(made && accountRow(made), 201)
  })

  api.patch('/api/accounts/:id', async c => {
    const changes = await readBody(c, accountChangeBody)
    const account = await accounts.find(c.req.param('id'))
    if (account === undefined) throw notFound('这个账号')
    const after = { role: changes.role ?? account.role, unit: changes.unit === undefined ? account.unit : changes.unit, disabled: changes.disabled ?? account.disabled }
    mustFit(after.role, after.unit)
    await mustKeepAnAdmin(account, after)
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as AccountChanges
    await accounts.change(account.id, given, auditOf(c, parts, { act: 'account-changed', about: account.login, detail: given }))
    await changedRights()
    return c.json(accountRow({ ...account, ...given }))
  })

  api.post('/api/accounts/:id/password', async c => {
    const { password } = await readBody(c, newPasswordBody)
    mustBeStrong(password)
    const id = c.req.param('id')
    const audit = auditOf(c, parts, { act: 'password-reset', about: id })
    if (!(await accounts.setPassword(id, await passwordHash(password), audit))) throw notFound('这个账号')
    await changedRights()
    return c.body(null, 204)
  })
}

function accountRow({ login, authVersion: _authVersion, ...account }: Account): object {
  return { ...account, account: login }
}
