import { describe, expect, it } from 'vitest'
import { attributeWords, channelWords, methodWords } from '../../../shared/catalogue/option-vocabulary.ts'
import { readOptions } from '../../../shared/catalogue/read-options.ts'

describe('readOptions()', () => {
  it.each([
    ['✓政府网站□政 府公报 □政务微博', '✓'],
    ['√政府网站□政府公报□政务微博', '√'],
    ['■政府网站   □政府公报\n□政务微博', '■'],
    ['<input checked="" type="checkbox"/> 政府网站 <input type="checkbox"/> 政 府公报 <input type="checkbox"> 政务微博', 'checkbox'],
  ])('readOptions() tells ticked from offered in “%s”', (cell, mark) => {
    expect(readOptions(cell, channelWords)).toEqual({
      options: { checked: ['政府网站'], offered: ['政府网站', '政府公报', '政务微博'] },
      marks: [mark],
      doubts: [],
      known: 3,
    })
  })

  it.each([
    ['✓政府网站□政务服务中心', channelWords, ['政府网站', '政务服务大厅'], 'option-spelling'],
    ['✓政府网站□政务服务微信', channelWords, ['政府网站', '政务微信'], 'option-spelling'],
    ['✓主动公开□不予以公开', attributeWords, ['主动公开', '不予公开'], 'option-spelling'],
    ['✓主动公开□不予公□公开', attributeWords, ['主动公开', '不予公开'], 'split-option'],
    ['✓主动公开□不予公 □开', attributeWords, ['主动公开', '不予公开'], 'split-option'],
    ['✓全文发布 □脱密 (脱敏) □公开 □政策解读', methodWords, ['全文发布', '脱密（脱敏）公开', '政策解读'], 'split-option'],
    ['□预公开 ✓全文发', methodWords, ['预公开', '全文发布'], 'truncated-option'],
    ['√主动公开 □依申请', attributeWords, ['主动公开', '依申请公开'], 'truncated-option'],
    ['✓政府网站□政府公报✓政府网站□政府公报', channelWords, ['政府网站', '政府公报'], 'repeated-options'],
  ])('readOptions() reads “%s” with a doubt', (cell, vocabulary, offered, doubt) => {
    const read = readOptions(cell, vocabulary)
    expect(read?.options.offered).toEqual(offered)
    expect(read?.doubts.map(({ code }) => code)).toEqual([doubt])
  })

  it('readOptions() keeps the tick of a word that was cut or split', () => {
    expect(readOptions('□预公开 ✓全文发', methodWords)?.options.checked).toEqual(['全文发布'])
    expect(readOptions('☑不予公□公开', attributeWords)?.options.checked).toEqual(['不予公开'])
  })

  it('readOptions() keeps a word it does not know as printed', () => {
    expect(readOptions('✓政府网站□村广播站', channelWords)).toMatchObject({
      options: { offered: ['政府网站', '村广播站'] },
      known: 1,
      doubts: [],
    })
  })

  it('readOptions() is undefined for a cell without boxes', () => {
    expect(readOptions('社会', methodWords)).toBeUndefined()
    expect(readOptions('', channelWords)).toBeUndefined()
  })
})
