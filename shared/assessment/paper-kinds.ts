/** Papers that are handed in, by the names addresses take; the words are printed on them and on the screen. */
export const paperTitles = {
  scores: '成绩汇总表', feedback: '得分反馈表', findings: '问题清单', rectification: '整改台账', samples: '抽样记录表', withheld: '不予公开信息登记表',
  circular: '政务公开监测情况的通报', notice: '政务公开督办通知单', rulings: '申诉复核意见书', restatement: '核定后更正说明', evidence: '单位佐证包',
} as const

export type PaperName = keyof typeof paperTitles
export const paperNames = Object.keys(paperTitles) as readonly PaperName[]

export type PaperForm = 'docx' | 'xlsx' | 'csv' | 'zip'

export interface PaperKind {
  readonly forms: readonly PaperForm[]
  /** One for the district (units narrow its rows), one for each unit, each ruled appeal or each restated edition. */
  readonly per: 'district' | 'unit' | 'appeal' | 'edition'
  /** Heads and clerks may have their own unit's. */
  readonly own: boolean
}

const table = ['xlsx', 'csv'] as const

export const paperKinds: Readonly<Record<PaperName, PaperKind>> = {
  scores: { forms: table, per: 'district', own: false },
  feedback: { forms: ['docx', 'xlsx', 'csv'], per: 'unit', own: true },
  findings: { forms: table, per: 'district', own: true },
  rectification: { forms: table, per: 'district', own: true },
  samples: { forms: table, per: 'district', own: false },
  withheld: { forms: table, per: 'district', own: false },
  circular: { forms: ['docx'], per: 'district', own: false },
  notice: { forms: ['docx'], per: 'unit', own: false },
  rulings: { forms: ['docx'], per: 'appeal', own: false },
  restatement: { forms: ['docx'], per: 'edition', own: false },
  evidence: { forms: ['zip'], per: 'unit', own: true },
}
