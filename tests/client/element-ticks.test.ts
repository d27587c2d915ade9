import { describe, expect, it } from 'vitest'
import { listsOf, ticksOf, turned, type Ticks } from '../../client/lists/element-ticks.ts'

describe('turned()', () => {
  it('goes from unticked over 齐全, 缺失 and 重要缺失 back to unticked', () => {
    const steps: Ticks[] = [{ b: 'present' }]
    for (let step = 0; step < 4; step += 1) steps.push(turned(steps.at(-1)!, 'a'))
    expect(steps.map(each => each.a)).toEqual([undefined, 'present', 'missing', 'material', undefined])
    expect(steps.every(each => each.b === 'present')).toBe(true)
  })
})

describe('listsOf()', () => {
  it('counts a material lack among the missing ones too, keeps the row\'s order and leaves empty lists out', () => {
    expect(listsOf(['a', 'b', 'c'], { c: 'material', a: 'missing', b: 'present' })).toEqual({ present: ['b'], missing: ['a', 'c'], material: ['c'] })
    expect(listsOf(['a'], { a: 'present' })).toEqual({ present: ['a'] })
    expect(listsOf(['a'], { stray: 'missing' })).toEqual({})
  })

  it('reads back as the same ticks', () => {
    const ticks: Ticks = { a: 'missing', b: 'present', c: 'material' }
    const { present = [], missing = [], material = [] } = listsOf(['a', 'b', 'c'], ticks)
    expect(ticksOf({ present, missing, material })).toEqual(ticks)
  })
})
