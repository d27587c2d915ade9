import type { About, Fact } from './lines.ts'

/** One spelling of one page: scheme, usual port, fragment, closing slashes and the host's case tell nothing. */
export function pageKey(url: string): string {
  const text = url.trim().replace(/#.*$/s, '')
  const bare = text.replace(/^https?:/i, '')
  if (!bare.startsWith('//')) return url.trim()
  const [, host = '', path = '', query = ''] = /^\/\/([^/?]*)([^?]*)(\?.*)?$/s.exec(bare) ?? []
  return host.toLowerCase().replace(/:(80|443)$/, '') + path.replace(/\/+$/, '') + query
}

/** One spelling of one 文号: brackets, blanks, 第 and padding tell nothing. */
export function numberKey(docNumber: string): string {
  return docNumber.replace(/\s/g, '').replace(/[[(（【﹝]/g, '〔').replace(/[\])）】﹞]/g, '〕').replace(/第?0*([0-9]+号)/, '$1')
}

/** The documents a publication names itself. */
export function refsOf(fact: Fact): string[] {
  return [...new Set([fact.ref, ...(fact.refs ?? [])].filter((each) => each !== undefined))]
}

/** What something can be called by. */
export interface Called {
  readonly ids: readonly string[]
  readonly ref: string | null
  readonly period: string | null
  readonly pages: ReadonlySet<string>
}

/** Whether a fact speaks of it. "2025" speaks of every slot of 2025, "2025/final" of one. */
export function speaksOf(about: About | undefined, called: Called): boolean {
  if (about?.obligation !== undefined) return called.ids.includes(about.obligation)
  if (about?.ref !== undefined) return about.ref === called.ref
  if (about?.url !== undefined) return called.pages.has(pageKey(about.url))
  if (about?.period === undefined || called.period === null) return false
  return about.period === called.period || called.period.startsWith(`${about.period}/`)
}
