import type { DrawnSample } from '../../shared/facts/assessment-settings.ts'
import { BLIND_PER_UNIT } from '../../shared/assessment/sample-draw.ts'
import type { InspectedFact } from '../../shared/facts/act.ts'
import type { About } from '../../shared/facts/fact.ts'
import { docNumberKey, urlKey } from '../../shared/facts/url-key.ts'
import { unitActs, type Said } from '../../shared/obligations/assessment-acts.ts'
import type { Finding } from '../../shared/obligations/finding.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { Told, World } from '../../shared/obligations/world.ts'
import type { InspectionNote, SampleAnswer, SampleHead, SamplePieceRow, SampleSummary, SpottedRow, UnitProgress } from '../../shared/wire/sample-answers.ts'
import { obligationRow, unitNameOf } from '../answers/obligations.ts'
import { stampOf, type View } from '../answers/view.ts'
import { elementsLeafOf } from './elements-leaf.ts'

export type ToldSample = Told<DrawnSample>

export interface SampleParts {
  readonly live: View
  /** Obligations by id or earlier name. */
  readonly obligations: () => ReadonlyMap<string, Obligation>
}

export function samplesOfYear({ samples }: World, year: number): readonly ToldSample[] {
  return samples.filter((sample) => sample.year === year)
}

export function sampleHead({ pieces, ...head }: ToldSample): SampleHead {
  return { ...head, pieces: pieces.length }
}

/** The sample with how far each unit is, in the order of the printed list. */
export function sampleSummary(sample: ToldSample, world: World): SampleSummary {
  const units = [...new Set(sample.pieces.map(({ unit }) => unit))]
  return { ...sampleHead(sample), progress: units.map((unit) => unitProgress(sample, unit, world)) }
}

export function unitProgress(sample: ToldSample, unit: string, world: World): UnitProgress {
  const { inspections, spotted, findings } = unitActs(world.acts, unit, sample.year)
  const seen = new Set([...inspections.map(({ fact }) => obligationIn(fact.about)), ...standing(findings, sample.id).map(({ about }) => obligationIn(about))])
  const drawn = sample.pieces.filter((piece) => piece.unit === unit)
  return {
    unit, unitName: unitNameOf(world, unit), drawn: drawn.length, inspected: drawn.filter(({ obligation }) => seen.has(obligation)).length,
    blind: spotted.filter(({ fact }) => fact.sample === sample.id).length, findings: standing(findings, sample.id).length,
    elements: elementsLeafOf(world, unit, sample.year),
  }
}

/** Findings of a sample that nobody revoked. */
function standing(findings: readonly Finding[], sample: string): readonly Finding[] {
  return findings.filter((each) => each.sample === sample && each.state !== 'revoked')
}

export function obligationIn(about: About | null): string | undefined {
  return about && 'obligation' in about ? about.obligation : undefined
}

export function inspectionNote({ seq, by, at, fact }: Pick<Said<InspectedFact>, 'seq' | 'by' | 'at' | 'fact'>): InspectionNote {
  return { seq, by, at, sample: fact.sample, present: fact.present ?? [], missing: fact.missing ?? [], material: fact.material ?? [], reason: fact.reason ?? null }
}

/** Piece `n` of the printed list, from 1; the caller knows that there is one. */
export function pieceRow({ live, obligations }: SampleParts, sample: ToldSample, n: number): SamplePieceRow | undefined {
  const drawn = sample.pieces[n - 1]
  if (!drawn) return undefined
  const world = live.world()
  const { inspections, findings } = unitActs(world.acts, drawn.unit, sample.year)
  const inspection = inspections.find(({ fact }) => obligationIn(fact.about) === drawn.obligation)
  const found = obligations().get(drawn.obligation)
  return {
    n, ...drawn, unitName: unitNameOf(world, drawn.unit), row: found ? obligationRow(found, world) : null, inspection: inspection ? inspectionNote(inspection) : null,
    findings: standing(findings, sample.id).filter(({ about }) => obligationIn(about) === drawn.obligation).length,
  }
}

export function sampleAnswer(parts: SampleParts, sample: ToldSample): SampleAnswer {
  const world = parts.live.world()
  const summary = sampleSummary(sample, world)
  return {
    ...stampOf(parts.live), year: sample.year, drawn: summary, blindPerUnit: BLIND_PER_UNIT,
    pieces: sample.pieces.flatMap((_, place) => pieceRow(parts, sample, place + 1) ?? []),
    spotted: summary.progress.flatMap(({ unit }) => spottedRows(parts, sample, unit)),
  }
}

function spottedRows(parts: SampleParts, sample: ToldSample, unit: string): readonly SpottedRow[] {
  const world = parts.live.world()
  const { spotted, findings } = unitActs(world.acts, unit, sample.year)
  return spotted.filter(({ fact }) => fact.sample === sample.id).map(({ seq, by, at, fact }) => {
    const named = obligationIn(fact.about ?? null)
    const matched = named === undefined ? undefined : parts.obligations().get(named)
    const row = matched ? obligationRow(matched, world) : null
    return {
      seq, by, at, unit, from: fact.from, title: fact.title, url: fact.url ?? null, docNumber: fact.docNumber ?? null, reason: fact.reason ?? null, matched: row,
      isFound: standing(findings, sample.id).some((each) => names(each, fact)),
    }
  })
}

/** A finding says where: the blind piece's page, or its 文号. */
function names({ about, place }: Finding, { url, docNumber }: { readonly url?: string; readonly docNumber?: string }): boolean {
  if (url !== undefined && ((about && 'url' in about && urlKey(about.url) === urlKey(url)) || place.includes(url))) return true
  return docNumber !== undefined && docNumberKey(place).includes(docNumberKey(docNumber))
}
