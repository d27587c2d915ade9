import { OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono'
import { StoreFull } from '../store/store-full.ts'
import { accountRoutes } from './account-routes.ts'
import { attachmentRoutes, LARGEST_FILE } from './attachment-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { claimRoutes } from './claim-routes.ts'
import { sameSiteOnly } from './csrf.ts'
import { assessmentRoutes } from './assessment-routes.ts'
import { compareRoutes } from './compare-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { docsRoutes } from './docs-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { answerFor, refused } from './errors.ts'
import { editionFileRoutes } from './edition-file-routes.ts'
import { editionRoutes } from './edition-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { factRoutes } from './fact-routes.ts'
import { findingRoutes } from './finding-routes.ts'
import { firstAdminRoutes } from './first-admin-routes.ts'
import { gate, mustCoverEveryRoute } from './gate.ts'
import { guardHeaders } from './headers.ts'
import { healthRoutes } from './health-routes.ts'
import { kioskRoutes } from './kiosk-routes.ts'
import { matterRoutes } from './matter-routes.ts'
import { obligationRoutes } from './obligation-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { schemeRoutes } from './scheme-routes.ts'
import { sampleRoutes } from './sample-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { staticFiles } from './static-files.ts'
import { tokenRoutes } from './token-routes.ts'
import { unitDeskRoutes } from './unit-desk-routes.ts'
import { unitRoutes } from './unit-routes.ts'
import { wallRoutes } from './wall-routes.ts'

/** Administration sends a few fields; facts have a reader of their own with its own bounds. */
const LARGEST_BODY = 64 * 1024
/** Every duty of a district in one request (责任认领). */
const LARGEST_LIST = 1024 * 1024

/** The whole HTTP side. Throws when a route has no access rule. */
export function createApp(parts: HttpParts): Api {
  z.config(z.locales.zhCN())
  const api: Api = new OpenAPIHono<HttpEnv>()
  api.onError(answerFor(parts.log))
  api.use(guardHeaders())
  api.use('/api/*', sameSiteOnly)
  api.use('/first-admin/*', sameSiteOnly)
  api.use(identify(parts))
  api.use(gate)
  api.use(smallBodies)
  const subjects = [
    healthRoutes, sessionRoutes, boardRoutes, wallRoutes, unitRoutes, unitDeskRoutes, obligationRoutes, dutyRoutes, claimRoutes, compareRoutes, assessmentRoutes, editionRoutes, editionFileRoutes, sampleRoutes, searchRoutes, exportRoutes, paperRoutes,
    factRoutes, attachmentRoutes, matterRoutes, findingRoutes, deskRoutes, catalogueRoutes, calendarRoutes, schemeRoutes, tokenRoutes, kioskRoutes, accountRoutes, firstAdminRoutes, docsRoutes,
  ]
  for (const serve of subjects) serve(api, parts)
  mustCoverEveryRoute(api)
  api.notFound(staticFiles(parts.clientFolder))
  return api
}

/** Looks up who is calling; a session in use is kept alive. */
function identify({ callers, store, log }: HttpParts): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const caller = await callers.of({ cookie: c.req.header('cookie'), authorization: c.req.header('authorization') })
    c.set('caller', caller)
    if (caller.kind === 'person' || caller.kind === 'wall') {
      await store.sessions.touch(caller.session).catch((error: unknown) => {
        // A full disk stops writing only: whoever is signed in goes on reading.
        if (!(error instanceof StoreFull)) throw error
        log.warn({ err: error }, 'a session was not kept alive')
      })
    }
    return next()
  }
}

const limitOf = (maxSize: number) => bodyLimit({
  maxSize,
  onError: () => {
    throw refused(413, 'too-large', `请求内容超过 ${maxSize / 1024} KB，请精简后重发。`)
  },
})
const limit = limitOf(LARGEST_BODY)
const listLimit = limitOf(LARGEST_LIST)
const fileLimit = bodyLimit({
  maxSize: LARGEST_FILE,
  onError: () => {
    throw refused(413, 'too-large', `附件超过 ${LARGEST_FILE / 1024 / 1024} MB，请压缩或拆分后再上传。`)
  },
})

/** A request without a body is not even looked into: that would build the whole Request for nothing. */
const smallBodies: MiddlewareHandler<HttpEnv> = (c, next) =>
  (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.path === '/api/facts' ? next() : limitFor(c.req.path)(c, next))

function limitFor(path: string): MiddlewareHandler {
  if (path === '/api/attachments') return fileLimit
  return path.startsWith('/api/duty-states') ? listLimit : limit
}
