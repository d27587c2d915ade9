import { unreachable } from '../../shared/must.ts'
import { assessmentOf } from '../../shared/assessment/assessment-of.ts'
import type { AssessmentResult } from '../../shared/assessment/result.ts'
import { forecastOf } from '../../shared/measures/forecast.ts'
import { gapPlanOf } from '../../shared/measures/gap-plan.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { TodoAnswer } from '../../shared/wire/unit-answers.ts'
import type { SearchAnswer } from '../../shared/wire/search-answer.ts'
import type { WallToday } from '../../shared/wire/wall-answer.ts'
import type { DutyPage, ForecastAnswer, GapPlanAnswer, ObligationAnswer, ObligationPage, UnitAnswer, UnitsAnswer } from '../../shared/wire/answers.ts'
import type { DeskRecordsAnswer, DueAnswer, FillRowsAnswer, RegisterAnswer, RegistersAnswer } from '../../shared/wire/desk-answers.ts'
import { deskRecordsAnswer } from './desk-records.ts'
import { dueAnswer } from './due.ts'
import { dutiesAnswer } from './duties.ts'
import { findingAnswer, findingsAnswer, type FindingRaw, type FindingsRaw } from './findings.ts'
import { fillRowsAnswer } from './fill-rows.ts'
import { obligationAnswer } from './obligation.ts'
import { obligationsAnswer } from './obligations.ts'
import { marksAnswer, type MarksFound } from './marks.ts'
import type { Question } from './question.ts'
import { registerAnswer, registersAnswer } from './register.ts'
import { searchAnswer } from './search.ts'
import type { WholeTable } from './table.ts'
import { tableOf, wholeTable } from './tables.ts'
import { todoAnswer, unitMoved, type UnitMoved } from './unit-desk.ts'
import { unitAnswer, unitsAnswer } from './units.ts'
import { stampOf, type View } from './view.ts'
import { wallToday } from './wall.ts'

export type Answer =
  | Board | UnitsAnswer | UnitAnswer | ForecastAnswer | GapPlanAnswer | ObligationPage | ObligationAnswer | DutyPage
  | TodoAnswer | UnitMoved | WallToday | SearchAnswer | WholeTable
  | AssessmentResult | MarksFound | FillRowsAnswer | DueAnswer | DeskRecordsAnswer | RegisterAnswer | RegistersAnswer | FindingsRaw | FindingRaw

/** Answers a question from a view; undefined where the unit or obligation asked about does not exist in it. Pure. */
export function answer(view: View, question: Question): Answer | undefined {
  switch (question.ask) {
    case 'board': return view.board()
    case 'units': return unitsAnswer(view, question.only)
    case 'unit': return unitAnswer(view, question.unit)
    case 'forecast': return forecastAnswer(view, question.unit)
    case 'gapPlan': return gapPlanAnswer(view, question.unit)
    case 'todo': return todoAnswer(view, question.unit)
    case 'unitMoved': return unitMoved(view, question.unit)
    case 'obligations': return obligationsAnswer(view, question.filter)
    case 'obligation': return obligationAnswer(view, question)
    case 'duties': return dutiesAnswer(view, question)
    case 'fillRows': return fillRowsAnswer(view, question.unit)
    case 'due': return dueAnswer(view, question.asked)
    case 'deskRecords': return deskRecordsAnswer(view, question.asked)
    case 'register': return registerAnswer(view, question.asked)
    case 'registers': return registersAnswer(view, question.year)
    case 'assessment': return assessmentOf({ parts: view.parts(), world: view.world(), revision: view.revision })
    case 'marks': return marksAnswer(view, question)
    case 'findings': return findingsAnswer(view, question.asked)
    case 'finding': return findingAnswer(view, question.id)
    case 'wall': return wallToday(view)
    case 'search': return searchAnswer(view, question.asked)
    case 'table': return wholeTable(tableOf(view, question.asked))
    default: return unreachable(question)
  }
}

function forecastAnswer(view: View, unit: string): ForecastAnswer | undefined {
  const world = view.world()
  if (!world.units.has(unit)) return undefined
  return { ...stampOf(view), unit, forecast: forecastOf(view.parts().get(unit) ?? [], world) }
}

function gapPlanAnswer(view: View, unit: string): GapPlanAnswer | undefined {
  const plan = gapPlanOf(unit, view.parts(), view.world())
  return plan && { ...stampOf(view), plan }
}
