import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { faultCode, holdFile, isFull } from './sqlite.ts'
import { StoreFull } from './store-full.ts'

export const DATABASE_FILE = 'board.sqlite'
const LOCK_FILE = 'board.lock'
const HEADER = 'SQLite format 3\0'

export interface FolderHold {
  release(): void
  /** Releases a folder that was refused, without the lock file unless that was there before. */
  giveBack(): void
}

/** Makes the folder when it is missing and holds it for this process; throws a StartRefusal when it cannot be used. */
export function holdFolder(folder: string): FolderHold {
  const lock = join(folder, LOCK_FILE)
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new StartRefusal(notAFolder(folder))
    const isNew = !existsSync(lock)
    const hold = holdFile(lock)
    if (hold) return { release: hold.release, giveBack: () => giveBack(hold, isNew ? lock : undefined) }
  } catch (error) {
    throw folderRefusal(folder, error)
  }
  throw new StartRefusal(`数据文件夹「${folder}」正被另一个运行中的程序使用，同一文件夹只能由一个程序打开；请先停止它，或用 DATA_DIR 指定别的文件夹。`)
}

function giveBack(hold: { release(): void }, made: string | undefined): void {
  if (made !== undefined) rmSync(made, { force: true })
  hold.release()
}

/** Step by step: Node's own recursive mkdir never returns where a file system answers "no such entry" to every attempt. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** True for a database file to be opened, false when there is none yet; throws a StartRefusal for anything else in its place. */
export function hasDatabase(folder: string): boolean {
  const file = join(folder, DATABASE_FILE)
  try {
    if (!existsSync(file) || statSync(file).size === 0) return false
    const start = Buffer.alloc(HEADER.length)
    const open = openSync(file, 'r')
    try {
      readSync(open, start, 0, HEADER.length, 0)
    } finally {
      closeSync(open)
    }
    if (start.toString('latin1') === HEADER) return true
  } catch (error) {
    throw folderRefusal(folder, error)
  }
  throw damaged(folder, '文件头不是数据库')
}

/**
 * Names of the log files SQLite keeps beside the database. Opening a damaged file leaves empty ones behind; `forget`
 * removes those that were not there before, so that a refused folder is as it was.
 */
export function watchLogs(folder: string): { forget(): void } {
  const logs = ['-wal', '-shm'].map(ending => join(folder, DATABASE_FILE + ending)).filter(file => !existsSync(file))
  return {
    forget() {
      const written = logs.some(file => file.endsWith('-wal') && existsSync(file) && statSync(file).size > 0)
      if (!written) for (const file of logs) rmSync(file, { force: true })
    },
  }
}

export function damaged(folder: string, finding: string): StartRefusal {
  return new StartRefusal(`数据文件「${join(folder, DATABASE_FILE)}」已损坏（${finding}），程序没有改动它；请用备份恢复后再启动。`)
}

/** One sentence for what the system said about the folder or a file in it; a fault of the program's own is passed through. */
export function folderRefusal(folder: string, error: unknown): unknown {
  if (error instanceof StartRefusal || (faultCode(error) === '' && !(error instanceof StoreFull))) return error
  return new StartRefusal(folderSentence(folder, error), { cause: error })
}

function notAFolder(folder: string): string {
  return `DATA_DIR「${folder}」（或它的上级）是一个文件而不是文件夹，数据无处存放；请改用一个文件夹。`
}

function folderSentence(folder: string, error: unknown): string {
  const code = faultCode(error)
  if (code === 'ENOTDIR') return notAFolder(folder)
  if (error instanceof StoreFull || isFull(error)) {
    return `数据文件夹「${folder}」所在的磁盘已满或无法写入，程序不能启动；请腾出空间后再启动。`
  }
  if (/^(EACCES|EPERM|EROFS|ENOENT|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH)/.test(code)) {
    return `数据文件夹「${folder}」不能读写（${code}），程序不能启动；请检查文件夹的权限和所在磁盘是否只读。`
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(folder, code).message
  if (/^SQLITE_BUSY/.test(code)) return `数据文件「${join(folder, DATABASE_FILE)}」正被别的程序占用；请关闭它后再启动。`
  return `数据文件夹「${folder}」无法打开（${code}）；请检查后再启动。`
}
