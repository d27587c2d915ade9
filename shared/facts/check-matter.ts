import type { Day } from '../time/day.ts'
import type { About, FactKind } from './fact.ts'
import type { MatterDraft } from './fact-context.ts'
import type { Reading } from './reading.ts'

const TOTAL_MB = 30

interface Named {
  readonly unit?: string
  readonly namedUnit?: string
  readonly item?: string
  readonly about?: About
  readonly until?: Day
  readonly attachments?: readonly string[]
}

/** Files a fact names must have been handed in for its own unit, all together at most 30 MB. */
export function checkAttachments(draft: Named, at: Reading): void {
  const { unit, namedUnit, attachments = [] } = draft
  if (unit === undefined) return
  let bytes = 0
  for (const [place, sha256] of attachments.entries()) {
    const size = at.context.attachmentSize(sha256, unit) ?? (namedUnit === undefined ? undefined : at.context.attachmentSize(sha256, namedUnit))
    if (size === undefined) at.refuseAt(`attachments[${place}]`, 'unknown-attachment', `附件第 ${place + 1} 个没有找到，或不是为本单位上传的，请重新上传后再提交。`)
    bytes += size ?? 0
  }
  if (bytes > TOTAL_MB * 1024 * 1024) {
    at.refuseAt('attachments', 'too-big', `附件合计 ${Math.ceil(bytes / 1024 / 1024)} MB，超过 ${TOTAL_MB} MB，请压缩或删去一些后再提交。`)
  }
}

/** What the obligation has been through is asked only of what can stand on its own: everything else is refused anyway. */
export function checkMatter(draft: Named, kind: FactKind, at: Reading): void {
  const { unit, item, about, until } = draft
  if (!isMatter(kind) || at.refusals.length > 0 || unit === undefined || item === undefined || about === undefined) return
  const refused = at.context.refusedMatter({ kind, unit, item, about, until })
  if (refused) at.refusals.push(refused)
}

function isMatter(kind: FactKind): kind is MatterDraft['kind'] {
  return kind === 'disputed' || kind === 'requested' || kind === 'ruled' || kind === 'extended' || kind === 'declined'
}
