/** The options a column offers, in their own spelling, with the spellings they are also printed in. */
export interface OptionVocabulary {
  readonly words: readonly string[]
  readonly spellings: Readonly<Record<string, string>>
}

/** 公开渠道: the list of the district's catalogue, then what a 试点领域 catalogue offers besides. */
export const channelWords: OptionVocabulary = {
  words: [
    '政府网站', '政府公报', '政务微博', '政务微信', '移动客户端', '电视', '广播', '报刊', '信息公告栏', '政务服务大厅', '档案馆', '其他',
    '两微一端', '发布会', '广播电视', '纸质媒体', '公开查阅点', '便民服务站', '入户/现场',
    '社区/企事业单位/村公示栏（电子屏）', '精准推送', '信用网站',
  ],
  spellings: { 政务服务中心: '政务服务大厅', 政务服务微信: '政务微信' },
}

/** 公开属性. */
export const attributeWords: OptionVocabulary = {
  words: ['主动公开', '依申请公开', '不予公开'],
  spellings: { 不予以公开: '不予公开' },
}

/** 公开方式. */
export const methodWords: OptionVocabulary = {
  words: ['预公开', '全文发布', '脱密（脱敏）公开', '政策解读', '现场宣讲', '其他'],
  spellings: {},
}
