import { describe, expect, it } from 'vitest'
import { beginDistrict } from '../../server/first-start.ts'
import { LiveBoard } from '../../server/live/live-board.ts'
import { programFolder } from '../../server/program-folder.ts'
import { readStartingFiles } from '../../server/starting-files.ts'
import { standingClock, temporaryStore } from './store/temporary.ts'

const files = readStartingFiles(programFolder())

describe('beginDistrict()', () => {
  it.each([
    ['2026-01-01', '2026-01-01'], [null, '2026-03-02'], ['2027-01-01', '2027-01-01'],
  ])('with SUPERVISED_FROM %s begins a district without units, catalogues and calendar in force today', async (supervisedFrom, expected) => {
    const store = await temporaryStore({ sample: false })
    beginDistrict({ store, files, clock: standingClock(), config: { district: '青阳区', supervisedFrom } })
    const live = new LiveBoard('2026-03-02')
    live.replay(store.journal.entries())
    const world = live.world()
    expect(world).toMatchObject({ district: '青阳区', sample: false, supervisedFrom: expected })
    expect([world.units.size, world.versions.length, world.calendar.isAnnounced(2026), world.scheme.id]).toEqual([0, 2, true, 'default'])
    expect(live.board().district.onTime.share).toBeNull()
  })

  it('leaves a journal alone that holds anything', async () => {
    const store = await temporaryStore({ sample: false })
    beginDistrict({ store, files, clock: standingClock(), config: { district: null, supervisedFrom: null } })
    const count = store.journal.count()
    beginDistrict({ store, files, clock: standingClock(), config: { district: '别的区', supervisedFrom: null } })
    expect(store.journal.count()).toBe(count)
  })
})
