import type { EditionBody } from '../../shared/assessment/edition.ts'
import type { ScoreSettlement } from '../../shared/facts/assessment-settings.ts'
import type { KeptEdition } from '../store/edition.ts'
import { sha256Of } from './journal-print.ts'

/**
 * Why a kept edition cannot be what was settled; undefined where it is. The journal's entry carries fingerprint and scores,
 * the body stands beside it: whoever changes one of them in the database alone is seen here.
 */
export function editionFault({ body, sha256 }: Pick<KeptEdition, 'body' | 'sha256'>, settled: Pick<ScoreSettlement, 'sha256' | 'scores'>): string | undefined {
  if (sha256 !== settled.sha256 || sha256Of(body) !== settled.sha256) return '封存的内容与流水所记的指纹不符，数据库可能被改动过；请停止使用这一版，并与封存文件、备份核对。'
  const { result } = JSON.parse(body) as EditionBody
  const told = new Map(settled.scores.map(({ unit, ...score }) => [unit, score]))
  const stray = result.units.find(({ unit, final, rank, band }) => {
    const score = told.get(unit)
    return score === undefined || score.score !== final || score.rank !== rank || score.band !== band
  })
  if (stray === undefined && told.size === result.units.length) return undefined
  return `流水所记的核定分与封存的内容不符（${stray?.name ?? '单位数不同'}），数据库可能被改动过；请停止使用这一版，并与封存文件、备份核对。`
}
