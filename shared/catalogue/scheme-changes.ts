import { endingChanges } from './ending-changes.ts'
import { leafChanges } from './leaf-changes.ts'
import { pointsIn } from './scheme-faults.ts'
import type { GroupDraft, LeafDraft, SchemeDraft } from './scheme-draft.ts'
import { leafKindNames } from './scheme-terms.ts'
import { changeWords, wordsOrBlank } from './value-words.ts'

/** One difference of two schemes: where, what kind, and a sentence. `code` is a leaf's, a group's or an entry's. */
export interface SchemeChange {
  readonly code: string | null
  readonly kind: 'added' | 'dropped' | 'changed'
  readonly words: string
}

/** What a scheme says otherwise than the one before, in words: groups and leaves by their codes, then what ends the score. */
export function schemeChangesOf(before: SchemeDraft, after: SchemeDraft): readonly SchemeChange[] {
  return [...basicChanges(before, after), ...groupChanges(before, after), ...treeChanges(before, after), ...endingChanges(before, after)]
}

function basicChanges(before: SchemeDraft, after: SchemeDraft): readonly SchemeChange[] {
  return [
    changeWords(null, '细则名称', [before.name, after.name]),
    changeWords(null, '考核年度起始日', [before.yearStart, after.yearStart]),
    changeWords(null, '单项上限', [wordsOrBlank(before.leafCap, '倍'), wordsOrBlank(after.leafCap, '倍')]),
    changeWords(null, '参加排名至少应判', [wordsOrBlank(before.rankFloor, '项'), wordsOrBlank(after.rankFloor, '项')]),
  ].flat()
}

function groupChanges(before: SchemeDraft, after: SchemeDraft): readonly SchemeChange[] {
  const was = new Map(before.groups.map((group) => [group.code, group]))
  const is = new Set(after.groups.map((group) => group.code))
  const changed = after.groups.flatMap((group): readonly SchemeChange[] => {
    const old = was.get(group.code)
    if (!old) return [{ code: group.code, kind: 'added', words: `新增一级指标${titleOf(group)}，共${wordsOrBlank(pointsIn(group.leaves), '分')}` }]
    return [
      ...changeWords(group.code, `一级指标${group.code}的名称`, [old.name, group.name]),
      ...changeWords(group.code, `一级指标${titleOf(group)}合计`, [wordsOrBlank(pointsIn(old.leaves), '分'), wordsOrBlank(pointsIn(group.leaves), '分')]),
    ]
  })
  const dropped = before.groups.filter((group) => !is.has(group.code))
    .map((group): SchemeChange => ({ code: group.code, kind: 'dropped', words: `删去一级指标${titleOf(group)}` }))
  const order = (groups: readonly GroupDraft[], among: ReadonlySet<string>) => groups.map(({ code }) => code).filter((code) => among.has(code)).join()
  const shared = new Set([...is].filter((code) => was.has(code)))
  const moved = order(before.groups, shared) !== order(after.groups, shared)
  return [...changed, ...dropped, ...(moved ? [{ code: null, kind: 'changed' as const, words: '一级指标的次序有调整' }] : [])]
}

interface Placed {
  readonly leaf: LeafDraft
  readonly group: GroupDraft
}

function treeChanges(before: SchemeDraft, after: SchemeDraft): readonly SchemeChange[] {
  const [was, is] = [placedIn(before), placedIn(after)]
  const changed = [...is].flatMap(([code, { leaf, group }]): readonly SchemeChange[] => {
    const old = was.get(code)
    if (!old) return [{ code, kind: 'added', words: `新增指标${titleOf(leaf)}（${wordsOrBlank(leaf.points, '分')}，${leafKindNames[leaf.kind]}）` }]
    const moved = old.group.code === group.code ? [] : changeWords(code, `指标${titleOf(leaf)}所属一级指标`, [titleOf(old.group), titleOf(group)])
    return [...moved, ...leafChanges(old.leaf, leaf)]
  })
  const dropped = [...was].filter(([code]) => !is.has(code))
    .map(([code, { leaf }]): SchemeChange => ({ code, kind: 'dropped', words: `删去指标${titleOf(leaf)}（${wordsOrBlank(leaf.points, '分')}）` }))
  return [...changed, ...dropped]
}

function placedIn({ groups }: SchemeDraft): ReadonlyMap<string, Placed> {
  return new Map(groups.flatMap((group) => group.leaves.map((leaf) => [leaf.code, { leaf, group }] as const)))
}

function titleOf({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code}“${name}”`
}
