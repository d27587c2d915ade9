import type { Day } from '../../shared/time/day.ts'

/** As of which day, and with what known; null is today, and with everything known now. */
export interface At {
  readonly asOf: Day | null
  readonly knownAt: string | null
}

export const today: At = { asOf: null, knownAt: null }

export type AskedFields = Readonly<Record<string, string | number | readonly (string | number)[] | null | undefined>>

/** "unit=D01&status=pending,dueSoon&asOf=2026-05-11": fields in the order given, empty ones left out, the day last. */
export function queryText(fields: AskedFields, at: At = today): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...fields, asOf: at.asOf, knownAt: at.knownAt })) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text !== '') query.set(name, text)
  }
  // Commas separate values and stay readable in the address.
  return query.toString().replace(/%2C/g, ',')
}

function withQuery(path: string, text: string): string {
  return text === '' ? path : `${path}?${text}`
}

/** The list of 应公开信息 under these filters. */
export function listAddress(fields: AskedFields, at: At = today): string {
  return withQuery('/obligations', queryText(fields, at))
}

/** The list of 公开责任 under these filters. */
export function dutiesAddress(fields: AskedFields, at: At = today): string {
  return withQuery('/duties', queryText(fields, at))
}

/** The page of one 应公开信息. */
export function pieceAddress(id: string, at: At = today): string {
  return withQuery(`/obligations/${encodeURIComponent(id)}`, queryText({}, at))
}

export function unitAddress(unit: string): string {
  return `/units/${encodeURIComponent(unit)}`
}
