import { unreachable } from '../../shared/must.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'
import { itemNameOf, unitNameOf } from '../answers/obligations.ts'
import type { View } from '../answers/view.ts'
import type { PaperFile } from '../documents/paper-file.ts'
import type { JournalReader } from '../store/journal-reader.ts'
import { packNeeds, type PackNeeds } from './pack/pack-needs.ts'
import { packRecords } from './pack/pack-records.ts'
import type { PaperQuestion, RuledAppeal } from './paper-question.ts'
import { paperOf } from './papers/paper-of.ts'
import { restatementPaper, type PrintedEdition } from './papers/restatement-paper.ts'
import { ruledAppeals } from './papers/ruled-appeals.ts'

/** Answers it from a view; undefined where there is no such unit, appeal or edition. */
export function paperAnswer(question: PaperQuestion, view: View, findEdition: JournalReader['findEdition']): PaperFile | PackNeeds | readonly RuledAppeal[] | undefined {
  switch (question.ask) {
    case 'paper': return paperOf(view, question.asked)
    case 'packRecords': return packRecords(view, question)
    case 'packNeeds': return packNeeds(view, question.unit)
    case 'ruledAppeals': {
      const world = view.world()
      return ruledAppeals(view).appeals.filter(each => question.units === null || question.units.includes(each.unit))
        .map(({ id, unit, item, day }) => ({ id, unit, unitName: unitNameOf(world, unit), itemName: itemNameOf(world, item), day }))
    }
    case 'restatement': {
      const [before, after] = [question.edition - 1, question.edition].map(edition => printed(view, findEdition, { period: question.period, edition }))
      return before && after && restatementPaper({ before, after, made: question.made, itemName: id => itemNameOf(view.world(), id) })
    }
    default: return unreachable(question)
  }
}

/** An edition as kept, with who settled it and when. */
function printed(view: View, findEdition: JournalReader['findEdition'], { period, edition }: { readonly period: string; readonly edition: number }): PrintedEdition | undefined {
  const kept = findEdition(period, edition)
  const told = view.world().settlements.find(each => each.period === period && each.edition === edition)
  return kept && told && { body: JSON.parse(kept.body) as EditionBody, sha256: kept.sha256, at: told.at, by: told.by }
}
