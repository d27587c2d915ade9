import { urlKey } from '../facts/url-key.ts'
import { isAbout, type Names } from './about.ts'
import type { AssessmentActs } from './assessment-acts.ts'
import type { Finding } from './finding.ts'
import type { Obligation } from './obligation.ts'

type Named = Pick<Obligation, 'id' | 'aliases' | 'unit' | 'item' | 'period' | 'url'>

/** Findings of any year that name this obligation, in order of recording. */
export function findingsAbout(obligation: Named, acts: AssessmentActs): readonly Finding[] {
  const found: Finding[] = []
  for (const { findings } of acts.byUnit.values()) {
    for (const finding of findings) if (isFindingAbout(finding, obligation)) found.push(finding)
  }
  return found.sort((a, b) => a.seq - b.seq)
}

/** A reference, a page or a period is a name only within its unit and row. */
export function isFindingAbout({ about, unit, item }: Finding, obligation: Named): boolean {
  if (about === null) return false
  if ('obligation' in about) return about.obligation === obligation.id || obligation.aliases.includes(about.obligation)
  return unit === obligation.unit && item === obligation.item && isAbout(about, namesOf(obligation))
}

function namesOf({ id, aliases, period, url }: Named): Names {
  return { ids: [id, ...aliases], ref: /\|doc:(.*)@\d{4}-\d{2}-\d{2}/.exec(id)?.[1] ?? null, period, urls: new Set(url === null ? [] : [urlKey(url)]) }
}
