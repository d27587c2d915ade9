import type { Leaf } from '../catalogue/scheme.ts'
import { numberWords } from './figure-words.ts'
import { actsOfScored, findingsInLeaf } from './leaf-acts.ts'
import { pieceInLeaf } from './leaf-pieces.ts'
import { shareOfPoints, type LeafReading } from './leaf-reading.ts'
import type { ScoredUnit } from './scored-unit.ts'

/** Cases a leaf takes points for. Weighed: one under an assumed limit is half a case. */
interface Cases {
  readonly name: string
  readonly count: number
  readonly weighed: number
  /** Of them, cases beyond `longWorkdays`. */
  readonly long: number
  readonly weighedLong: number
}

/** Reads a leaf that takes points per case down to none; null when there is no case to take points for. */
export function casesReading(leaf: Leaf, scored: ScoredUnit): LeafReading | null {
  const cases = casesOf(leaf, scored)
  if (cases === null || cases.count === 0) return null
  const each = leaf.each ?? 0
  const eachLong = leaf.eachLong ?? each
  const lost = each * (cases.weighed - cases.weighedLong) + eachLong * cases.weighedLong
  return {
    earned: shareOfPoints(1 - lost / leaf.points),
    inputs: { cases: cases.count, long: cases.long, lost },
    words: () => {
      const long = leaf.longWorkdays === undefined
        ? '' : `，超过 ${leaf.longWorkdays} 个工作日的 ${cases.long} 件每件扣 ${numberWords(eachLong)} 分`
      const halved = cases.weighed < cases.count ? '，推定时限的按半件' : ''
      return `${cases.name} ${cases.count} 件，每件扣 ${numberWords(each)} 分${long}${halved}，共扣 ${numberWords(lost)} 分，扣完为止`
    },
  }
}

function casesOf(leaf: Leaf, scored: ScoredUnit): Cases | null {
  switch (leaf.measure) {
    case 'overdueNow': return overdueCases(leaf, scored)
    case 'irregularNothing': return irregularCases(leaf, scored)
    case 'findings': return findingCases('认定的问题', leaf, scored)
    case 'recurrence': return findingCases('重复问题', leaf, scored)
    default: return null
  }
}

/** 当前逾期: of any year, so that a new year does not forgive; back to no loss once published. */
function overdueCases(leaf: Leaf, { parts, yardstick }: ScoredUnit): Cases {
  let count = 0
  let weighed = 0
  let long = 0
  let weighedLong = 0
  for (const part of parts) {
    if (part.figures.overdueDays.length === 0) continue
    for (const o of part.obligations) {
      if (o.status !== 'overdue') continue
      const weight = o.flags.includes('assumed') ? 0.5 : 1
      const isLong = o.dueDay !== null && yardstick.lateBy(o.dueDay) > (leaf.longWorkdays ?? Infinity)
      count += 1
      weighed += weight
      long += isLong ? 1 : 0
      weighedLong += isLong ? weight : 0
    }
  }
  return { name: '当前逾期未公开', count, weighed, long, weighedLong }
}

/** 情况说明 filed after the due day (逾期说明); what only a reader can judge is the manual leaf beside this one. */
function irregularCases(leaf: Leaf, { parts, world }: ScoredUnit): Cases {
  let count = 0
  for (const part of parts) {
    if (part.figures.lateDeclared === 0) continue
    for (const obligation of part.obligations) if (pieceInLeaf(leaf, { standing: part.standing, obligation }, world) !== 'no') count += 1
  }
  return { name: '逾期提交情况说明', count, weighed: count, long: 0, weighedLong: 0 }
}

function findingCases(name: string, leaf: Leaf, scored: ScoredUnit): Cases {
  const count = findingsInLeaf(leaf, actsOfScored(scored)).length
  return { name, count, weighed: count, long: 0, weighedLong: 0 }
}
