/** 问题类别: what a reviewer can find wrong (practice of 问题清单; tricks of domain knowledge, each with its word on screen). */
export const findingNames = {
  unpublished: '应公开未公开',
  unregistered: '源头漏登',
  dateWrong: '日期不一致',
  placeholder: '先占位后补文',
  oneForMany: '一稿多挂',
  reposted: '转载充作本单位信息',
  duplicate: '重复或拆分发布',
  nothingIrregular: '情况说明不规范',
  nothingContradicted: '情况说明与事实不符',
  exemptUnfounded: '不予公开理由不充分',
  channelWrong: '公开渠道不符',
  elementsMissing: '要素不全',
  linkMissing: '解读未双向关联',
  reportAlike: '年度报告雷同或数据不一致',
  columnBlank: '栏目空白',
  columnStale: '栏目停更',
  linkDead: '链接失效',
  misplaced: '放错栏目',
  wordingWrong: '表述错误',
  privacyLeaked: '泄露个人隐私',
  other: '其他',
} as const

export type FindingCode = keyof typeof findingNames

export const findingCodes = Object.keys(findingNames) as readonly FindingCode[]
