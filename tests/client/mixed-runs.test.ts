import { describe, expect, it } from 'vitest'
import { mixedRuns } from '../../client/mixed-runs.ts'

/** `|` marks a gap. */
const marked = (text: string) => mixedRuns(text).map((run) => `${run.before ? '|' : ''}${run.text}${run.after ? '|' : ''}`).join('')

describe('mixedRuns', () => {
  it.each([
    ['逾期6–20个工作日', '逾期|6–20|个工作日'],
    ['2026年3月17日', '2026|年|3|月|17|日'],
    ['云医保发〔2026〕6号', '云医保发〔2026〕6|号'],
    ['按时1186件，应判1230件', '按时|1186|件，应判|1230|件'],
    ['总览', '总览'],
    ['', ''],
  ])('mixedRuns() of %s', (text, expected) => {
    expect(marked(text)).toBe(expected)
  })

  it('mixedRuns() loses and adds no character', () => {
    const text = '<img src=x onerror=alert(1)> 关于“双随机、一公开”的通知 96.4%'
    expect(mixedRuns(text).map((run) => run.text).join('')).toBe(text)
  })
})
