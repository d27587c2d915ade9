import { count, flag, list, nullable, object, oneOf, table, text, union, value, word, type Shape } from './json-shape.ts'
import { readDay } from '../time/day.ts'

const kind = (name: string) => oneOf([name])
const unitKinds = ['department', 'institution', 'vertical', 'street', 'town']
const dayUnit = oneOf(['workday', 'calendarDay'])
const yearOffset = oneOf([0, 1])
/** MM-DD of a year without 29 February, so that the day exists in every year. */
const monthDay = value('每年都有的月日（如 01-31）', (each) => typeof each === 'string' && readDay(`2025-${each}`) !== undefined)
export const realDay = value('真实的日期（如 2026-01-31）', (each) => readDay(each) !== undefined)

export const deadlineRuleShape: Shape = union({
  within: object({ kind: kind('within'), n: count, unit: dayUnit, after: oneOf(['formed', 'changed', 'approved', 'policyPublished']) }),
  byDate: object({ kind: kind('byDate'), monthDay }),
  cycle: object({ kind: kind('cycle'), n: count, unit: oneOf(['month', 'year']) }),
  realtime: object({ kind: kind('realtime') }),
  display: object({ kind: kind('display') }, { n: count, unit: dayUnit, period: kind('permanent') }),
  manual: object({ kind: kind('manual') }),
  unstated: object({ kind: kind('unstated') }),
})

const deadline = object({ printed: text, rules: list(deadlineRuleShape) })
const options = object({ checked: list(word), offered: list(word) })
const origin = oneOf(['stated', 'inferred'])

const slot = object({
  name: nullable(word), every: oneOf(['month', 'quarter', 'half', 'year']), anchor: oneOf(['start', 'end']),
  due: union({
    offset: object({ kind: kind('offset'), n: count, unit: dayUnit }),
    date: object({ kind: kind('date'), monthDay, yearOffset }),
    event: object({ kind: kind('event'), n: count, unit: dayUnit, backstop: object({ monthDay, yearOffset }) }),
  }),
})

const cadence: Shape = union({
  standing: object({ kind: kind('standing'), reviewMonths: nullable(count), origin }),
  asFormed: object({ kind: kind('asFormed'), cycleMonths: nullable(count), origin }),
  dynamic: object({ kind: kind('dynamic'), staleMonths: count, origin }),
  slots: object({ kind: kind('slots'), slots: list(slot), origin }),
  followUp: object({ kind: kind('followUp'), origin }),
  member: object({ kind: kind('member'), of: word, origin }),
})

const appliesTo = object({ kinds: list(oneOf(unitKinds)), traits: list(word), reason: word }, { named: list(word) })

/** A repair's value has the shape of the field it replaces, so that `applyRepair` can trust it. */
const repairValues: Readonly<Record<string, Shape>> = {
  path: list(word), name: word, deadline, subjects: object({ subjects: text, selectors: list(word) }),
  channels: options, attribute: options, methods: options, audience: word, cadence, appliesTo, content: list(word), basis: word,
}
const repair = union(Object.fromEntries(Object.entries(repairValues)
  .map(([field, shape]) => [field, object({ field: word, value: shape })])), 'field')

const item = object({
  id: word, catalogue: word, line: count, literal: table(text), path: list(word), category: word, deadline,
  subjects: text, selectors: list(word), channels: options, attribute: options, methods: options, audience: text,
  cadence, cadenceOverrides: list(object({ cadence }, { kinds: list(oneOf(unitKinds)), units: list(word) })),
  appliesTo, elements: list(word), doubts: list(object({ code: word, message: word }, { repair })),
}, { members: list(word), sameAs: word, alwaysExists: flag })

const shortName = value('不超过4个字的简称', (each) => typeof each === 'string' && each !== '' && [...each].length <= 4)

export const catalogueShape = object({
  id: word, name: word, version: word, effective: realDay, owner: nullable(word), source: word,
  categories: list(object({ id: word, name: word, shortName })), items: list(item),
})

export const statutoryShape = list(object({ item: word, rule: deadlineRuleShape, article: word }, { slot: word }))
