import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import { publication, type RawFact } from '../support/fresh-facts.ts'
import { runProgram } from '../support/program.ts'
import { emptyFolder, startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

/** A disk of its own, where the system lets us mount one. */
function mount(megabytes: number): string | undefined {
  const folder = emptyFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return status === 0 ? folder : undefined
}

const sampleBytes = () => readdirSync(inject('sampleFolder')).reduce((sum, name) => sum + statSync(join(inject('sampleFolder'), name)).size, 0)
const disk = mount(Math.ceil(sampleBytes() / 2 ** 20) * 2 + 4)
const small = mount(1)
afterAll(() => {
  for (const folder of [disk, small]) if (folder !== undefined) spawnSync('umount', [folder])
})
if (disk === undefined) console.warn('no tmpfs can be mounted here: the story of the full disk is skipped')

describe.skipIf(disk === undefined)('a disk that fills while the server runs', () => {
  let server: Server
  let office: Visitor
  let feed: Visitor
  const folder = join(disk ?? '/', 'data')
  const ballast = join(disk ?? '/', 'ballast')
  beforeAll(async () => {
    mkdirSync(folder)
    cpSync(inject('sampleFolder'), folder, { recursive: true })
    server = await startServer({ folder })
    office = await server.signIn('supervisor')
    feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
  })

  /** Writes until nothing more fits. */
  function fill(): void {
    const file = openSync(ballast, 'w')
    const block = Buffer.alloc(64 * 1024)
    try {
      for (let size = block.length; size > 0;) {
        try {
          writeSync(file, block, 0, size)
        } catch {
          size = Math.floor(size / 2)
        }
      }
    } finally {
      closeSync(file)
    }
  }
  const bulk = (): RawFact[] => Array.from({ length: 400 }, () => publication(server.day))
  const health = () => server.nobody.read<{ revision: number; facts: number }>('/api/health')

  it('answers 507 with a sentence, keeps nothing of what it refused, and goes on reading', async () => {
    const first = publication(server.day)
    await feed.post('/api/facts', first)
    const before = await health()
    const board = await office.read<Board>('/api/board')
    fill()
    const refused = bulk()
    const answer = await feed.send('POST', '/api/facts', refused)
    expect(await Visitor.faultOf(answer)).toMatchObject({ status: 507, code: 'store-full', message: expect.stringMatching(/数据盘已满.*没有保存任何内容/) })
    expect(await health()).toEqual(before)
    expect(await office.read<Board>('/api/board')).toEqual(board)
    for (const path of ['/api/obligations?limit=5', '/api/units/D03', '/api/duties?unit=D03', '/api/catalogues', `/api/board?asOf=2026-03-31`]) {
      expect([path, (await office.ask(path)).status]).toEqual([path, 200])
    }
    expect((await (await feed.send('POST', '/api/facts', { kind: 'none' })).json() as { refused: number }).refused).toBe(1)
    expect(server.program.said()).not.toMatch(/uncaught|unhandled/i)
  })

  it('takes writes again as soon as there is room, each once', async () => {
    const refused = bulk()
    expect((await feed.send('POST', '/api/facts', refused)).status).toBe(507)
    rmSync(ballast)
    expect(await feed.post('/api/facts', refused)).toMatchObject({ accepted: refused.length, duplicates: 0 })
    expect(await feed.post('/api/facts', refused)).toMatchObject({ accepted: 0, duplicates: refused.length })
  })

  it('keeps every acknowledged fact when it is killed on a full disk', async () => {
    const kept: RawFact[] = []
    const sent = Array.from({ length: 40 }, bulk)
    for (const facts of sent) {
      const answer = await feed.send('POST', '/api/facts', facts)
      if (!answer.ok) break
      kept.push(...facts)
    }
    fill()
    await server.kill()
    rmSync(ballast)
    server = await startServer({ folder })
    expect(kept.length).toBeGreaterThan(0)
    const again = new Visitor(server.url, feed.headers)
    const lines = kept.map(fact => JSON.stringify(fact)).join('\n')
    const answer = await again.ask('/api/facts', { method: 'POST', body: lines, headers: { 'content-type': 'application/x-ndjson' } })
    expect(await answer.json()).toMatchObject({ accepted: 0, duplicates: kept.length, refused: 0 })
    expect((await server.stop()).code).toBe(0)
  })
})

describe.skipIf(small === undefined)('a disk that is full before the start', () => {
  it('stops the start with one sentence', async () => {
    const ended = await runProgram({ env: { DATA_DIR: join(small!, 'data') } }).ended
    expect(ended.said.trim()).toMatch(/^启动失败：数据文件夹「.*」所在的磁盘已满或无法写入，程序不能启动；请腾出空间后再启动。$/)
    expect(ended.code).toBe(1)
  })
})
