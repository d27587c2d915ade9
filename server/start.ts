import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import packageJson from '../package.json' with { type: 'json' }
import { dayOf } from '../shared/time/day.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { keepDay } from './day-keeper.ts'
import { listen, type Door } from './door.ts'
import type { SampleSources } from './feeds/sample/district.ts'
import { beginDistrict } from './first-start.ts'
import { createApp } from './http/app.ts'
import { openCallers } from './http/callers.ts'
import { liveView } from './http/live-view.ts'
import { openIntake } from './intake.ts'
import { intakeAuditRow } from './intake-audit.ts'
import { openTableFiles } from './documents/table-files.ts'
import { LiveBoard } from './live/live-board.ts'
import { openLog } from './log.ts'
import { openPast } from './past/past.ts'
import { pastsToWarm } from './past/pasts-to-warm.ts'
import { programFolder } from './program-folder.ts'
import { openHub } from './push/hub.ts'
import { claimSilent } from './silence.ts'
import { startSampleLive } from './sample-live-start.ts'
import { beginSample } from './sample-start.ts'
import { StartRefusal } from './start-refusal.ts'
import { readStartingFiles } from './starting-files.ts'
import { stopOn } from './stop.ts'
import { folderRefusal } from './store/data-folder.ts'
import { openStore, type Store } from './store/open-store.ts'
import { StoreFull } from './store/store-full.ts'
import { keepSwept } from './sweeper.ts'
import { addressOf, welcomeWords } from './welcome.ts'

/** Starts the server, or ends the process with one sentence that says why it cannot start. `program` is the running file. */
export async function start(program: URL): Promise<void> {
  // A closed pipe behind `npm start | head` is no reason to stop serving.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    const config = readConfig(process.env)
    if (config instanceof StartRefusal) throw config
    await run(config, program)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    process.stderr.write(`启动失败：${error.message}\n`)
    process.exitCode = 1
  }
}

/** The port is taken and the files are read before the data folder is touched; whatever fails gives back what it took. */
async function run(config: Config, program: URL): Promise<void> {
  const folder = programFolder()
  const files = readStartingFiles(folder)
  const door = await listen(config)
  let store: Store | undefined
  try {
    store = await openStore({ folder: config.dataDir, sample: config.sample, clock: systemClock })
    const clock = systemClock
    const sources = config.sample ? await beginSample({ store, files, clock, folder }) : undefined
    if (sources === undefined) beginDistrict({ store, files, config, clock })
    await serve({ config, program, folder, door, store, sources })
  } catch (error) {
    door.server.close()
    store?.close()
    throw error instanceof StoreFull ? folderRefusal(config.dataDir, error) : error
  }
}

interface Opened {
  readonly config: Config
  readonly program: URL
  readonly folder: string
  readonly door: Door
  readonly store: Store
  /** What the sample is made from; undefined in a real district. */
  readonly sources: SampleSources | undefined
}

async function serve({ config, program, folder, door, store, sources }: Opened): Promise<void> {
  const clock = systemClock
  const log = openLog(config.logLevel, clock)
  const epoch = randomUUID()
  const past = openPast({ folder: config.dataDir, program })
  // Beside the replay: the first question of another day finds it done.
  past.warm(pastsToWarm(store.journal, clock), store.journal.lastSeq())
  const live = new LiveBoard(dayOf(store.journal.lastRecordedAt() ?? clock.now()))
  live.replay(store.journal.entries())
  const report = (error: unknown) => log.error({ err: error }, 'a listener of the intake failed')
  const intake = openIntake({ store: store.journal, live, clock, auditRow: intakeAuditRow, report })
  const callers = openCallers(store, clock, config.cookieSecure)
  const hub = openHub(door.server, { live, clock, callers, epoch, log })
  intake.onAppended(() => hub.announce())
  const { version } = packageJson
  const parts = { store, live: liveView(live, store.journal), intake, past, tables: openTableFiles(program), callers, hub, clock, config, log, epoch, version }
  const app = createApp({ ...parts, clientFolder: join(folder, 'dist', 'client') })
  const day = await keepDay({ clock, live, intake, settle: () => claimSilent({ live, intake }), log })
  door.open(getRequestListener(app.fetch))
  const address = addressOf(config.host, door.port)
  const feed = sources && config.sampleLive ? await startSampleLive({ store, sources, program, address, log }) : undefined
  stopOn(['SIGTERM', 'SIGINT'], { door, hub, past, store, log, others: [day, keepSwept(store, log), ...(feed ? [feed] : [])] })
  process.stdout.write(welcomeWords({ config, address, firstAdmin: config.sample ? undefined : await store.firstAdmin.issue() }))
}
