import { checklistOf } from '../../shared/assessment/checklist.ts'
import { pieceState } from '../../shared/assessment/piece-state.ts'
import type { InspectedFact } from '../../shared/facts/act.ts'
import { effectiveFacts, ofKind } from '../../shared/facts/effective-facts.ts'
import { actEntriesOf, unitActs } from '../../shared/obligations/assessment-acts.ts'
import type { Finding } from '../../shared/obligations/finding.ts'
import { itemOn, type World } from '../../shared/obligations/world.ts'
import type { FindingRow, InspectionNote, SamplePieceAnswer } from '../../shared/wire/sample-answers.ts'
import { itemNameOf } from '../answers/obligations.ts'
import { stampOf, type View } from '../answers/view.ts'
import type { AttachmentStore } from '../store/attachment.ts'
import { inspectionNote, obligationIn, pieceRow, sampleHead, unitProgress, type SampleParts, type ToldSample } from './sample-rows.ts'

export interface PieceParts extends SampleParts {
  readonly attachments: Pick<AttachmentStore, 'find'>
}

/** Everything a reviewer judges piece `n` by, beside the piece's own evidence; undefined where the list has none of that number. */
export function samplePiece(parts: PieceParts, sample: ToldSample, n: number): SamplePieceAnswer | undefined {
  const piece = pieceRow(parts, sample, n)
  if (!piece) return undefined
  const world = parts.live.world()
  const { row } = piece
  const { rectifyWorkdays } = world.thresholds
  const governing = row === null ? undefined : itemOn(world, row.item, row.eventDay ?? row.dueDay ?? world.day)
  return {
    ...stampOf(parts.live), year: sample.year, drawn: sampleHead(sample), piece, beside: besideOf(parts, sample, piece.unit),
    checklist: checklistOf(row ?? { status: 'unknown', lateBy: null, exemptKind: null }, governing),
    opinions: opinionsOf(parts.live, piece.obligation, sample.year),
    findings: findingRows(parts, { unit: piece.unit, year: sample.year, obligation: piece.obligation, item: row?.item ?? null }),
    progress: unitProgress(sample, piece.unit, world),
    rectify: { until: world.calendar.addWorkdays(world.day, rectifyWorkdays), workdays: rectifyWorkdays },
  }
}

function besideOf(parts: PieceParts, sample: ToldSample, unit: string): SamplePieceAnswer['beside'] {
  return sample.pieces.flatMap((each, place) => {
    const piece = each.unit === unit ? pieceRow(parts, sample, place + 1) : undefined
    return piece ? [{ n: piece.n, name: piece.row?.title ?? piece.row?.itemName ?? '', state: pieceState(piece) }] : []
  })
}

/** Two reviewers' opinions both stay: all of them, after corrections, the newest first. */
function opinionsOf(view: View, obligation: string, year: number): readonly InspectionNote[] {
  const facts = ofKind(effectiveFacts(actEntriesOf(view.everyFact())), 'inspected')
  return facts.filter(({ fact }) => fact.year === year && obligationIn(fact.about) === obligation)
    .map(({ seq, recordedAt, source, fact }) => inspectionNote({ seq, by: source.account ?? source.feed, at: recordedAt, fact: fact as InspectedFact })).reverse()
}

interface Place {
  readonly unit: string
  readonly year: number
  readonly obligation: string
  readonly item: string | null
}

/** What was found before: of this piece first, then of its row, then of the unit; each newest first. */
function findingRows(parts: PieceParts, { unit, year, obligation, item }: Place): readonly FindingRow[] {
  const world = parts.live.world()
  const rank = (each: Finding) => (obligationIn(each.about) === obligation ? 0 : each.item === item ? 1 : 2)
  return [...unitActs(world.acts, unit, year).findings].sort((a, b) => rank(a) - rank(b) || b.seq - a.seq).map((each) => findingRow(parts, each, world))
}

function findingRow({ attachments }: PieceParts, { steps: _steps, ...finding }: Finding, world: World): FindingRow {
  return {
    ...finding, itemName: itemNameOf(world, finding.item),
    attachments: finding.attachments.map((id) => {
      const { name = '', type = '', size = 0 } = attachments.find(id, finding.unit) ?? {}
      return { id, name, type, size }
    }),
  }
}
