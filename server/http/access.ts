import type { Caller, CallerKind } from './caller.ts'

/** Who may call a route. `ownUnitOnly`: heads and clerks reach their own unit there and no other. */
export interface AccessRule {
  readonly route: string
  readonly who: readonly CallerKind[]
  readonly ownUnitOnly?: true
}

const office = ['admin', 'supervisor', 'reviewer'] as const
const unitPeople = ['head', 'clerk'] as const
const people = [...office, ...unitPeople] as const
const everybody = [...people, 'wall', 'feed', 'nobody'] as const

/** The route table: a route that is not in it stops the start, so none can be forgotten. */
export const accessTable: readonly AccessRule[] = [
  { route: 'GET /api/health', who: everybody },
  { route: 'GET /api/openapi.json', who: everybody },
  { route: 'GET /api/docs', who: everybody },
  { route: 'GET /api/docs/docs.css', who: everybody },
  { route: 'POST /api/session', who: everybody },
  { route: 'GET /api/session', who: [...people, 'wall'] },
  { route: 'GET /api/session/offer', who: everybody },
  { route: 'DELETE /api/session', who: everybody },
  { route: 'POST /api/first-admin', who: everybody },
  { route: 'GET /first-admin/:secret', who: everybody },
  { route: 'POST /first-admin/:secret', who: everybody },
  { route: 'GET /kiosk/:secret', who: everybody },
  { route: 'GET /api/board', who: [...office, 'wall'] },
  { route: 'GET /api/units', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/forecast', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/gap-plan', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/todo', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/trend', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/changes', who: people, ownUnitOnly: true },
  { route: 'POST /api/units/:id/what-if', who: people, ownUnitOnly: true },
  { route: 'POST /api/units/:id/looked', who: people, ownUnitOnly: true },
  { route: 'GET /api/obligations', who: people, ownUnitOnly: true },
  { route: 'GET /api/obligations/:id', who: people, ownUnitOnly: true },
  { route: 'GET /api/duties', who: people, ownUnitOnly: true },
  { route: 'POST /api/duty-states', who: ['supervisor', 'clerk'], ownUnitOnly: true },
  { route: 'POST /api/duty-states/preview', who: ['supervisor', 'clerk'], ownUnitOnly: true },
  { route: 'POST /api/duty-cadences', who: ['supervisor'] },
  { route: 'POST /api/duty-cadences/preview', who: ['supervisor'] },
  { route: 'GET /api/assessments/:year', who: office },
  { route: 'GET /api/assessments/:year/editions', who: office },
  { route: 'POST /api/assessments/:year/windows', who: ['reviewer', 'admin'] },
  { route: 'POST /api/assessments/:year/freezes', who: ['reviewer'] },
  { route: 'GET /api/assessments/:year/freezes/:id', who: office },
  { route: 'DELETE /api/assessments/:year/freezes/:id', who: ['reviewer'] },
  { route: 'GET /api/assessments/:year/editions/:n', who: office },
  { route: 'GET /api/assessments/:year/editions/:n/differences', who: office },
  { route: 'GET /api/assessments/:year/editions/:n/file', who: office },
  { route: 'GET /api/units/:id/settled-scores', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/journal.jsonl', who: office },
  { route: 'GET /api/assessments/:year/marks', who: office },
  { route: 'GET /api/assessments/:year/samples', who: office },
  { route: 'POST /api/assessments/:year/samples', who: ['reviewer'] },
  { route: 'POST /api/assessments/:year/samples/frame', who: ['reviewer'] },
  { route: 'GET /api/assessments/:year/samples/:id', who: office },
  { route: 'GET /api/assessments/:year/samples/:id/redraw', who: office },
  { route: 'GET /api/assessments/:year/samples/:id/frame.txt', who: office },
  { route: 'GET /api/assessments/:year/samples/:id/pieces/:n', who: office },
  { route: 'GET /api/assessments/:year/samples/:id/matches', who: office },
  { route: 'GET /api/wall', who: [...office, 'wall'] },
  { route: 'GET /api/compare', who: office },
  { route: 'GET /api/search', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/obligations.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/obligations.csv', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/units.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/units.csv', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/duties.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/duties.csv', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/fill-rows', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/due', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/records', who: people, ownUnitOnly: true },
  { route: 'GET /api/units/:id/register', who: people, ownUnitOnly: true },
  { route: 'GET /api/register', who: office },
  { route: 'GET /api/exports/register.xlsx', who: office },
  { route: 'GET /api/exports/register.csv', who: office },
  { route: 'GET /api/templates/facts.xlsx', who: people },
  { route: 'GET /api/assessments/:year/papers', who: people },
  { route: 'POST /api/assessments/:year/papers', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/papers/:file', who: people, ownUnitOnly: true },
  { route: 'GET /api/jobs', who: people },
  { route: 'GET /api/jobs/:id', who: people },
  { route: 'DELETE /api/jobs/:id', who: people },
  { route: 'GET /api/jobs/:id/file', who: people },
  { route: 'GET /api/exports/responsibilities.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/responsibilities.csv', who: people, ownUnitOnly: true },
  { route: 'POST /api/facts', who: ['supervisor', 'reviewer', 'clerk', 'feed'], ownUnitOnly: true },
  { route: 'POST /api/attachments', who: ['supervisor', 'reviewer', 'clerk'], ownUnitOnly: true },
  { route: 'GET /api/attachments/:id', who: people, ownUnitOnly: true },
  { route: 'GET /api/matters', who: people, ownUnitOnly: true },
  { route: 'GET /api/matters/:id', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/matters.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/matters.csv', who: people, ownUnitOnly: true },
  { route: 'GET /api/findings', who: people, ownUnitOnly: true },
  { route: 'GET /api/findings/:id', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/findings.xlsx', who: people, ownUnitOnly: true },
  { route: 'GET /api/exports/findings.csv', who: people, ownUnitOnly: true },
  { route: 'POST /api/what-if', who: ['supervisor', 'reviewer', 'clerk'], ownUnitOnly: true },
  { route: 'GET /api/catalogues', who: people },
  { route: 'GET /api/catalogues/:id', who: people },
  { route: 'GET /api/calendar/:year', who: people },
  { route: 'GET /api/schemes', who: people },
  { route: 'GET /api/schemes/:n', who: people },
  { route: 'POST /api/schemes/preview', who: office },
  { route: 'POST /api/schemes', who: ['admin'] },
  { route: 'GET /api/tokens', who: ['admin'] },
  { route: 'POST /api/tokens', who: ['admin'] },
  { route: 'DELETE /api/tokens/:id', who: ['admin'] },
  { route: 'GET /api/kiosks', who: ['admin'] },
  { route: 'POST /api/kiosks', who: ['admin'] },
  { route: 'DELETE /api/kiosks/:id', who: ['admin'] },
  { route: 'GET /api/accounts', who: ['admin'] },
  { route: 'POST /api/accounts', who: ['admin'] },
  { route: 'PATCH /api/accounts/:id', who: ['admin'] },
  { route: 'POST /api/accounts/:id/password', who: ['admin'] },
  { route: 'POST /api/session/password', who: people },
]

/** Reads everything: admin, supervisor, reviewer. */
export function isOffice(caller: Caller): boolean {
  return caller.kind === 'person' && office.some(role => role === caller.account.role)
}

/** The unit a caller is bound to; null for the office, which is bound to none. Who is neither is bound to no unit at all. */
export function boundUnit(caller: Caller): string | null {
  if (isOffice(caller)) return null
  return caller.kind === 'person' ? caller.account.unit ?? '' : ''
}

/** May see this unit's own figures, obligations and titles. */
export function maySeeUnit(caller: Caller, unit: string): boolean {
  return isOffice(caller) || (caller.kind === 'person' && caller.account.unit === unit)
}

export function mayWatchBoard(caller: Caller): boolean {
  return isOffice(caller) || caller.kind === 'wall'
}
