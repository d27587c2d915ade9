import type { Setting } from '../../../shared/facts/setting.ts'
import type { SmallServer } from './small-server.ts'

/** A sample of this id was drawn, whatever it holds: what is looked over must belong to one. */
export async function drawSome(server: SmallServer, { id, year }: { readonly id: string; readonly year: number }): Promise<void> {
  const day = `${year}-03-02`
  const drawn: Setting = {
    kind: 'sampleDrawn', effective: day,
    sample: { id, year, day, knownAt: `${day}T00:00:00.000Z`, seed: '种子', rules: { share: 0.1, least: 5, backfilled: 2, nothing: 1 }, units: '*', frame: { size: 1, sha256: '0'.repeat(64) }, pieces: [] },
  }
  await server.intake.settle([drawn], { feed: 'desk', account: 'reviewer' })
}
