import { assessmentOf, type Assessable } from './assessment-of.ts'
import { editionFormat, type EditionBody } from './edition.ts'
import { agreementsOn, editionPiecesOf, type JournalPrint } from './edition-parts.ts'

/** What an edition says of itself beside what is counted. */
export interface EditionMade extends Pick<EditionBody, 'period' | 'edition' | 'reason' | 'software'> {
  readonly journal: JournalPrint
}

/** The whole of an edition from everything judged of its day as known at its instant: the definition, for freezing and for checking. Pure. */
export function editionBodyOf(assessed: Assessable, { period, edition, reason, software, journal }: EditionMade): EditionBody {
  const { parts, world } = assessed
  return {
    format: editionFormat, period, edition, reason, software, journal,
    result: assessmentOf(assessed), pieces: editionPiecesOf(parts, world), agreements: agreementsOn(period, world),
  }
}
