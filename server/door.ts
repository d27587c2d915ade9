import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'
import { StartRefusal } from './start-refusal.ts'

/** The port, held from before the data is touched until the last answer is out. */
export interface Door {
  readonly server: Server
  readonly port: number
  /** Requests are served from now on; before, they were told that the server is starting. */
  open(serve: RequestListener): void
  /** New requests are told that the server is stopping; those under way go on. */
  shut(): void
}

/** Proxies and feeds keep an idle connection for a minute: closed sooner, it would take a request just sent with it. */
const IDLE = 75_000

const starting = refusing('starting', '系统正在启动，请稍候再试。')
const stopping = refusing('stopping', '系统正在停止或重启，请稍候再试。')

/** Takes the port, or throws a StartRefusal when it cannot be had. */
export function listen({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Door> {
  let serve = starting
  const server = createServer({ keepAliveTimeout: IDLE }, (request, response) => serve(request, response))
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(portRefusal(error, { host, port })))
    server.listen(port, host, () => resolve({
      server,
      port: (server.address() as AddressInfo).port,
      open(opened) {
        serve = opened
      },
      shut() {
        serve = stopping
      },
    }))
  })
}

function refusing(code: string, message: string): RequestListener {
  const body = JSON.stringify({ error: { code, message } })
  return (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5', connection: 'close' }).end(body)
  }
}

function portRefusal(error: Error, { host, port }: { host: string; port: number }): unknown {
  const code = 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'EADDRINUSE': return new StartRefusal(`端口 ${port} 已被别的程序占用；请先停止那个程序，或用 PORT 指定别的端口。`, { cause: error })
    case 'EACCES': return new StartRefusal(`没有权限使用端口 ${port}；请用 PORT 指定 1024 以上的端口。`, { cause: error })
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN':
      return new StartRefusal(`本机没有地址「${host}」，无法监听；请用 HOST 指定本机的地址，如 0.0.0.0。`, { cause: error })
    default: return error
  }
}
