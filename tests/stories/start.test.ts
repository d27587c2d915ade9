import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { programFolder } from '../support/built.ts'
import { runProgram, type Ended } from '../support/program.ts'
import { emptyFolder, sampleFolder, startServer } from '../support/server.ts'

/** Every file under a folder and what is in it. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.sort().map(name => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]))
}

interface Refused { readonly env: Readonly<Record<string, string>>; readonly says: RegExp; readonly file?: string }

/** The program ends by itself, not with success, after one sentence; answers how it ended. */
async function refused({ env, says, file }: Refused): Promise<Ended> {
  const ended = await runProgram({ env, ...(file !== undefined && { file }) }).ended
  expect(ended.said).toMatch(says)
  expect(ended.said.trim().split('\n')).toHaveLength(1)
  expect(ended.said).toMatch(/^启动失败：.*。$/m)
  expect(ended.said).not.toMatch(/\bat .*:\d+:\d+/)
  expect(ended.code).toBe(1)
  return ended
}

describe('a start that cannot succeed ends with one sentence and leaves the folder as it was', () => {
  let folder: string
  const file = () => join(folder, 'board.sqlite')
  beforeAll(() => {
    folder = sampleFolder()
  })
  const untouched = async (env: Readonly<Record<string, string>>, says: RegExp) => {
    const before = contentOf(folder)
    await refused({ env: { DATA_DIR: folder, ...env }, says })
    expect(contentOf(folder)).toEqual(before)
  }

  it('a sample folder started as a real one', () => untouched({ SAMPLE: 'off' }, /存的是演示数据，不能按正式数据打开/))

  it('a real folder started as the sample', async () => {
    const real = emptyFolder()
    await (await startServer({ folder: real, env: { SAMPLE: 'off' } })).stop()
    const before = contentOf(real)
    await refused({ env: { DATA_DIR: real }, says: /存的是正式数据，不能按演示数据打开/ })
    expect(contentOf(real)).toEqual(before)
  })

  it('a folder another server uses', async () => {
    const server = await startServer({ folder })
    await refused({ env: { DATA_DIR: folder }, says: /正被另一个运行中的程序使用/ })
    expect((await server.nobody.ask('/api/health')).status).toBe(200)
    expect((await server.stop()).code).toBe(0)
  })

  it('a database of a newer version', async () => {
    const database = new Sqlite(file())
    database.prepare("insert into kysely_migration (name, timestamp) values ('2099-01-01-later', '')").run()
    database.close()
    await untouched({}, /由更新版本的程序写成（2099-01-01-later）/)
    const again = new Sqlite(file())
    again.prepare("delete from kysely_migration where name like '2099%'").run()
    again.close()
  })

  it('a damaged database, in its pages', async () => {
    const bytes = readFileSync(file())
    bytes.fill(0x5a, 40_960, 90_000)
    writeFileSync(file(), bytes)
    await untouched({}, /board\.sqlite」已损坏/)
  })

  it('a damaged database, cut short', async () => {
    truncateSync(file(), 100_000)
    await untouched({}, /board\.sqlite」已损坏/)
  })

  it('something else in its place', async () => {
    writeFileSync(file(), 'this is a letter, not a database')
    await untouched({}, /board\.sqlite」已损坏（文件头不是数据库）/)
  })

  it("another program's database", async () => {
    const other = emptyFolder()
    const database = new Sqlite(join(other, 'board.sqlite'))
    database.exec('create table recipes (name text)')
    database.close()
    const before = contentOf(other)
    await refused({ env: { DATA_DIR: other }, says: /别的程序的数据库/ })
    expect(contentOf(other)).toEqual(before)
  })

  it('a file where the data folder should be', async () => {
    const place = join(emptyFolder(), 'data')
    writeFileSync(place, 'a file')
    await refused({ env: { DATA_DIR: place }, says: /是一个文件而不是文件夹/ })
    await refused({ env: { DATA_DIR: join(place, 'below') }, says: /是一个文件而不是文件夹/ })
    expect(readFileSync(place, 'utf8')).toBe('a file')
  })

  it('a folder that takes no files', () => refused({ env: { DATA_DIR: '/proc/board' }, says: /不能读写/ }))

  it('a port in use, with nothing made in the folder', async () => {
    const other = createServer()
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const { port } = other.address() as AddressInfo
    const fresh = emptyFolder()
    await refused({ env: { DATA_DIR: fresh, PORT: String(port) }, says: new RegExp(`端口 ${port} 已被别的程序占用`) })
    expect(readdirSync(fresh)).toEqual([])
    other.close()
  })
})

describe('a bad environment value is named with what is allowed, and nothing is made', () => {
  it.each([
    ['PORT', 'http', /环境变量 PORT 的值「http」不对：应为 0 到 65535/],
    ['HOST', '203.0.113.7', /本机没有地址「203.0.113.7」/],
    ['SAMPLE', 'yes', /环境变量 SAMPLE 的值「yes」不对：只能是 on、off 之一/],
    ['SUPERVISED_FROM', '2026-02-30', /环境变量 SUPERVISED_FROM 的值「2026-02-30」不对/],
  ])('%s=%s', async (name, value, says) => {
    const folder = emptyFolder()
    await refused({ env: { DATA_DIR: folder, [name]: value }, says })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a broken file of the program stops the start before the data folder is touched', () => {
  /** A copy of the built program whose `data` can be spoilt. */
  function copyOfProgram(): { folder: string; file: string } {
    const folder = emptyFolder()
    for (const part of ['package.json', 'dist/server', 'data']) cpSync(join(programFolder, part), join(folder, part), { recursive: true })
    symlinkSync(join(programFolder, 'node_modules'), join(folder, 'node_modules'))
    return { folder, file: join(folder, 'dist/server/main.js') }
  }

  it.each([
    ['broken JSON', 'catalogues/district.json', (text: string) => text.replace('"items"', '"items'), /district\.json」不是合格的 JSON（第 \d+ 行第 \d+ 个字符处）/],
    ['a row without its id', 'catalogues/district.json', (text: string) => text.replace('"id": "district-6"', '"idd": "district-6"'), /district\.json」.*有问题/],
    ['an impossible day', 'calendar/2026.json', (text: string) => text.replace('2026-01-01', '2026-02-30'), /2026\.json」.*有问题/],
    ['a missing file', 'statutory.json', null, /statutory\.json」读不到/],
  ])('%s in %s', async (_what, name, spoil, says) => {
    const { folder, file } = copyOfProgram()
    const path = join(folder, 'data', name)
    if (spoil === null) rmSync(path)
    else {
      const text = readFileSync(path, 'utf8')
      expect(spoil(text)).not.toBe(text)
      writeFileSync(path, spoil(text))
    }
    const data = join(folder, 'var')
    await refused({ env: { DATA_DIR: data }, says, file })
    expect(readdirSync(folder)).not.toContain('var')
  })
})

describe('a start', () => {
  it('makes the data folder, readable by its owner alone', async () => {
    const folder = join(emptyFolder(), 'deep', 'below')
    const server = await startServer({ folder, env: { SAMPLE: 'off' } })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect((await server.stop()).code).toBe(0)
  })
})
