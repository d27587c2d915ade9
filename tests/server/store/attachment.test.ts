import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit, standingClock, temporaryFolder, temporaryStore } from './temporary.ts'

const bytes = new TextEncoder().encode('情况说明')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const given = { unit: 'D26', name: '说明.txt', type: 'text/plain', by: 'clerk.D26', bytes }

describe('attachmentStore', () => {
  it('keeps the bytes once under their SHA-256 beside the database, a row for each unit, an audit row with it', async () => {
    const folder = temporaryFolder()
    const store = await temporaryStore({ folder })
    const first = await store.attachments.keep(given, audit)
    const again = await store.attachments.keep({ ...given, name: '又一次.txt' }, audit)
    const other = await store.attachments.keep({ ...given, unit: 'D01' }, audit)
    expect(again).toEqual(first)
    expect(first).toMatchObject({ sha256, unit: 'D26', name: '说明.txt', size: bytes.length })
    expect(other.id).not.toBe(first.id)
    expect(readdirSync(join(folder, 'attachments'))).toEqual([sha256])
    expect(readFileSync(join(folder, 'attachments', sha256))).toEqual(Buffer.from(bytes))
    expect(await store.attachments.ofContent(sha256)).toHaveLength(2)
    expect(await store.attachments.read(first)).toEqual(Buffer.from(bytes))
    expect((await store.audit.list()).filter(({ about }) => about === sha256)).toHaveLength(2)
  })

  it('finds a file for its own unit alone, at once for the reader of facts', async () => {
    const store = await temporaryStore()
    await store.attachments.keep(given, audit)
    expect(store.journal.findAttachment(sha256, 'D26')).toEqual({ size: bytes.length })
    expect(store.journal.findAttachment(sha256, 'D01')).toBeUndefined()
    expect(store.attachments.find(sha256, 'D01')).toBeUndefined()
  })

  it('sums what a unit handed in since an instant', async () => {
    const clock = standingClock('2026-03-02T04:00:00.000Z')
    const store = await temporaryStore({ clock })
    await store.attachments.keep(given, audit)
    clock.moveTo('2026-03-03T04:00:00.000Z')
    await store.attachments.keep({ ...given, bytes: new TextEncoder().encode('二') }, audit)
    expect(await store.attachments.sizeSince('D26', '2026-03-02T00:00:00.000Z')).toBe(bytes.length + 3)
    expect(await store.attachments.sizeSince('D26', '2026-03-03T00:00:00.000Z')).toBe(3)
    expect(await store.attachments.sizeSince('D01', '2026-03-02T00:00:00.000Z')).toBe(0)
  })

  it('leaves no row and no half file where the folder cannot be written', async () => {
    const folder = temporaryFolder()
    const store = await temporaryStore({ folder })
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'attachments'), 'in the way')
    await expect(store.attachments.keep(given, audit)).rejects.toThrow()
    expect(store.attachments.find(sha256, 'D26')).toBeUndefined()
  })
})
