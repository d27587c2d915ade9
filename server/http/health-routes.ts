import type { Api, HttpParts } from './parts.ts'

/** GET /api/health: without sign-in, for whoever watches the service. Before the start and while stopping it answers 503. */
export function healthRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/health', c => c.json({
    status: 'ok', revision: parts.live.revision, day: parts.live.day, facts: parts.store.journal.factCount(), version: parts.version,
  }))
}
