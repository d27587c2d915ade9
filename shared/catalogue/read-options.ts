import type { Options } from './item.ts'
import type { OptionVocabulary } from './option-vocabulary.ts'
import { compact } from './wraps.ts'

/** How a ticked box is printed; `checkbox` is an HTML control left in the text. */
export type TickMark = '✓' | '√' | '■' | 'checkbox'

export interface OptionDoubt {
  /** `option-spelling`, `split-option`, `truncated-option` or `repeated-options`. */
  readonly code: string
  /** What stands there and what it was read as, as a Chinese phrase. */
  readonly note: string
}

export interface ReadOptions {
  readonly options: Options
  readonly marks: readonly TickMark[]
  readonly doubts: readonly OptionDoubt[]
  /** Options the vocabulary knows. A cell without any belongs to another column. */
  readonly known: number
}

interface Printed {
  readonly name: string
  readonly checked: boolean
}

const ticked = '✓✔√☑■'
const box = /<input\b[^>]*>/gi
const option = new RegExp(`([${ticked}□☐])([^${ticked}□☐]*)`, 'gu')

/**
 * Reads an option list (✓ √ ■ □ or checkbox markup) into what was ticked and what was offered, in the words of the
 * vocabulary; other spellings, options split or cut by a wrap, and lists printed twice are read with a doubt.
 * Undefined where the cell is no option list.
 */
export function readOptions(cell: string, vocabulary: OptionVocabulary): ReadOptions | undefined {
  const marked = cell.replace(box, (tag) => (/\bchecked\b/i.test(tag) ? '☑' : '☐')).replace(/<\/?[a-z][^>]*>/gi, '')
  const printed = [...compact(marked).matchAll(option)].map(([, mark, name]) => ({ checked: ticked.includes(mark!), name: name! }))
  if (printed.length === 0) return undefined
  const doubts: OptionDoubt[] = []
  const named = printed.flatMap((each, index) => {
    if (index > 0 && continues(printed[index - 1]!, each, vocabulary)) return []
    return [{ checked: each.checked, name: wordOf(each, printed[index + 1], { vocabulary, doubts }) }]
  }).filter(({ name }) => name !== '')
  const offered = [...new Set(named.map(({ name }) => name))]
  if (offered.length < named.length) doubts.push({ code: 'repeated-options', note: '重复列出，按一次归并' })
  const checked = new Set(named.filter((each) => each.checked).map(({ name }) => name))
  return {
    options: { checked: offered.filter((name) => checked.has(name)), offered },
    marks: marksOf(cell), doubts, known: offered.filter((name) => vocabulary.words.includes(name)).length,
  }
}

/** The word an option stands for; a spelling, a split or a cut is noted as a doubt, an unknown word stays as printed. */
function wordOf(each: Printed, next: Printed | undefined, reading: { vocabulary: OptionVocabulary; doubts: OptionDoubt[] }): string {
  const { vocabulary, doubts } = reading
  if (each.name === '' || vocabulary.words.includes(each.name)) return each.name
  const spelled = vocabulary.spellings[each.name]
  if (spelled !== undefined) {
    doubts.push({ code: 'option-spelling', note: `“${each.name}”按“${spelled}”归一` })
    return spelled
  }
  const split = next && splitWord(each.name, next.name, vocabulary)
  if (split !== undefined) {
    doubts.push({ code: 'split-option', note: `“${each.name}”与“${next!.name}”合读为“${split}”` })
    return split
  }
  const whole = vocabulary.words.filter((word) => each.name.length > 1 && word.startsWith(each.name))
  if (whole.length !== 1) return each.name
  doubts.push({ code: 'truncated-option', note: `“${each.name}”补全为“${whole[0]!}”` })
  return whole[0]!
}

function continues(previous: Printed, each: Printed, vocabulary: OptionVocabulary): boolean {
  return splitWord(previous.name, each.name, vocabulary) !== undefined
}

/** The word whose head and tail two boxes hold (不予公 · 公开); both must be parts only. */
function splitWord(head: string, tail: string, vocabulary: OptionVocabulary): string | undefined {
  const isWhole = (part: string) => vocabulary.words.includes(part) || vocabulary.spellings[part] !== undefined
  if (tail === '' || isWhole(head) || isWhole(tail)) return undefined
  return vocabulary.words.find((word) =>
    word.startsWith(head) && word.endsWith(tail) && head.length < word.length && head.length + tail.length >= word.length)
}

function marksOf(cell: string): TickMark[] {
  const marks = [...cell.matchAll(/[✓✔√■]/gu)].map(([mark]): TickMark => (mark === '√' ? '√' : mark === '■' ? '■' : '✓'))
  return [...new Set<TickMark>(/<input\b/i.test(cell) ? [...marks, 'checkbox'] : marks)]
}
