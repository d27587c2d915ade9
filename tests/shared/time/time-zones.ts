import { afterAll, beforeAll, describe } from 'vitest'

/** Minutes behind UTC on 1 January 2026, to tell that the zone really took effect. */
const ZONES = [['UTC', 0], ['Asia/Shanghai', -480], ['America/Los_Angeles', 480]] as const

/** Runs the rules once under each time zone a server or a browser may have. */
export function underEveryZone(name: string, rules: () => void): void {
  describe.each(ZONES)(`${name}, TZ=%s`, (zone, offset) => {
    const before = process.env['TZ']
    beforeAll(() => {
      process.env['TZ'] = zone
      const actual = new Date(2026, 0, 1).getTimezoneOffset()
      if (actual !== offset) throw new Error(`TZ=${zone} did not take effect: offset ${actual} instead of ${offset}`)
    })
    afterAll(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })
    rules()
  })
}
