import type { Refusal } from '../refusal.ts'
import { FileFields } from './file-fields.ts'
import { readLeaf } from './read-leaf.ts'
import type { Scheme } from './scheme.ts'

/**
 * Reads an assessment scheme (考核评分细则) from its file. Refuses missing or mistyped fields, leaf codes used twice, rules
 * their kind cannot be reckoned by, and leaves that do not sum to 100 points; all faults are answered together.
 */
export function readSchemeFile(json: unknown): Scheme | readonly Refusal[] {
  const { file, scheme } = shapeOf(json)
  if (file.refusals.length === 0) refuseTree(file, scheme)
  return file.refusals.length === 0 ? scheme : file.refusals
}

/** The same of what the district's own words are said about afterwards (`schemeFaults`): only its shape is refused here. */
export function readSchemeShape(json: unknown): Scheme | readonly Refusal[] {
  const { file, scheme } = shapeOf(json)
  return file.refusals.length === 0 ? scheme : file.refusals
}

function shapeOf(json: unknown): { readonly file: FileFields; readonly scheme: Scheme } {
  const file = new FileFields(json)
  const scheme: Scheme = {
    id: file.text('id'), name: file.text('name'), version: file.text('version'), yearStart: yearStartIn(file),
    leafCap: file.number('leafCap', { least: 1, most: 10 }), rankFloor: file.number('rankFloor'),
    groups: file.each('groups', (group) => ({
      code: group.text('code'), name: group.text('name'), leaves: group.each('leaves', readLeaf),
    })),
    bonus: bonusIn(file.part('bonus')),
    negative: file.each('negative', entryIn),
    veto: vetoIn(file.part('veto')),
    bands: file.each('bands', bandIn),
  }
  return { file, scheme }
}

function refuseTree(file: FileFields, { groups }: Scheme): void {
  const leaves = groups.flatMap((group) => group.leaves)
  const codes = leaves.map((leaf) => leaf.code)
  const twice = codes.find((code, place) => codes.indexOf(code) !== place)
  if (twice !== undefined) file.refuse('code-used-twice', 'groups', `指标编号“${twice}”用了两次，每个指标应有自己的编号。`)
  for (const [at, group] of groups.entries()) {
    for (const [n, { full, zero }] of group.leaves.entries()) {
      if (full !== undefined && zero !== undefined && full <= zero) file.refuse('full-below-zero', `groups[${at}].leaves[${n}].full`, '满分线（full）应高于零分线（zero）。')
    }
  }
  const sum = Math.round(leaves.reduce((points, leaf) => points + leaf.points, 0) * 100) / 100
  if (sum !== 100) file.refuse('not-100-points', 'groups', `各指标分值合计为 ${sum} 分，应为 100 分，请调整后再用。`)
}

function yearStartIn(file: FileFields): string {
  const day = file.text('yearStart')
  if (day !== '' && !/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(day)) {
    file.refuse('not-a-month-day', 'yearStart', '考核年度起始日应写成“月-日”，如 01-01，日不超过 28。')
  }
  return day
}

function entryIn(fields: FileFields): Scheme['negative'][number] {
  return { code: fields.text('code'), name: fields.text('name'), points: fields.number('points') }
}

function bonusIn(fields: FileFields): Scheme['bonus'] {
  return {
    cap: fields.number('cap'), gateScore: fields.number('gateScore', { most: 100 }),
    gateNoOverdueBeyond: fields.number('gateNoOverdueBeyond'), entries: fields.each('entries', entryIn),
  }
}

function vetoIn(fields: FileFields): Scheme['veto'] {
  return { cap: fields.number('cap', { most: 100 }), entries: fields.texts('entries') }
}

function bandIn(fields: FileFields): Scheme['bands'][number] {
  return {
    name: fields.text('name'), from: fields.number('from', { most: 100 }),
    ...(fields.has('topShare') && { topShare: fields.number('topShare', { most: 1 }) }),
  }
}
