import type { FactContext } from '../../../shared/facts/fact-context.ts'
import { refusedBy, refusedCorrection, type Scope } from '../../../shared/facts/who-may.ts'
import type { Fact } from '../../../shared/facts/fact.ts'

export const TODAY = '2026-03-09'

const units: Readonly<Record<string, string | readonly string[]>> = { D01: 'D01', D02: 'D02', 区教育局: 'D01', 中心: ['D01', 'D02'], OLD: 'OLD' }
const items: Readonly<Record<string, string | readonly string[]>> = {
  doc: 'doc', about: 'about', budget: 'budget', stats: 'stats', '履职依据/文件': 'doc', '管理公开/事后公开': ['after', 'after~2'],
}
const recorded: readonly Fact[] = [
  { kind: 'published', key: 'p-1', unit: 'D01', item: 'doc', day: '2026-02-01', title: '通知', url: 'https://a.gov.cn/1', channel: '政府网站' },
  { kind: 'extended', key: 'e-1', unit: 'D01', item: 'doc', day: '2026-01-05', about: { ref: 'r-1' }, until: '2026-01-20', reason: '在途' },
]

/** A world of two units and a few rows; OLD was merged into D02 at the end of June 2025. */
export function contextOf(scope: Scope, feed = 'cms'): FactContext {
  const findTarget = (of: string, key: string) => {
    const fact = of === 'cms' ? recorded.find((each) => each.key === key) : undefined
    return fact && fact.kind !== 'corrected' ? { feed: of, fact } : undefined
  }
  return {
    today: TODAY,
    findUnit: (text) => units[text],
    findItem: (text) => items[text],
    unitOn: (unit, _item, day) => (unit === 'OLD' && day > '2025-06-30' ? 'D02' : unit),
    printedFor: (unit, item) => item !== '*' && !(unit === 'D02' && item === 'about'),
    alwaysExists: (item) => item === 'about' || item === 'budget',
    slotNames: (_unit, item) => (item === 'budget' ? ['budget', 'final'] : item === 'stats' ? [null] : []),
    refusedBy: (fact) => refusedBy(scope, fact),
    refusedCorrection: ({ target, confirms }) => refusedCorrection(scope, { feed, of: { feed: target.feed, kind: target.fact.kind }, confirms }),
    findObligation: (id) => (id === 'D01|doc|doc:r-1@2026-01-05' ? { unit: 'D01', items: ['doc', 'b-doc'] } : undefined),
    findTarget,
    refusedMatter: () => undefined,
    refusedAct: () => undefined,
    attachmentSize: (sha256) => (sha256.startsWith('a') ? 10 * 1024 * 1024 + 1 : undefined),
  }
}
