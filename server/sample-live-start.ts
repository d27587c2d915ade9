import type { SampleSources } from './feeds/sample/district.ts'
import type { Log } from './log.ts'
import type { Store } from './store/open-store.ts'
import { startThread } from './threads.ts'

export interface SampleLiveStart {
  readonly store: Pick<Store, 'tokens'>
  readonly sources: SampleSources
  readonly program: URL
  /** Where this server is reached from this machine. */
  readonly address: string
  readonly log: Log
}

const feed = 'sample-live'
const audit = { who: 'system', from: 'local' }

/** Starts the sample's live feed with a token of its own, fresh at each start; those of earlier runs are revoked. */
export async function startSampleLive({ store, sources, program, address, log }: SampleLiveStart): Promise<{ stop(): Promise<void> }> {
  for (const old of await store.tokens.list()) {
    if (old.feed === feed && old.revokedAt === null) await store.tokens.revoke(old.id, { ...audit, act: 'token-revoked', about: old.id })
  }
  const asked = { feed, units: '*', items: '*', ofRecord: true, createdBy: 'system' } as const
  const { secret } = await store.tokens.create(asked, { ...audit, act: 'token-made', about: feed })
  const thread = startThread(program, { task: 'sample-live', sources, address, token: secret })
  thread.on('message', (trouble: string) => log.warn({ trouble }, 'the sample feed was not taken'))
  thread.on('error', error => log.error({ err: error }, 'the sample feed has ended'))
  thread.unref()
  return {
    async stop() {
      await thread.terminate()
    },
  }
}
