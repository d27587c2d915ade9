import { findingNames } from '../facts/finding-codes.ts'
import { unreachable } from '../must.ts'
import type { FaultList } from './fault-list.ts'
import { measuresOf } from './read-leaf.ts'
import type { SchemeContext } from './scheme-context.ts'
import type { LeafDraft } from './scheme-draft.ts'
import { leafKindNames, measureName, pointWords, shareWords, slotName, traitName, unitKindNames } from './scheme-terms.ts'

/** How a leaf is called where something is wrong with it. */
export function leafTitle({ code, name }: Pick<LeafDraft, 'code' | 'name'>): string {
  return `指标${code}${name === '' ? '' : `“${name}”`}`
}

/** Refuses what one leaf (指标) states wrongly or leaves out: name, points, the rule of its kind, whom it is for. */
export function leafFaults(leaf: LeafDraft, place: string, { faults, known }: { readonly faults: FaultList; readonly known: SchemeContext }): void {
  const title = leafTitle(leaf)
  faults.text(`${place}.name`, `指标${leaf.code}的名称`, leaf.name)
  faults.text(`${place}.rule`, `${title}的计分办法`, leaf.rule)
  faults.number({ place: `${place}.points`, what: `${title}的分值`, value: leaf.points, least: 0, above: true, most: 100 })
  if (!measuresOf[leaf.kind].includes(leaf.measure)) {
    faults.say('unknown-measure', `${place}.measure`, `${title}的计分方式是“${leafKindNames[leaf.kind]}”，不能依据“${measureName(leaf.measure)}”，请另选依据的数据。`)
  }
  switch (leaf.kind) {
    case 'ratio': ratioFaults(leaf, place, faults); break
    case 'perCase': caseFaults(leaf, place, faults); break
    case 'fixed': fixedFaults(leaf, place, { faults, known }); break
    case 'manual': break
    default: unreachable(leaf.kind)
  }
  scopeFaults(leaf, place, { faults, known })
}

function ratioFaults(leaf: LeafDraft, place: string, faults: FaultList): void {
  const title = leafTitle(leaf)
  const full = faults.number({ place: `${place}.full`, what: `${title}的满分线`, value: leaf.full, least: 0, above: true, most: 1 })
  const zero = faults.number({ place: `${place}.zero`, what: `${title}的零分线`, value: leaf.zero, least: 0, most: 1 })
  if (full && zero && leaf.full! <= leaf.zero!) {
    faults.say('full-below-zero', `${place}.full`, `${title}的满分线（${shareWords(leaf.full!)}）应高于零分线（${shareWords(leaf.zero!)}）。`)
  }
  if (leaf.few === undefined) return
  faults.number({ place: `${place}.few.below`, what: `${title}“少于几件从宽”的件数`, value: leaf.few.below, least: 1, whole: true })
  const perPiece = faults.number({ place: `${place}.few.perPiece`, what: `${title}从宽时每件扣分`, value: leaf.few.perPiece, least: 0, above: true })
  if (perPiece) withinPoints(leaf, `${place}.few.perPiece`, { what: '从宽时每件扣分', lost: leaf.few.perPiece!, faults })
}

function caseFaults(leaf: LeafDraft, place: string, faults: FaultList): void {
  const title = leafTitle(leaf)
  const each = faults.number({ place: `${place}.each`, what: `${title}的每件扣分`, value: leaf.each, least: 0, above: true })
  if (each) withinPoints(leaf, `${place}.each`, { what: '每件扣分', lost: leaf.each!, faults })
  if (leaf.eachLong !== undefined || leaf.longWorkdays !== undefined) {
    const long = faults.number({ place: `${place}.eachLong`, what: `${title}的长期逾期每件扣分`, value: leaf.eachLong, least: 0, above: true })
    faults.number({ place: `${place}.longWorkdays`, what: `${title}的“超过几个工作日算长期”`, value: leaf.longWorkdays, least: 1, whole: true })
    if (long) withinPoints(leaf, `${place}.eachLong`, { what: '长期逾期每件扣分', lost: leaf.eachLong!, faults })
    if (long && each && leaf.eachLong! < leaf.each!) {
      faults.say('long-milder', `${place}.eachLong`, `${title}的长期逾期每件扣${pointWords(leaf.eachLong!)}分，少于一般的${pointWords(leaf.each!)}分，逾期越久反而扣得越少。`)
    }
  }
  const codes = leaf.codes ?? []
  if (leaf.measure === 'findings' && codes.length === 0) faults.say('none-chosen', `${place}.codes`, `${title}没有选问题类别，请至少选一类，否则没有一个问题会计入。`)
  for (const code of codes) if (!Object.keys(findingNames).includes(code)) faults.say('unknown-code', `${place}.codes`, `${title}：没有“${code}”这类问题。`)
}

function withinPoints({ points, ...leaf }: LeafDraft, place: string, { what, lost, faults }: { readonly what: string; readonly lost: number; readonly faults: FaultList }): void {
  if (points !== null && points > 0 && lost > points) {
    faults.say('above-points', place, `${leafTitle(leaf)}的${what}（${pointWords(lost)}分）超过了该指标的分值（${pointWords(points)}分）。`)
  }
}

function fixedFaults(leaf: LeafDraft, place: string, { faults, known }: { readonly faults: FaultList; readonly known: SchemeContext }): void {
  const title = leafTitle(leaf)
  const each = faults.number({ place: `${place}.each`, what: `${title}的每次扣分`, value: leaf.each, least: 0, above: true })
  if (each) withinPoints(leaf, `${place}.each`, { what: '每次扣分', lost: leaf.each!, faults })
  faults.number({ place: `${place}.every`, what: `${title}“每几个工作日扣一次”`, value: leaf.every, least: 1, whole: true })
  const items = leaf.items ?? []
  if (items.length === 0) faults.say('none-chosen', `${place}.items`, `${title}没有选事项：固定时点要说明看哪个事项是否按期公布。`)
  const slots: string[] = []
  let allTimed = items.length > 0
  for (const id of items) {
    const item = known.items.find((each) => each.id === id)
    allTimed &&= item !== undefined && item.slots !== null
    if (!item) faults.say('unknown-item', `${place}.items`, `${title}：现行目录里没有编号为“${id}”的事项。`)
    else if (item.slots === null) faults.say('item-without-slots', `${place}.items`, `${title}：事项“${item.name}”没有固定的公开时点，不能按时点计分。`)
    else slots.push(...item.slots)
  }
  // What no row is behind is told above; its slots would only say it again.
  for (const slot of allTimed ? leaf.slots ?? [] : []) {
    if (!slots.includes(slot)) faults.say('unknown-slot', `${place}.slots`, `${title}：所选事项没有“${slotName(slot)}”这个时点。`)
  }
  if (leaf.slots?.length === 0) faults.say('none-chosen', `${place}.slots`, `${title}没有选时点，请至少选一个。`)
}

function scopeFaults(leaf: LeafDraft, place: string, { faults, known }: { readonly faults: FaultList; readonly known: SchemeContext }): void {
  const title = leafTitle(leaf)
  if (leaf.kinds?.length === 0) faults.say('none-chosen', `${place}.kinds`, `${title}没有选单位类型，请至少选一类；适用全部单位时，取消“只适用部分类型”。`)
  for (const kind of leaf.kinds ?? []) {
    if (!Object.keys(unitKindNames).includes(kind)) faults.say('unknown-kind', `${place}.kinds`, `${title}：没有“${kind}”这种单位类型。`)
    else if (kind === 'vertical') faults.say('not-scored', `${place}.kinds`, `${title}：垂直管理单位只作监测、不计分，不能列入适用范围。`)
  }
  if (leaf.traits?.length === 0) faults.say('none-chosen', `${place}.traits`, `${title}没有选职能，请至少选一项；不按职能区分时，取消“只适用有这些职能的”。`)
  for (const trait of leaf.traits ?? []) {
    if (!known.traits.includes(trait)) faults.say('unknown-trait', `${place}.traits`, `${title}：单位和目录里都没有“${traitName(trait)}”这项职能。`)
  }
}
