import type { CountedFigure } from '../../shared/measures/counted.ts'
import type { DutyStanding, Flag, Origin, Status } from '../../shared/obligations/obligation.ts'
import { cadenceWords, deskWords, figureWords } from '../desk-words.ts'
import { dayText } from '../figure-text.ts'
import { flagWords, originWords, statusWords } from '../words.ts'
import type { DutyField, ListFilters, ObligationField } from './list-filters.ts'

type Field = ObligationField | DutyField

/** One value of one filter in words, with how to take it away. */
export interface FilterWord {
  readonly field: Field
  readonly value: string
  readonly text: string
}

export interface KnownNames {
  readonly unitName: ReadonlyMap<string, string>
  readonly categoryShort: ReadonlyMap<string, string>
  readonly itemName: ReadonlyMap<string, string>
}

/** The filters in force, one word for each value; `part` is said with the figure it is of. */
export function filterWords(filters: ListFilters<Field>, names: KnownNames): FilterWord[] {
  return (Object.entries(filters) as [Field, readonly string[]][]).flatMap(([field, values]) =>
    field === 'part' ? [] : values.map((value) => ({ field, value, text: textOf(field, value, { filters, names }) })))
}

function textOf(field: Field, value: string, { filters, names }: { filters: ListFilters<Field>; names: KnownNames }): string {
  switch (field) {
    case 'unit': return names.unitName.get(value) ?? value
    case 'category': return names.categoryShort.get(value) ?? value
    case 'item': return names.itemName.get(value) ?? value
    case 'status': return statusWords[value as Status] ?? value
    case 'origin': return originWords[value as Origin] ?? value
    case 'flag': return flagWords[value as Flag] ?? value
    case 'cadence': return cadenceWords[value as DutyStanding['cadence']] ?? value
    case 'year': return deskWords.list.year(value)
    case 'from': return deskWords.list.dueFrom(dayText(value))
    case 'to': return deskWords.list.dueTo(dayText(value))
    case 'q': return deskWords.list.contains(value)
    case 'counted': return deskWords.list.counted(figureWords[value as CountedFigure] ?? value, filters.part !== undefined)
    case 'leaf': return deskWords.list.leaf(value)
    case 'covered': return value === '1' || value === 'true' ? deskWords.list.covered : deskWords.list.uncovered
    case 'applicable': return deskWords.list.applicable
    case 'part': return ''
  }
}
