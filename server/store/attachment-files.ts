import { closeSync, fsyncSync, mkdirSync, openSync, existsSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from './secret.ts'
import { isFull } from './sqlite.ts'
import { StoreFull } from './store-full.ts'

/** The bytes of attachments: one file each, named by the SHA-256 of its content, in a folder no web server looks into. */
export interface AttachmentFiles {
  /** Durable when it returns; the same content is kept once. Throws StoreFull with nothing kept under its name. */
  keep(sha256: string, bytes: Uint8Array): void
  read(sha256: string): Promise<Buffer>
}

const FOLDER = 'attachments'

export function attachmentFiles(dataFolder: string): AttachmentFiles {
  const folder = join(dataFolder, FOLDER)
  const fileOf = (sha256: string) => join(folder, sha256)
  return {
    keep(sha256, bytes) {
      if (existsSync(fileOf(sha256))) return
      const draft = join(folder, `${newId()}.part`)
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        writeDurably(draft, bytes)
        renameSync(draft, fileOf(sha256))
        syncFolder(folder)
        syncFolder(dataFolder)
      } catch (error) {
        rmSync(draft, { force: true })
        throw isFull(error) ? new StoreFull(error) : error
      }
    },
    read: sha256 => readFile(fileOf(sha256)),
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const open = openSync(file, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** A new name survives power loss only when its folder is written too. */
function syncFolder(folder: string): void {
  const open = openSync(folder, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
