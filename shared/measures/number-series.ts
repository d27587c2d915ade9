import { docNumberText, readDocNumber } from '../facts/doc-number.ts'
import type { Fact } from '../facts/fact.ts'
import type { Day } from '../time/day.ts'

/** A run of numbers nobody knows anything of: the question 文号连续性 asks. */
export interface NumberGap {
  readonly code: string
  readonly year: number
  readonly from: number
  readonly to: number
}

export interface ExplainedNumber {
  readonly docNumber: string
  readonly reason: string
  /** Day it was explained. */
  readonly day: Day
}

/** 文号系列: one 机关代字 of one year. */
export interface NumberSeries {
  readonly code: string
  readonly year: number
  /** Different numbers known by registration, publication or exemption. */
  readonly known: number
  readonly last: number
  readonly gaps: readonly NumberGap[]
  /** Numbers explained (作废, 不予公开, 其他) that no paper filled since. */
  readonly explained: readonly ExplainedNumber[]
}

/** Publications from which on a series counts as the unit's own though it registered none of it. */
const OWN_FROM = 3

interface Draft {
  readonly code: string
  readonly known: Set<number>
  registered: number
  readonly explained: Map<number, ExplainedNumber>
}

/**
 * The unit's document numbers of a year, by 机关代字, with the gaps in them. A joint paper led by another unit carries the
 * lead's number, an interpretation its policy's, and neither is counted; a code is the unit's own where it registered a
 * paper under it, or published three. Counted from 1 where the whole year is supervised, else from the first one known.
 */
export function numberSeriesOf(facts: readonly Fact[], asked: { readonly unit: string; readonly year: number; readonly fromOne: boolean }): NumberSeries[] {
  const drafts = new Map<string, Draft>()
  const put = (text: string, note: (draft: Draft, number: number) => void) => {
    const read = readDocNumber(text)
    if (read?.year !== asked.year || read.last - read.number > 10_000) return
    const draft = drafts.get(read.code) ?? { code: read.code, known: new Set<number>(), registered: 0, explained: new Map<number, ExplainedNumber>() }
    drafts.set(read.code, draft)
    for (let number = read.number; number <= read.last; number += 1) note(draft, number)
  }
  for (const fact of facts) {
    for (const text of numbersOf(fact, asked.unit)) {
      put(text, (draft, number) => {
        draft.known.add(number)
        if (fact.kind === 'formed') draft.registered += 1
      })
    }
    if (fact.kind !== 'explained') continue
    const { reason, day } = fact
    for (const text of fact.docNumbers) {
      put(text, (draft, number) => draft.explained.set(number, { docNumber: textOf({ code: draft.code, year: asked.year }, number), reason, day }))
    }
  }
  return [...drafts.values()]
    .filter(({ known, registered }) => registered > 0 || known.size >= OWN_FROM)
    .map((draft) => seriesOf(draft, asked))
    .sort((a, b) => b.known - a.known || (a.code < b.code ? -1 : 1))
}

function numbersOf(fact: Fact, unit: string): readonly string[] {
  switch (fact.kind) {
    case 'formed': return fact.lead === undefined || fact.lead === unit ? [fact.docNumber ?? fact.ref] : []
    case 'published': return fact.interprets === undefined ? [...(fact.docNumber === undefined ? [] : [fact.docNumber]), ...(fact.refs ?? (fact.ref === undefined ? [] : [fact.ref]))] : []
    case 'exempt': return 'ref' in fact.about ? [fact.about.ref] : []
    default: return []
  }
}

function seriesOf(draft: Draft, { year, fromOne }: { readonly year: number; readonly fromOne: boolean }): NumberSeries {
  const { code, known, explained } = draft
  const numbers = [...known].sort((a, b) => a - b)
  const last = numbers[numbers.length - 1] ?? 0
  const gaps: NumberGap[] = []
  let from = fromOne ? 1 : numbers[0] ?? 1
  for (const end of [...known, ...explained.keys()].filter((each) => each <= last).sort((a, b) => a - b)) {
    if (end > from) gaps.push({ code, year, from, to: end - 1 })
    from = Math.max(from, end + 1)
  }
  return { code, year, known: known.size, last, gaps, explained: [...explained].filter(([number]) => !known.has(number)).sort(([a], [b]) => a - b).map(([, each]) => each) }
}

/** 云医保发〔2026〕6号, or 云医保发〔2026〕6—9号 for a run of several. */
export function gapText({ code, year, from, to }: NumberGap): string {
  return docNumberText({ code, year, number: from, last: to })
}

/** Every number of a gap on its own, at most so many. */
export function gapNumbers({ code, year, from, to }: NumberGap, most: number): string[] {
  return Array.from({ length: Math.min(most, to - from + 1) }, (_, place) => textOf({ code, year }, from + place))
}

function textOf({ code, year }: { readonly code: string; readonly year: number }, number: number): string {
  return docNumberText({ code, year, number, last: number })
}

/** Explained numbers that follow one another for the same reason, as one: 云医保发〔2026〕7—9号. */
export function explainedRuns(explained: readonly ExplainedNumber[]): { readonly text: string; readonly reason: string }[] {
  const runs: { from: NumberGap; reason: string }[] = []
  for (const { docNumber, reason } of explained) {
    const read = readDocNumber(docNumber)
    if (read === undefined) continue
    const last = runs[runs.length - 1]
    if (last && last.reason === reason && last.from.to + 1 === read.number) last.from = { ...last.from, to: read.number }
    else runs.push({ from: { code: read.code, year: read.year, from: read.number, to: read.number }, reason })
  }
  return runs.map(({ from, reason }) => ({ text: gapText(from), reason }))
}
