import type { Matter, MatterKind, MatterLine } from '../../shared/obligations/matter.ts'
import type { AttachmentAnswer, MatterLineRow, MatterPage, MatterRow } from '../../shared/wire/matter-answers.ts'
import { itemNameOf, obligationRow, unitNameOf } from '../answers/obligations.ts'
import { stampOf, type View } from '../answers/view.ts'
import type { AttachmentStore } from '../store/attachment.ts'
import type { MatterBook } from './matter-book.ts'

export interface MatterFilter {
  readonly unit?: readonly string[]
  readonly kind?: readonly MatterKind[]
  readonly open?: boolean
  /** Past its day, open or answered. */
  readonly late?: boolean
  readonly obligation?: string
}

export interface RowParts {
  readonly live: View
  readonly attachments: Pick<AttachmentStore, 'find'>
}

/** Matters that pass the filter, open ones by the day their answer is due, then the answered ones, newest first. */
export function mattersFound({ matters, obligations }: MatterBook, filter: MatterFilter): readonly Matter[] {
  const id = filter.obligation === undefined ? undefined : obligations.get(filter.obligation)?.id ?? filter.obligation
  return matters.filter(each =>
    (!filter.unit || filter.unit.includes(each.unit)) && (!filter.kind || filter.kind.includes(each.kind))
    && (filter.open === undefined || filter.open === (each.outcome === null)) && (filter.late === undefined || filter.late === each.isLate)
    && (id === undefined || each.obligation === id)).sort(byUrgency)
}

function byUrgency(a: Matter, b: Matter): number {
  const [first, second] = [a.outcome === null, b.outcome === null]
  if (first !== second) return first ? -1 : 1
  return first && a.answerBy !== b.answerBy ? (a.answerBy < b.answerBy ? -1 : 1) : b.id - a.id
}

export function matterPage(parts: RowParts, book: MatterBook, { filter, offset, limit }: { filter: MatterFilter; offset: number; limit: number }): MatterPage {
  const found = mattersFound(book, filter)
  const open = mattersFound(book, { ...(filter.unit && { unit: filter.unit }), open: true })
  const count = (kind: MatterKind) => open.filter(each => each.kind === kind).length
  return {
    ...stampOf(parts.live), total: found.length, rows: found.slice(offset, offset + limit).map(each => matterRow(parts, book, each)),
    waiting: { appeal: count('appeal'), extension: count('extension'), correction: count('correction') },
  }
}

/** Of a withheld paper (不予公开) a correction tells that it was made, not what it says. */
export function matterRow(parts: RowParts, { obligations }: MatterBook, matter: Matter): MatterRow {
  const world = parts.live.world()
  const found = matter.obligation === null ? undefined : obligations.get(matter.obligation)
  const line = (said: MatterLine): MatterLineRow => ({ ...said, attachments: said.attachments.map(each => attachmentRow(parts, each, matter.unit)) })
  const change = matter.change && found?.exemptKind === 'withheld' ? { ...matter.change, fields: [] } : matter.change
  return {
    ...matter, change, unitName: unitNameOf(world, matter.unit), itemName: itemNameOf(world, matter.item), obligation: found ? obligationRow(found, world) : null,
    opened: line(matter.opened), outcome: matter.outcome && { result: matter.outcome.result, line: line(matter.outcome.line) }, exchange: matter.exchange.map(line),
  }
}

function attachmentRow({ attachments }: RowParts, sha256: string, unit: string): AttachmentAnswer {
  const { name = '', type = '', size = 0 } = attachments.find(sha256, unit) ?? {}
  return { id: sha256, name, type, size }
}
