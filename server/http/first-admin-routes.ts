import type { Context } from 'hono'
import { firstAdminBody } from './bodies.ts'
import { readBody } from './body.ts'
import { RequestRefused, refused } from './errors.ts'
import { addressOf } from './origin-of.ts'
import { escaped, plainPage } from './plain-page.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { mustBeStrong, passwordHash } from './passwords.ts'

/** The one-time link printed at the first start of a real data folder: as JSON, and as a page with a form. */
export function firstAdminRoutes(api: Api, parts: HttpParts): void {
  async function redeem(c: Context<HttpEnv>, asked: { secret: string; account: string; password: string }): Promise<void> {
    const { accounts, firstAdmin } = parts.store
    if ((await accounts.list()).some(each => each.role === 'admin')) throw spent()
    mustBeStrong(asked.password)
    if (await accounts.findByLogin(asked.account)) throw refused(409, 'account-taken', `账号“${asked.account}”已存在，请换一个。`)
    const admin = { login: asked.account, name: asked.account, passwordHash: await passwordHash(asked.password) }
    const audit = { who: 'first-admin-link', act: 'first-admin-made', about: asked.account, from: addressOf(c, parts) }
    const made = await firstAdmin.redeem(asked.secret, admin, audit)
    if (made === undefined) throw spent()
  }

  api.post('/api/first-admin', async c => {
    const asked = await readBody(c, firstAdminBody)
    await redeem(c, asked)
    return c.json({ account: asked.account, role: 'admin' }, 201)
  })

  api.get('/first-admin/:secret', c => c.html(formPage('')))

  api.post('/first-admin/:secret', async c => {
    const form = await c.req.parseBody()
    const read = firstAdminBody.safeParse({ secret: c.req.param('secret'), account: form['account'], password: form['password'] })
    if (!read.success) return c.html(formPage(read.error.issues.map(issue => issue.message).join('；')), 400)
    if (form['password'] !== form['again']) return c.html(formPage('两次输入的密码不一样，请重新填写。'), 400)
    try {
      await redeem(c, read.data)
    } catch (error) {
      if (error instanceof RequestRefused) return c.html(formPage(error.message), error.status)
      throw error
    }
    return c.html(plainPage('管理员已建立', '<p>现在可以用这个账号<a href="/">登录</a>。</p>'))
  })
}

function spent(): RequestRefused {
  return refused(403, 'link-spent', '这个链接无效或已经用过；如还没有管理员，请重新启动服务，使用新打印的链接。')
}

function formPage(fault: string): string {
  const told = fault === '' ? '' : `<p role="alert">${escaped(fault)}</p>`
  return plainPage('建立第一个管理员账号', `${told}
<form method="post" autocomplete="off">
<label>账号 <input name="account" required maxlength="64"></label>
<label>密码（至少 10 个字符） <input name="password" type="password" required minlength="10" maxlength="200" autocomplete="new-password"></label>
<label>再输一次 <input name="again" type="password" required autocomplete="new-password"></label>
<button>建立</button>
</form>`)
}
