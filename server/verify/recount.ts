import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { editionBodyOf } from '../../shared/assessment/edition-body.ts'
import { differencesOf, type LeafDifference, type UnitDifference } from '../../shared/assessment/edition-differences.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { partsOf } from '../../shared/measures/board.ts'
import { must } from '../../shared/must.ts'
import { judgementOf } from '../../shared/obligations/judge.ts'

/** Differences named at most. */
const NAMED = 20

/** Counts an edition again from its journal; a sentence for each thing that comes out otherwise, none when all is the same. */
export function recount(body: EditionBody, entries: readonly Entry[]): readonly string[] {
  const { result } = body
  const again = countedAgain(body, entries)
  if (again === undefined) return ['按这份流水不能重新计算：其中的记录不合规则，已不是封存时的流水。']
  if (canonicalJson(again) === canonicalJson(body)) return []
  const units = differencesOf(body, again)
  const found = units.flatMap(sentences)
  const rest = found.length > NAMED ? [`……另有 ${found.length - NAMED} 处。`] : []
  const others = units.length === 0 ? [`各单位结果相同，但${otherParts(body, again).join('、')}与重新计算的不同。`] : []
  return [`按流水重新计算（截至 ${result.day}），与封存不同的有 ${units.length} 个单位：`, ...found.slice(0, NAMED), ...rest, ...others]
}

function countedAgain(body: EditionBody, entries: readonly Entry[]): EditionBody | undefined {
  const knownAt = must(body.result.knownAt, 'an edition is known at an instant')
  try {
    const { world, duties, revision } = judgementOf(entries, { day: body.result.day, knownAt })
    return editionBodyOf({ parts: partsOf(duties, world), world, revision }, body)
  } catch (error) {
    // Entries that no door ever let in may break any rule.
    if (error instanceof Error) return undefined
    throw error
  }
}

function sentences({ name, before, after, leaves, pieces }: UnitDifference): string[] {
  const scores = before?.final !== after?.final || before?.rank !== after?.rank || before?.band !== after?.band
    ? [`${name}：总分 封存 ${figure(before?.final)}、重算 ${figure(after?.final)}；名次 封存 ${figure(before?.rank)}、重算 ${figure(after?.rank)}；等次 封存 ${before?.band ?? '—'}、重算 ${after?.band ?? '—'}`] : []
  const moved = pieces.map(piece => `${name}：${piece.id} 封存 ${sideWords(piece.before)}、重算 ${sideWords(piece.after)}`)
  const told = [...scores, ...leaves.map(leaf => leafSentence(name, leaf)), ...moved]
  return told.length > 0 ? told : [`${name}：加分、扣分、否决或件数与重新计算的不同`]
}

function leafSentence(name: string, { code, name: leaf, before, after }: LeafDifference): string {
  return `${name}：指标 ${code} ${leaf} 封存 ${leafWords(before)}、重算 ${leafWords(after)}`
}

function leafWords(side: LeafDifference['before']): string {
  return side === null ? '无此指标' : `${figure(side.got)}/${figure(side.possible)}（${side.formula}）`
}

function sideWords(side: UnitDifference['pieces'][number]['before']): string {
  return side === null ? '没有这一件' : `${side.status} 到期${side.dueDay ?? '—'} 公开${side.publishedDay ?? '—'}`
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(value)
}

const parts: readonly (readonly [keyof EditionBody, string])[] = [['result', '成绩'], ['pieces', '各件'], ['agreements', '得分反馈']]

function otherParts(body: EditionBody, again: EditionBody): string[] {
  return parts.filter(([name]) => canonicalJson(body[name]) !== canonicalJson(again[name])).map(([, words]) => words)
}
