import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { View } from '../answers/view.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { TableFiles } from '../documents/table-files.ts'
import type { Intake } from '../intake/ports.ts'
import type { Log } from '../log.ts'
import type { Past } from '../past/past.ts'
import type { Hub } from '../push/hub.ts'
import type { Store } from '../store/open-store.ts'
import type { Day } from '../../shared/time/day.ts'
import type { Caller } from './caller.ts'
import type { Callers } from './callers.ts'

/** What the routes work with; `main` hands it all in. */
export interface HttpParts {
  readonly store: Omit<Store, 'close'>
  readonly live: View & { readonly day: Day }
  readonly intake: Intake
  readonly past: Past
  readonly tables: TableFiles
  readonly callers: Callers
  readonly hub: Pick<Hub, 'recheck'>
  readonly clock: Clock
  readonly config: Pick<Config, 'cookieSecure' | 'trustProxy'>
  readonly log: Log
  /** New for each run of the server. */
  readonly epoch: string
  readonly version: string
  /** Folder of the built pages. */
  readonly clientFolder: string
}

export interface HttpEnv {
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: { caller: Caller }
}

export type Api = OpenAPIHono<HttpEnv>
