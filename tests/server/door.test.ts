import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { listen, type Door } from '../../server/door.ts'

const open: Door[] = []
afterEach(() => {
  for (const door of open.splice(0)) door.server.close()
})

async function opened(): Promise<Door> {
  const door = await listen({ host: '127.0.0.1', port: 0 })
  open.push(door)
  return door
}

const ask = (door: Door) => fetch(`http://127.0.0.1:${door.port}/api/health`)
const codeOf = async (answer: Response) => (await answer.json() as { error: { code: string } }).error.code

describe('listen()', () => {
  it('answers 503 until it is opened, and again once it is shut', async () => {
    const door = await opened()
    const early = await ask(door)
    expect([early.status, await codeOf(early)]).toEqual([503, 'starting'])
    door.open((_request, response) => response.end('ok'))
    expect(await (await ask(door)).text()).toBe('ok')
    door.shut()
    const late = await ask(door)
    expect([late.status, await codeOf(late)]).toEqual([503, 'stopping'])
  })

  it('lets a request that is under way finish after it is shut', async () => {
    const door = await opened()
    let finish: () => void = () => undefined
    const arrived = new Promise<void>(resolve => door.open((_request, response) => {
      finish = () => response.end('whole')
      resolve()
    }))
    const underWay = ask(door)
    await arrived
    door.shut()
    finish()
    expect(await (await underWay).text()).toBe('whole')
  })

  it('refuses a port in use with a sentence that names it', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await expect(listen({ host: '127.0.0.1', port })).rejects.toThrow(new RegExp(`^端口 ${port} 已被别的程序占用；.*PORT.*。$`))
    other.close()
  })

  it('refuses an address this machine does not have', async () => {
    await expect(listen({ host: '203.0.113.7', port: 0 })).rejects.toThrow('本机没有地址「203.0.113.7」')
  })
})
