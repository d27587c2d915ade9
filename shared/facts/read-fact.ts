import type { Day } from '../time/day.ts'
import type { Refusal } from '../refusal.ts'
import { checkFact } from './check-fact.ts'
import { closestTo } from './closest.ts'
import type { FactField } from './fact-field.ts'
import { factFields, isFactKind, isFiled, isOfWholeUnit, isStamped } from './fact-fields.ts'
import { quoted, typeName } from './read-fields.ts'
import { readCorrection } from './read-correction.ts'
import { isActKind } from './act.ts'
import { wholeUnit, type Fact, type FactKind } from './fact.ts'
import type { FactContext } from './fact-context.ts'
import { Reading } from './reading.ts'

/** A fact being put together, by field name. */
export type Draft = Record<string, unknown>

const LARGEST = 64 * 1024
const reserved: ReadonlySet<unknown> = new Set(['urged', 'acknowledged', 'answered'])
const knownNames: ReadonlyMap<FactKind, ReadonlySet<string>> = new Map(
  [...factFields].map(([kind, fields]) => [kind, new Set(['kind', ...fields.map((field) => field.name)])]))

/**
 * Reads one raw fact (parsed JSON) into what the journal keeps, or into every refusal it earns, each with its field and
 * a sentence. Texts are NFC and trimmed; unit and item become ids; a unit merged or split away by the fact's day becomes
 * its successor (`namedUnit` keeps who was named); a declaration's day becomes the day of recording.
 */
export function readFact(raw: unknown, context: FactContext): Fact | Refusal[] {
  const at = new Reading(context)
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    at.refuseAt('', 'wrong-type', `每条记录应为 JSON 对象，收到的是${typeName(raw)}。`)
    return at.refusals
  }
  const said = raw as Draft
  const { kind } = said
  if (!isFactKind(kind)) {
    refuseKind(kind, at)
    return at.refusals
  }
  refuseUnknown(said, kind, at)
  const draft = readDraft(said, kind, at)
  if (kind === 'corrected') readCorrection(draft, at)
  else {
    place(draft, kind, at)
    checkFact(draft, kind, at)
  }
  if (at.refusals.length === 0) refuseLarge(draft, at)
  return at.refusals.length > 0 ? at.refusals : (draft as unknown as Fact)
}

function refuseKind(kind: unknown, at: Reading): void {
  at.at('kind', '类别')
  const known = [...factFields.keys()]
  if (kind === undefined || kind === null || kind === '') at.refuse('missing-field', `缺失，可用的有 ${known.join('、')}。`)
  else if (typeof kind !== 'string') at.refuse('wrong-type', `应为文字，收到的是${typeName(kind)}。`)
  else if (reserved.has(kind)) at.refuse('unknown-kind', `${quoted(kind)}为督办预留，本版本尚不接收。`)
  else at.refuse('unknown-kind', `${quoted(kind)}不是已知的类别，${closestTo(kind, known)}。`)
}

/** Own names only are looked at, so `__proto__` in JSON is a name like any other: unknown. */
function refuseUnknown(said: Draft, kind: FactKind, at: Reading): void {
  const known = knownNames.get(kind)
  for (const name of Object.keys(said)) {
    if (known?.has(name)) continue
    if (kind === 'exempt' && (name === 'title' || name === 'docNumber')) {
      at.refuseAt(name, 'title-not-wanted', '不予公开登记不填写标题和文号，只报理由和所指，请删去后重报。')
    } else {
      at.refuseAt(name.slice(0, 200), 'unknown-field', `“${kind}”没有${quoted(name)}这一项，${closestTo(name, [...(known ?? [])])}，请改正后重报。`)
    }
  }
}

/** Reads one field of a draft: absent (or null) is refused only where the field is needed. */
export function readField(value: unknown, field: FactField, at: Reading): unknown {
  if (value !== undefined && value !== null) return field.read(value, at)
  return field.required ? at.refuse('missing-field', '缺失，请补上后重报。') : undefined
}

function readDraft(said: Draft, kind: FactKind, at: Reading): Draft {
  const draft: Draft = { kind }
  for (const field of factFields.get(kind) ?? []) {
    // Own values only: a name inherited from the prototype is not something the source said.
    const value = Object.hasOwn(said, field.name) ? said[field.name] : undefined
    const read = readField(value, field, at.at(field.name, field.label))
    if (read !== undefined) draft[field.name] = read
  }
  const { today } = at.context
  if (isOfWholeUnit(kind)) draft.item = wholeUnit
  if (isFiled(kind) || (isStamped(kind) && draft.day === undefined)) draft.day = today
  return draft
}

/** Whose row it is: passes the fact on to the unit that answers on its day, and refuses rows and sources without right. */
function place(draft: Draft, kind: FactKind, at: Reading): void {
  const { unit: named, item, day = at.context.today } = draft as { unit?: string; item?: string; day?: Day }
  if (named === undefined || item === undefined) return
  const unit = at.context.unitOn(named, item, day)
  if (unit !== named) {
    draft.unit = unit
    draft.namedUnit = named
  }
  if (!isOfWholeUnit(kind) && !(item === wholeUnit && isActKind(kind)) && !at.context.printedFor(unit, item) && !at.context.printedFor(named, item)) {
    at.refuseAt('item', 'row-not-printed', `目录没有把事项 ${item} 列给单位 ${named}，请核对单位和事项；确应承担的，请先由区政府办公室认定。`)
  }
  const refused = at.context.refusedBy({ kind, units: unit === named ? [named] : [named, unit], item })
  if (refused) at.refusals.push(refused)
  else if (kind === 'approved' && draft.units !== undefined) placeAll(draft, { item, day }, at)
}

/** An approval starts the clocks of all units it names, so its source needs a right to each of them. */
function placeAll(draft: Draft, on: { readonly item: string; readonly day: Day }, at: Reading): void {
  const named = draft.units as readonly string[]
  for (const unit of named) {
    const refused = at.context.refusedBy({ kind: 'approved', units: [unit], item: on.item })
    if (refused) at.refuseAt('units', refused.code, refused.message)
  }
  draft.units = [...new Set(named.map((unit) => at.context.unitOn(unit, on.item, on.day)))]
}

/** Single fields are bounded already, so only lists can make a fact too large. */
function refuseLarge(draft: Draft, at: Reading): void {
  if (draft.refs === undefined && draft.units === undefined && draft.with === undefined && draft.set === undefined) return
  const bytes = utf8Length(JSON.stringify(draft))
  if (bytes > LARGEST) at.refuseAt('', 'too-big', `整条记录 ${Math.ceil(bytes / 1024)} KB，超过 64 KB，请分几条报送。`)
}

function utf8Length(json: string): number {
  let bytes = json.length
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    // Either half of a surrogate pair stands for two of its four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}
