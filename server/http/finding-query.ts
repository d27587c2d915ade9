import { findingCodes } from '../../shared/facts/finding-codes.ts'
import type { FindingFilter } from '../answers/findings.ts'
import { leafIn } from './obligation-query.ts'
import type { Query } from './query.ts'

export const findingStates = ['open', 'answered', 'failed', 'cleared', 'revoked'] as const

/** Reads the filters of GET /api/findings. */
export function findingFilterIn(query: Query): FindingFilter {
  const [unit, item, year] = [query.list('unit'), query.list('item'), query.years('year')]
  const code = query.oneOf('code', findingCodes)
  const state = query.oneOf('state', findingStates)
  const open = query.one('open', ['1', '0'])
  const [late, repeats, part] = [query.one('late', ['1']), query.one('repeats', ['1']), query.one('part', ['1'])]
  const [obligation, sample, leaf] = [query.text('obligation', 3000), query.text('sample', 100), leafIn(query)]
  if (part && leaf === undefined) query.fault('part', '要和 leaf= 一起用。')
  return {
    ...(unit && { unit }), ...(item && { item }), ...(year && { year }), ...(code && { code }), ...(state && { state }), ...(open && { open: open === '1' }),
    ...(late && { late: true }), ...(repeats && { repeats: true }), ...(obligation !== undefined && { obligation }), ...(sample !== undefined && { sample }),
    ...(leaf !== undefined && { leaf }), ...(part && { part: true }),
  }
}
