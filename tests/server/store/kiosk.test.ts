import { describe, expect, it } from 'vitest'
import { audit, NOON, standingClock, temporaryStore } from './temporary.ts'

const opening = { act: 'kiosk-opened', from: '10.0.0.8' }

async function withKiosk() {
  const clock = standingClock()
  const store = await temporaryStore({ clock })
  return { clock, store, ...await store.kiosks.create({ name: '一楼大屏', createdBy: 'admin' }, audit) }
}

describe('KioskStore', () => {
  it('trades its link for a wall session, once, even when two open it at the same moment', async () => {
    const { store, kiosk, linkSecret } = await withKiosk()
    const both = await Promise.all([store.kiosks.exchange(linkSecret, opening), store.kiosks.exchange(linkSecret, opening)])
    const [won, ...none] = both.filter(each => each !== undefined)
    expect(none).toEqual([])
    expect(won?.kiosk).toEqual({ ...kiosk, exchangedAt: NOON })
    expect((await store.sessions.find(won?.secret ?? ''))?.holder).toEqual({ kind: 'kiosk', kiosk: { ...kiosk, exchangedAt: NOON } })
    expect(await store.kiosks.exchange(linkSecret, opening)).toBeUndefined()
    expect((await store.audit.list()).map(row => [row.who, row.act, row.about])).toEqual([
      [`kiosk:${kiosk.id}`, 'kiosk-opened', kiosk.id], [audit.who, audit.act, audit.about],
    ])
  })

  it('takes no link that is unknown, out of date or revoked', async () => {
    const { clock, store, kiosk, linkSecret } = await withKiosk()
    expect(await store.kiosks.exchange('guess', opening)).toBeUndefined()
    clock.moveTo(kiosk.linkUntil)
    expect(await store.kiosks.exchange(linkSecret, opening)).toBeUndefined()
    clock.moveTo(NOON)
    await store.kiosks.revoke(kiosk.id, audit)
    expect(await store.kiosks.exchange(linkSecret, opening)).toBeUndefined()
  })

  it('revoke() ends its session, once', async () => {
    const { store, kiosk, linkSecret } = await withKiosk()
    const opened = await store.kiosks.exchange(linkSecret, opening)
    expect(await store.kiosks.revoke(kiosk.id, audit)).toBe(true)
    expect(await store.sessions.find(opened?.secret ?? '')).toBeUndefined()
    expect(await store.kiosks.revoke(kiosk.id, audit)).toBe(false)
    expect(await store.kiosks.revoke('unknown', audit)).toBe(false)
    expect(await store.kiosks.find(kiosk.id)).toMatchObject({ revokedAt: NOON })
  })

  it('lists kiosks with the moment each was last seen', async () => {
    const { clock, store, kiosk, linkSecret } = await withKiosk()
    clock.moveTo('2026-03-03T04:00:00.000Z')
    const second = await store.kiosks.create({ name: '大厅', createdBy: 'admin' }, audit)
    await store.kiosks.exchange(linkSecret, opening)
    expect(await store.kiosks.list()).toEqual([
      { ...kiosk, exchangedAt: '2026-03-03T04:00:00.000Z', lastSeenAt: '2026-03-03T04:00:00.000Z' },
      { ...second.kiosk, lastSeenAt: null },
    ])
  })

  it('keeps a wall signed in while it is seen within 30 days', async () => {
    const { clock, store, linkSecret } = await withKiosk()
    const opened = await store.kiosks.exchange(linkSecret, opening)
    clock.moveTo('2026-04-01T03:59:59.999Z')
    const session = await store.sessions.find(opened?.secret ?? '')
    if (session) await store.sessions.touch(session)
    clock.moveTo('2026-04-30T00:00:00.000Z')
    expect(await store.sessions.find(opened?.secret ?? '')).toBeDefined()
    clock.moveTo('2026-05-01T04:00:00.000Z')
    expect(await store.sessions.find(opened?.secret ?? '')).toBeUndefined()
  })
})
