import type { Item } from '../catalogue/item.ts'
import { unreachable } from '../must.ts'
import type { Obligation } from '../obligations/obligation.ts'

/** What there is to look at: a page, a 情况说明, an exemption, or nothing that was published. */
export type ChecklistKind = 'page' | 'nothing' | 'exempt' | 'absent'

export interface Checklist {
  readonly kind: ChecklistKind
  /** Empty for `absent`: without a page there is nothing to tick, only something to find. */
  readonly elements: readonly string[]
}

/** Rows whose 要素 the catalogue does not list are looked over for what any page must have. */
const anyPage = ['标题与内容相符', '正文或附件可以打开', '内容完整', '标明成文日期或更新日期'] as const
const declaration = ['写明所属期间', '写明核查范围（发文登记、业务系统）', '分管负责人审核', '与发文登记、业务系统相符'] as const
const withheld = ['写明依据的条款（条例第十四至十六条）', '有保密审查记录', '只报件数，不写标题和文号'] as const
const onRequest = ['写明属于依申请公开的依据', '有公开属性审查记录'] as const

/** 要素核查表 of a piece as it stands: the row's elements for a page, those of the paper filed instead for the others. */
export function checklistOf(piece: Pick<Obligation, 'status' | 'lateBy' | 'exemptKind'>, item: Pick<Item, 'elements'> | undefined): Checklist {
  const kind = kindOf(piece)
  switch (kind) {
    case 'page': return { kind, elements: item && item.elements.length > 0 ? item.elements : anyPage }
    case 'nothing': return { kind, elements: declaration }
    case 'exempt': return { kind, elements: piece.exemptKind === 'withheld' ? withheld : onRequest }
    case 'absent': return { kind, elements: [] }
    default: return unreachable(kind)
  }
}

/** A declaration filed too late is still the paper to look at. */
function kindOf({ status, lateBy, exemptKind }: Pick<Obligation, 'status' | 'lateBy' | 'exemptKind'>): ChecklistKind {
  if (exemptKind !== null) return 'exempt'
  if (status === 'nothing' || lateBy === 'declaration') return 'nothing'
  return status === 'onTime' || status === 'late' || status === 'unverified' ? 'page' : 'absent'
}
