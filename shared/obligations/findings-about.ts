import { urlKey } from '../facts/url-key.ts'
import { isAbout, type Names } from './about.ts'
import type { AssessmentActs } from './assessment-acts.ts'
import type { Finding } from './finding.ts'
import type { Obligation } from './obligation.ts'

type Named = Pick<Obligation, 'id' | 'aliases' | 'unit' | 'item' | 'period' | 'url'>

/** Findings of any year that name this obligation, in order of recording. */
export function findingsAbout(obligation: Named, acts: AssessmentActs): readonly Finding[] {
  const names = namesOf(obligation)
  const found: Finding[] = []
  for (const { findings } of acts.byUnit.values()) {
    for (const finding of findings) if (isNamed(finding, obligation, names)) found.push(finding)
  }
  return found.sort((a, b) => a.seq - b.seq)
}

/** A reference or a period is a name only within its unit and row. */
function isNamed({ about, unit, item }: Finding, obligation: Named, names: Names): boolean {
  if (about === null || !isAbout(about, names)) return false
  return 'obligation' in about || (unit === obligation.unit && item === obligation.item)
}

function namesOf({ id, aliases, period, url }: Named): Names {
  return { ids: [id, ...aliases], ref: /\|doc:(.*)@\d{4}-\d{2}-\d{2}/.exec(id)?.[1] ?? null, period, urls: new Set(url === null ? [] : [urlKey(url)]) }
}
