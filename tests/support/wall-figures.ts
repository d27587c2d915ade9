import type { Page } from 'playwright'
import { percentText } from '../../client/figure-text.ts'
import type { Board } from '../../shared/measures/board-rows.ts'

/** What the first scene of the wall says in figures. */
export interface WallFigures {
  readonly headline: string
  readonly rates: readonly string[]
  readonly due: string
  readonly units: readonly string[]
}

/** The figures a board should be read as. */
export function figuresOf({ district, units }: Board): WallFigures {
  const { overdue, overdueUnits, longestOverdue } = district
  const called = units.filter(unit => unit.overdue > 0).sort((a, b) => b.longestOverdue - a.longestOverdue || b.overdue - a.overdue)
  return {
    headline: overdue === 0 ? '目前没有逾期未公开的信息' : `目前逾期${overdue}件，涉及${overdueUnits}个单位，最长${longestOverdue}个工作日`,
    rates: [district.onTime, district.eventual, district.coverage].map(percentText),
    due: String(district.dueWithin10),
    units: called.slice(0, 5).map(unit => `${unit.shortName}${unit.overdue}件${unit.longestOverdue}个工作日`).sort(),
  }
}

/** The figures on the screen. */
export function figuresOn(page: Page): Promise<WallFigures> {
  return page.evaluate(() => {
    const plain = (element: Element | null) => (element?.textContent ?? '').replace(/\s/g, '')
    const texts = (selector: string) => [...document.querySelectorAll(selector)]
    return {
      headline: plain(document.querySelector('.headline')),
      rates: texts('.rates .rate .number').map(plain),
      due: plain(document.querySelector('.ahead .number')),
      units: texts('.call li').map(line => plain(line.querySelector('.name')) + [...line.querySelectorAll('.count')].map(plain).join('')).sort(),
    }
  })
}
