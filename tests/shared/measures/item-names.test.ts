import { describe, expect, it } from 'vitest'
import { itemNamesOf } from '../../../shared/measures/item-names.ts'
import { itemOf } from '../../support/small-district.ts'

const item = (id: string, ...path: string[]) => [id, itemOf(id, { kind: 'dynamic', staleMonths: 6, origin: 'inferred' }, { path })] as const

describe('itemNamesOf()', () => {
  it('says the end of the path, with the element above it where rows end alike or have no name', () => {
    const items = new Map([
      item('a', '行政许可'), item('b', '权力运行', '营商环境', '其他'), item('c', '解读回应', '其他'), item('d', '解读回应', '文件解读', ''),
    ])
    expect(itemNamesOf(items)).toEqual({ a: '行政许可', b: '营商环境 · 其他', c: '解读回应 · 其他', d: '文件解读' })
  })

  it('falls back to the id where nothing is named', () => {
    expect(itemNamesOf(new Map([item('district-99', '')]))).toEqual({ 'district-99': 'district-99' })
  })
})
