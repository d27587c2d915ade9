import { unreachable } from '../must.ts'
import type { FileFields } from './file-fields.ts'
import type { Leaf, LeafMeasure } from './scheme.ts'

const kinds: readonly Leaf['kind'][] = ['ratio', 'perCase', 'fixed', 'manual']
const unitKinds = ['department', 'institution', 'vertical', 'street', 'town'] as const

/** Which measures each kind of leaf can read; `none` waits for a later entry. */
export const measuresOf: Readonly<Record<Leaf['kind'], readonly LeafMeasure[]>> = {
  ratio: [
    'onTimeMacro', 'eventualMacro', 'standingCoverage', 'periodicCoverage', 'asFormedCoverage', 'interpretedInTime',
    'interpreted', 'verifiable', 'elementsComplete', 'rectifiedInTime', 'none',
  ],
  perCase: ['overdueNow', 'irregularNothing', 'findings', 'recurrence', 'none'],
  fixed: ['slotOnTime', 'none'],
  manual: ['none'],
}

/** Reads one leaf (指标) of a scheme; refuses a rule that its kind cannot be reckoned by. */
export function readLeaf(fields: FileFields): Leaf {
  const kind = fields.oneOf('kind', kinds) ?? 'manual'
  return {
    code: fields.text('code'), name: fields.text('name'), points: fields.number('points', { least: 0.01, most: 100 }), kind,
    measure: fields.oneOf('measure', measuresOf[kind]) ?? 'none',
    emptyMeans: fields.oneOf('emptyMeans', ['full', 'skip']) ?? 'skip', rule: fields.text('rule'),
    ...ruleOf(kind, fields),
    ...(fields.has('kinds') && { kinds: unitKindsIn(fields) }),
    ...(fields.has('traits') && { traits: fields.texts('traits') }),
  }
}

function ruleOf(kind: Leaf['kind'], fields: FileFields): Partial<Leaf> {
  const share = { least: 0, most: 1 }
  switch (kind) {
    case 'manual': return {}
    case 'ratio': return { full: fields.number('full', share), zero: fields.number('zero', share), ...fewOf(fields) }
    case 'perCase': return {
      each: fields.number('each'),
      ...(fields.has('codes') && { codes: fields.texts('codes') }),
      ...(fields.has('eachLong') && { eachLong: fields.number('eachLong'), longWorkdays: fields.number('longWorkdays') }),
    }
    case 'fixed': return {
      items: fields.texts('items'), each: fields.number('each'), every: fields.number('every', { least: 1 }),
      ...(fields.has('slots') && { slots: fields.texts('slots') }),
    }
    default: return unreachable(kind)
  }
}

function fewOf(fields: FileFields): Pick<Leaf, 'few'> {
  if (!fields.has('few')) return {}
  const few = fields.part('few')
  return { few: { below: few.number('below'), perPiece: few.number('perPiece') } }
}

function unitKindsIn(fields: FileFields): readonly string[] {
  const found = fields.texts('kinds')
  const strange = found.find((kind) => !unitKinds.some((each) => each === kind))
  if (strange !== undefined) fields.refuse('unknown-kind', 'kinds', `没有“${strange}”这种单位类型，只能是 ${unitKinds.join('、')}。`)
  return found
}
