import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { publication, type RawFact } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'
import { Watcher } from '../support/watcher.ts'

let server: Server
let feed: Visitor
let office: Visitor
beforeAll(async () => {
  server = await startServer()
  office = await server.signIn('supervisor')
  feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
})

async function restart(): Promise<void> {
  server = await startServer({ folder: server.folder, port: server.port })
}

function keysKept(): ReadonlySet<string> {
  const reader = openJournalReader(server.folder)
  const keys = new Set<string>()
  for (const entry of reader.entries()) if (isFactEntry(entry)) keys.add(entry.fact.key)
  reader.close()
  return keys
}

describe('SIGTERM', () => {
  it('under load lets every request under way have its answer, ends with 0 and folds the log into the file', async () => {
    const acknowledged: RawFact[] = []
    const outcomes = new Set<string>()
    let isStopping = false
    const send = async (): Promise<void> => {
      while (!isStopping) {
        const facts = Array.from({ length: 20 }, () => publication(server.day))
        const outcome = await feed.send('POST', '/api/facts', facts).then(answer => String(answer.status), String)
        outcomes.add(outcome)
        if (outcome === '200') acknowledged.push(...facts)
      }
    }
    const senders = Array.from({ length: 6 }, send)
    await wait(500)
    isStopping = true
    const ended = await server.stop()
    await Promise.all(senders)
    expect(ended).toMatchObject({ code: 0, signal: null })
    expect(acknowledged.length).toBeGreaterThan(0)
    expect([...outcomes]).toEqual(['200'])
    expect(existsSync(join(server.folder, 'board.sqlite-wal'))).toBe(false)
    const kept = keysKept()
    expect(acknowledged.filter(({ key }) => !kept.has(key)).length).toBe(0)
    await restart()
  })

  it('lets a body that is still being sent be taken to its end', async () => {
    const fact = publication(server.day)
    const body = JSON.stringify(fact)
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    let said = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
    socket.write(`POST /api/facts HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: ${feed.headers['authorization']}\r\n`
      + `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 50)}`)
    await wait(300)
    const stopping = server.stop()
    await wait(300)
    socket.write(body.slice(50))
    await once(socket, 'close')
    expect((await stopping).code).toBe(0)
    expect(said).toMatch(/^HTTP\/1\.1 200/)
    expect(said).toContain('"accepted":1')
    expect(keysKept().has(fact.key)).toBe(true)
    await restart()
  })

  it('tells the sockets that it is stopping, and what comes meanwhile to come again', async () => {
    const screen = await Watcher.open(server, { cookie: office.cookie })
    await screen.board()
    const stopping = server.stop()
    await screen.until(({ socket }) => !socket.connected)
    expect(screen.farewell).toEqual([{ code: 'stopping', message: expect.stringContaining('重启') }])
    expect((await stopping).code).toBe(0)
    await restart()
  })

  it('leaves a board that goes on where it stood', async () => {
    const before = await new Visitor(server.url, office.headers).read<{ revision: number; district: object }>('/api/board')
    await server.stop()
    await restart()
    const after = await new Visitor(server.url, office.headers).read<{ revision: number; district: object }>('/api/board')
    expect(after).toEqual(before)
  })
})
