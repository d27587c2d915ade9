import type { Flag } from '../shared/obligations/obligation.ts'

/** Feeds by id; another feed is called by its own. */
export const feedWords: Readonly<Record<string, string>> = {
  oa: 'OA发文登记', credit: '信用双公示', finance: '财政批复登记', cms: '网站内容管理', watcher: '栏目巡查', desk: '人工登记', admin: '系统管理', clock: '日历', 'sample-live': '演示来源',
}

/** What a flag means for the piece, in one sentence. */
export const flagNotes: Readonly<Record<Flag, string>> = {
  disputed: '单位已申诉，复核期间照常统计，裁定后按裁定计。',
  suspect: '页面、网址、首次发现等日期互相矛盾，待核实。',
  provisional: '到期日涉及尚未公布放假安排的年份，公布后可能变动。',
  assumed: '目录和法规都没有写明时限，按推定时限计，得分减半计。',
  linkDead: '巡查时网页打不开。',
  wrongChannel: '没有在目录规定的渠道公开。',
  extended: '已报备延期，到期日后移，不超过法定时限；按原到期日另计一遍。',
  toCheck: '常设信息超过核对周期，待核对。',
  correctionPending: '有一条更正会改善已定的结果，待督查人员确认后才生效。',
}
