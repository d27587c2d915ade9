import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { StartRefusal } from '../../../server/start-refusal.ts'
import { DATABASE_FILE } from '../../../server/store/data-folder.ts'
import { hashOf } from '../../../server/store/secret.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { NOON, published, standingClock, temporaryFolder, temporaryStore } from './temporary.ts'

const clock = standingClock()

/** The folder of a store that held 300 facts and was closed. */
async function usedFolder(sample = true): Promise<string> {
  const folder = temporaryFolder()
  const store = await openStore({ folder, sample, clock })
  store.journal.append(Array.from({ length: 300 }, (_, index) => published(index + 1)))
  store.close()
  return folder
}

const contentOf = (folder: string) => readdirSync(folder).sort().map(name => [name, hashOf(readFileSync(join(folder, name)).toString('base64'))])

async function refusalOf(folder: string, sample = true): Promise<string> {
  const error: unknown = await openStore({ folder, sample, clock }).then(store => store.close(), reason => reason)
  expect(error).toBeInstanceOf(StartRefusal)
  return (error as StartRefusal).message
}

describe('openStore()', () => {
  it('makes the folder, and opens it again with everything in it', async () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    const first = await temporaryStore({ folder })
    first.journal.append([published(1)])
    await first.meta.set('word', '一')
    await first.meta.set('word', '二')
    first.close()
    const second = await temporaryStore({ folder })
    expect([...second.journal.entries()]).toEqual([published(1)])
    expect(await second.meta.find('word')).toBe('二')
    expect(await second.meta.find('mode')).toBe('sample')
    expect(await second.meta.find('opened-at')).toBe(NOON)
    expect(await second.meta.find('nothing')).toBeUndefined()
  })

  it.each([[true, '演示数据'], [false, '正式数据']])('refuses the other mode of a folder stamped sample=%s', async (sample, holds) => {
    const folder = await usedFolder(sample)
    const before = contentOf(folder)
    const sentence = await refusalOf(folder, !sample)
    expect(sentence).toContain(`存的是${holds}`)
    expect(sentence).toContain(folder)
    expect(contentOf(folder)).toEqual(before)
  })

  it('refuses a second opening while the first is open, and takes it once that is closed', async () => {
    const folder = temporaryFolder()
    const first = await openStore({ folder, sample: true, clock })
    expect(await refusalOf(folder)).toContain('正被另一个运行中的程序使用')
    first.close()
    const second = await openStore({ folder, sample: true, clock })
    second.close()
  })

  it('refuses a newer schema by the name of the step and touches nothing', async () => {
    const folder = await usedFolder()
    const raw = new Sqlite(join(folder, DATABASE_FILE))
    raw.prepare('insert into kysely_migration values (?, ?)').run('2031-05-ledger', NOON)
    raw.close()
    const before = contentOf(folder)
    expect(await refusalOf(folder)).toMatch(/更新版本的程序写成（2031-05-ledger）.*请升级程序/)
    expect(contentOf(folder)).toEqual(before)
  })

  it.each<[string, (file: string) => void]>([
    ['whose header is not a database', file => writeFileSync(file, 'not a database at all, but long enough to look')],
    ['that was cut short', file => truncateSync(file, Math.floor(statSync(file).size / 4096 / 2) * 4096)],
    ['with pages overwritten', file => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, 4096, bytes.length - 4096)
      writeFileSync(file, bytes)
    }],
  ])('refuses a file %s, says which file, and touches nothing', async (_damage, breakFile) => {
    const folder = await usedFolder()
    const file = join(folder, DATABASE_FILE)
    breakFile(file)
    const before = contentOf(folder)
    const sentence = await refusalOf(folder)
    expect(sentence).toContain('已损坏')
    expect(sentence).toContain(file)
    expect(contentOf(folder)).toEqual(before)
  })

  it('refuses a journal that lost a row', async () => {
    const folder = await usedFolder()
    const raw = new Sqlite(join(folder, DATABASE_FILE))
    raw.exec('drop trigger journal_no_delete; delete from journal where seq = 7')
    raw.close()
    expect(await refusalOf(folder)).toContain('流水应有 300 条，实有 299 条')
  })

  it('refuses the database of another program', async () => {
    const folder = temporaryFolder()
    const raw = new Sqlite(join(folder, DATABASE_FILE))
    raw.exec('create table theirs (id integer)')
    raw.close()
    expect(await refusalOf(folder)).toContain('别的程序的数据库')
  })

  it('refuses a file where the folder should be, and a folder under a file', async () => {
    const file = join(temporaryFolder(), 'var')
    writeFileSync(file, '')
    expect(await refusalOf(file)).toContain('是一个文件而不是文件夹')
    expect(await refusalOf(join(file, 'deeper'))).toContain('是一个文件而不是文件夹')
  })

  it('refuses a folder the system keeps read-only', async () => {
    expect(await refusalOf('/proc/board')).toMatch(/「\/proc\/board」/)
  })

  it('starts anew where an earlier start left an empty file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, DATABASE_FILE), '')
    const store = await temporaryStore({ folder })
    expect(store.journal.lastSeq()).toBe(0)
  })
})
