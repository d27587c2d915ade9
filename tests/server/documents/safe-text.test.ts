import { describe, expect, it } from 'vitest'
import { cellText, plainCellText } from '../../../server/documents/safe-text.ts'

describe('plainCellText()', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u3000=1', '\ufeff=1', '\u0000=1', '＝1', '＋1', '－1', '＠x'])('puts an apostrophe before %j', text => {
    expect(plainCellText(text)).toBe(`'${cellText(text)}`)
  })

  it.each(['', '关于A=B的通知', '2026-03', '(一)', '“=1”', '云医保发〔2026〕6号', "'quoted"])('leaves %j as it is', text => {
    expect(plainCellText(text)).toBe(text)
  })
})

describe('cellText()', () => {
  it.each([['a\tb\rc', 'a b c'], ['a\u0000b', 'a b'], ['一\n二', '一\n二'], ['\ud800x', '\ufffdx'], ['𠮷', '𠮷'], ['\u2028', ' ']])('makes %j %j', (text, clean) => {
    expect(cellText(text)).toBe(clean)
  })
})
