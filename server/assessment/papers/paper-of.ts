import { unreachable } from '../../../shared/must.ts'
import type { View } from '../../answers/view.ts'
import type { PaperFile } from '../../documents/paper-file.ts'
import { circularPaper } from './circular-paper.ts'
import { feedbackPaper } from './feedback-paper.ts'
import { findingsPaper } from './findings-paper.ts'
import { noticePaper } from './notice-paper.ts'
import type { PaperAsked } from './paper-asked.ts'
import { rectificationPaper } from './rectification-paper.ts'
import { rulingPaper } from './ruling-paper.ts'
import { samplesPaper } from './samples-paper.ts'
import { scoresPaper } from './scores-paper.ts'
import { withheldPaper } from './withheld-paper.ts'

/** A paper of a view, before it is written; undefined where there is no such unit or appeal. Pure. */
export function paperOf(view: View, asked: PaperAsked): PaperFile | undefined {
  switch (asked.paper) {
    case 'scores': return scoresPaper(view, asked)
    case 'feedback': return feedbackPaper(view, asked)
    case 'findings': return findingsPaper(view, asked)
    case 'rectification': return rectificationPaper(view, asked)
    case 'samples': return samplesPaper(view, asked)
    case 'withheld': return withheldPaper(view, asked)
    case 'circular': return circularPaper(view, asked)
    case 'notice': return noticePaper(view, asked)
    case 'rulings': return rulingPaper(view, asked)
    default: return unreachable(asked.paper)
  }
}
