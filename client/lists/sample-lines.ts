import type { DrawnPiece } from '../../shared/facts/assessment-settings.ts'
import { statuses, type Status } from '../../shared/obligations/obligation.ts'
import type { SampleSummary } from '../../shared/wire/sample-answers.ts'
import { statusWords } from '../words.ts'

export interface SampleTotals {
  readonly drawn: number
  readonly inspected: number
  readonly blind: number
  readonly blindWanted: number
  readonly findings: number
  readonly percent: number
}

/** What all units of a sample come to; blind pieces beyond a unit's number make up for nobody else's. */
export function sampleTotals({ progress }: Pick<SampleSummary, 'progress'>, blindPerUnit: number): SampleTotals {
  const sum = (of: (each: SampleSummary['progress'][number]) => number) => progress.reduce((total, each) => total + of(each), 0)
  const [drawn, inspected] = [sum((each) => each.drawn), sum((each) => each.inspected)]
  return {
    drawn, inspected, blind: sum((each) => Math.min(each.blind, blindPerUnit)), blindWanted: progress.length * blindPerUnit, findings: sum((each) => each.findings),
    percent: drawn === 0 ? 0 : Math.floor((inspected / drawn) * 100),
  }
}

/** "政策文件 · 按时公开" of a stratum "<category id> × <status>". */
export function stratumWords({ stratum }: Pick<DrawnPiece, 'stratum'>, categoryShort: ReadonlyMap<string, string>): { readonly category: string; readonly status: string } {
  const [category = '', status = ''] = stratum.split(' × ')
  return { category: categoryShort.get(category) ?? category, status: isStatus(status) ? statusWords[status] : status }
}

function isStatus(text: string): text is Status {
  return statuses.some((each) => each === text)
}
