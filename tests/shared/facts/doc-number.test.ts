import { describe, expect, it } from 'vitest'
import { docNumberRepair, readDocNumber } from '../../../shared/facts/doc-number.ts'

describe('readDocNumber()', () => {
  it.each([
    ['云医保发〔2026〕6号', { code: '云医保发', year: 2026, number: 6, last: 6 }],
    ['云医保发[2026]006号', { code: '云医保发', year: 2026, number: 6, last: 6 }],
    ['云医保发（2026）第6号', { code: '云医保发', year: 2026, number: 6, last: 6 }],
    ['云医保函【2026】 12 号', { code: '云医保函', year: 2026, number: 12, last: 12 }],
    ['云医保发〔２０２６〕６号', { code: '云医保发', year: 2026, number: 6, last: 6 }],
    ['云审许准字〔2026〕1203—1239号', { code: '云审许准字', year: 2026, number: 1203, last: 1239 }],
  ])('reads %s whatever its brackets, figures, 第 or padding', (text, read) => {
    expect(readDocNumber(text)).toEqual(read)
  })

  it.each(['1137YH1826/2026-00187', '云医保发6号', 'YHDR-2026-0260001', '', '云医保发〔2026〕0号', 'ab〔2026〕6号'])('finds none in %o', (text) => {
    expect(readDocNumber(text)).toBeUndefined()
  })
})

describe('docNumberRepair()', () => {
  it.each([
    ['云医保发[2026]006号', '云医保发〔2026〕6号'], ['云医保发〔2026〕第6号', '云医保发〔2026〕6号'], ['云医保发〔2026〕6', '云医保发〔2026〕6号'],
    ['云医保发〔2026〕6号', null], ['1137YH1826/2026-00187', null], ['不是文号', null],
  ])('of %s is %s', (text, right) => {
    expect(docNumberRepair(text)).toBe(right)
  })
})
