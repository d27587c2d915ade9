import { checkFact } from './check-fact.ts'
import { closestTo } from './closest.ts'
import type { FactField } from './fact-field.ts'
import type { FactKind } from './fact.ts'
import { factFields, isFiled } from './fact-fields.ts'
import { quoted } from './read-fields.ts'
import type { CorrectionTarget } from './fact-context.ts'
import type { Reading } from './reading.ts'

type Draft = Record<string, unknown>

const ways = ['set', 'void', 'confirm']
const identity: ReadonlySet<string> = new Set(['kind', 'key', 'unit', 'item'])

/**
 * Completes a `corrected` draft: exactly one of set, void, confirm; the fact it names must exist and be the source's own
 * (a supervisor corrects any); what `set` replaces must be fields of that kind and leave the fact valid. The correction
 * stands under the row of the fact it corrects, so that both are judged together.
 */
export function readCorrection(draft: Draft, at: Reading): void {
  const stated = ways.filter((way) => draft[way] !== undefined)
  if (stated.length !== 1 && !at.refusals.some((each) => ways.includes(each.field))) {
    at.refuseAt('', 'bad-correction', `更正须且只须写 set、void、confirm 中的一项，现有 ${stated.length} 项。`)
  }
  const of = draft.of as { readonly feed: string; readonly key: string } | undefined
  if (of === undefined) return
  const target = at.context.findTarget(of.feed, of.key)
  if (!target) {
    at.refuseAt('of', 'unknown-fact', `来源 ${quoted(of.feed)} 没有编号为 ${quoted(of.key)} 的记录，请核对来源和编号。`)
    return
  }
  checkRow(draft, target, at)
  const refused = at.context.refusedBy({ kind: 'corrected', units: unitsOf(target), item: target.fact.item })
    ?? at.context.refusedCorrection({ target, confirms: draft.confirm === true })
  if (refused) at.refusals.push(refused)
  if (draft.set !== undefined) draft.set = readSet(draft.set as Draft, target, at)
}

function unitsOf({ fact }: CorrectionTarget): string[] {
  return fact.namedUnit === undefined ? [fact.unit] : [fact.namedUnit, fact.unit]
}

function checkRow(draft: Draft, target: CorrectionTarget, at: Reading): void {
  const { fact } = target
  const { unit, item } = draft as { unit?: string; item?: string }
  if (unit !== undefined && !unitsOf(target).includes(unit) && at.context.unitOn(fact.unit, fact.item, at.context.today) !== unit) {
    at.refuseAt('unit', 'other-row', `被更正的记录属于单位 ${fact.unit}；单位不能更正，请作废（void）原记录后另报。`)
  }
  if (item !== undefined && item !== fact.item) {
    at.refuseAt('item', 'other-row', `被更正的记录属于事项 ${fact.item}；事项不能更正，请作废（void）原记录后另报。`)
  }
  draft.unit = fact.unit
  draft.item = fact.item
}

function readSet(said: Draft, target: CorrectionTarget, at: Reading): Draft {
  const { kind } = target.fact
  const fields = new Map((factFields.get(kind) ?? []).map((field) => [field.name, field]))
  const set: Draft = {}
  for (const [name, value] of Object.entries(said)) {
    const field = fields.get(name)
    const read = field && !isFixed(name, target) ? readReplacement(value, field, at) : refuseName(name, target, at)
    if (read !== undefined) set[name] = read
  }
  if (Object.keys(said).length === 0) at.refuseAt('set', 'bad-correction', '更正内容（set）是空的，请写明要更正的字段。')
  const before = at.refusals.length
  checkFact(inContext({ ...target.fact, ...set }, set, kind), kind, at)
  for (const each of at.refusals.splice(before)) at.refuseAt(`set.${each.field}`, each.code, each.message)
  return set
}

/**
 * Time moves on between a fact and its correction: what is measured against today is only asked of what is replaced, and what
 * its writer had seen before it (`after`) not at all. 得分反馈 is only of its period's window.
 */
function inContext(whole: Draft, set: Draft, kind: FactKind): Draft {
  const timed = kind === 'agreed' ? ['until', 'about'] : ['until', 'about', 'period']
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'after' && (!timed.includes(name) || Object.hasOwn(set, name))))
}

function isFixed(name: string, { fact }: CorrectionTarget): boolean {
  return identity.has(name) || (name === 'day' && isFiled(fact.kind))
}

function readReplacement(value: unknown, field: FactField, at: Reading): unknown {
  at.at(`set.${field.name}`, field.label)
  if (value === null || value === undefined) return at.refuse('missing-field', '不能改成空的；要去掉这一项，请作废（void）原记录后另报。')
  return field.read(value, at)
}

function refuseName(name: string, target: CorrectionTarget, at: Reading): undefined {
  const field = `set.${name.slice(0, 200)}`
  if (name === 'day' && isFiled(target.fact.kind)) {
    return at.refuseAt(field, 'bad-correction', '申报日期以入账当日为准，不能更正。')
  }
  if (identity.has(name)) {
    return at.refuseAt(field, 'bad-correction', `类别、编号、单位、事项不能更正（${name}），请作废（void）原记录后另报。`)
  }
  const able = (factFields.get(target.fact.kind) ?? []).map((each) => each.name).filter((each) => !identity.has(each))
  return at.refuseAt(field, 'unknown-field', `“${target.fact.kind}”没有${quoted(name)}这一项，${closestTo(name, able)}。`)
}
