import { findingNames } from '../facts/finding-codes.ts'
import type { LeafDraft } from './scheme-draft.ts'
import type { SchemeChange } from './scheme-changes.ts'
import { emptyNames, leafKindNames, measureName, slotName, traitName, unitKindNames } from './scheme-terms.ts'
import { changeWords, shareOrBlank, wordsOrBlank } from './value-words.ts'

/** One thing a leaf states, in words; the same words mean the same rule. */
interface Stated {
  readonly what: string
  readonly words: (leaf: LeafDraft) => string
}

const list = (codes: readonly string[] | undefined, nameOf: (code: string) => string, all: string) => (codes === undefined ? all : codes.map(nameOf).join('、') || '未选')

const stated: readonly Stated[] = [
  { what: '名称', words: ({ name }) => name },
  { what: '分值', words: ({ points }) => wordsOrBlank(points, '分') },
  { what: '计分方式', words: ({ kind }) => leafKindNames[kind] },
  { what: '依据的数据', words: ({ measure }) => measureName(measure) },
  { what: '满分线', words: ({ full, kind }) => (kind === 'ratio' ? shareOrBlank(full) : '无') },
  { what: '零分线', words: ({ zero, kind }) => (kind === 'ratio' ? shareOrBlank(zero) : '无') },
  { what: '从宽', words: ({ few }) => (few === undefined ? '不设' : `少于${wordsOrBlank(few.below, '件')}时每件扣${wordsOrBlank(few.perPiece, '分')}`) },
  { what: '每件扣分', words: ({ each, kind }) => (kind === 'perCase' || kind === 'fixed' ? wordsOrBlank(each, '分') : '无') },
  { what: '长期逾期', words: ({ eachLong, longWorkdays }) => (eachLong === undefined ? '不另计' : `超过${wordsOrBlank(longWorkdays, '个工作日')}的每件扣${wordsOrBlank(eachLong, '分')}`) },
  { what: '扣分间隔', words: ({ every, kind }) => (kind === 'fixed' ? wordsOrBlank(every, '个工作日') : '无') },
  { what: '所看事项', words: ({ items }) => list(items, (id) => id, '无') },
  { what: '所看时点', words: ({ slots }) => list(slots, slotName, '全部') },
  { what: '所计问题', words: ({ codes }) => list(codes, (code) => (findingNames as Readonly<Record<string, string>>)[code] ?? code, '全部') },
  { what: '没有数据时', words: ({ emptyMeans }) => emptyNames[emptyMeans] },
  { what: '适用单位', words: ({ kinds }) => list(kinds, (kind) => (unitKindNames as Readonly<Record<string, string>>)[kind] ?? kind, '全部计分单位') },
  { what: '适用职能', words: ({ traits }) => list(traits, traitName, '不限') },
  { what: '计分办法', words: ({ rule }) => rule },
]

/** What one leaf states otherwise than before, in words. */
export function leafChanges(before: LeafDraft, after: LeafDraft): readonly SchemeChange[] {
  return stated.flatMap(({ what, words }) => changeWords(after.code, `指标${after.code}“${after.name}”的${what}`, [words(before), words(after)]))
}
