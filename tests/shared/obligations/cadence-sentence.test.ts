import { expect, it } from 'vitest'
import { cadenceSentence } from '../../../shared/obligations/cadence-sentence.ts'
import type { Cadence, Slot } from '../../../shared/catalogue/item.ts'

const origin = 'inferred' as const
const slots = (...all: readonly Partial<Slot>[]): Cadence => ({
  kind: 'slots', origin, slots: all.map(each => ({ name: null, every: 'quarter', anchor: 'end', due: { kind: 'offset', n: 20, unit: 'workday' }, ...each })) })

it.each<readonly [Cadence, string]>([
  [{ kind: 'standing', reviewMonths: null, origin }, '常设'], [{ kind: 'standing', reviewMonths: 6, origin }, '常设，每6个月核对一次'],
  [{ kind: 'asFormed', cycleMonths: null, origin }, '产生即公开'], [{ kind: 'asFormed', cycleMonths: 12, origin }, '产生即公开，每年至少一次'],
  [{ kind: 'dynamic', staleMonths: 6, origin }, '动态更新，6个月未更新即提示'], [{ kind: 'followUp', origin }, '政策文件公布后解读'],
  [slots({}), '每季度一次，期满后20个工作日内'], [slots({ every: 'month', anchor: 'start', due: { kind: 'offset', n: 10, unit: 'calendarDay' } }), '每月一次，期初起10日内'],
  [slots({ every: 'year', due: { kind: 'date', monthDay: '01-31', yearOffset: 1 } }), '每年一次，次年1月31日前'],
  [slots({ every: 'year', due: { kind: 'event', n: 20, unit: 'calendarDay', backstop: { monthDay: '10-31', yearOffset: 1 } } }, { every: 'half' }), '每年一次，批复后20日内（最迟次年10月31日）；每半年一次，期满后20个工作日内'],
])('cadenceSentence() of %j is %s', (cadence, sentence) => {
  expect(cadenceSentence(cadence)).toBe(sentence)
})
