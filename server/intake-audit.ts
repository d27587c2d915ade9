import type { Audited } from './intake/ports.ts'
import type { AuditRow } from './store/audit.ts'

/** The audit row of one request's entries: facts are their own audit, one row a request says who sent them from where. */
export function intakeAuditRow({ source, request, entries, firstSeq }: Audited): AuditRow {
  return { who: request.who, act: 'entries-made', about: `${firstSeq}`, from: request.from, detail: { feed: source.feed, entries } }
}
