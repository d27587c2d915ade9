import type { Config } from './config.ts'
import { samplePassword } from './sample-accounts.ts'

export interface Welcome {
  readonly config: Pick<Config, 'sample' | 'dataDir'>
  readonly address: string
  /** Secret of the one-time link, where no administrator exists yet. */
  readonly firstAdmin: string | undefined
}

/** What is printed once the server is open: the address, and how to get in. */
export function welcomeWords({ config, address, firstAdmin }: Welcome): string {
  const lines = ['', `政务公开监测督办平台已启动：${address}`, `数据文件夹：${config.dataDir}`]
  if (config.sample) {
    lines.push(`演示数据：登录页可一键进入；或用账号 admin、supervisor、reviewer、head.D26、clerk.D26，密码 ${samplePassword}`)
  }
  if (firstAdmin !== undefined) lines.push(`请打开这个只能用一次的链接，建立第一个管理员账号：${address}/first-admin/${firstAdmin}`)
  return `${lines.join('\n')}\n\n`
}

/** Where the server is reached from this machine; one that listens everywhere is opened as this machine's own. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
