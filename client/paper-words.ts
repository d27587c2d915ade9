import type { PaperForm, PaperName } from '../shared/assessment/paper-kinds.ts'
import type { JobState } from '../shared/wire/paper-answers.ts'

/** Words of the page of papers (考核材料). */
export const paperWords = {
  title: '考核材料',
  intro: '按所选的截至日和掌握时刻，从流水重新计算后生成。每份材料都写明口径、截至日、按何时掌握、目录／细则／日历版本和软件版本，留有审核栏。',
  year: (year: number) => `${year}年`,
  yearLabel: '考核年度',
  asOf: '截至日', knownAt: '按何时掌握', known: { now: '按现掌握', then: '按截至日当日掌握', on: '按指定日期掌握' } as const, knownDay: '掌握日期',
  range: (from: string, to: string) => `可选 ${from} 至 ${to}`,
  units: '单位范围', all: '全部单位', some: '选择单位', chosen: (n: number) => (n === 0 ? '还没有选单位' : `已选 ${n} 个单位`), clear: '清除', find: '查找单位', noUnit: '没有名称相符的单位',
  papers: '材料', district: '全区', own: '本单位',
  about: {
    scores: '各单位分组按名次排列，逐项指标得分、加分、扣分、否决、最终得分和核定分', feedback: '每单位一份：逐项得分及计分过程，带单位签字栏',
    findings: '核查发现的问题和截至日仍逾期未公开的信息，不列未公开的标题', rectification: '每个问题的整改、复查、销号情况',
    samples: '种子、总体、抽取名单和核查结果，含盲抽', withheld: '只列件数和理由，不列标题、文号',
    circular: '送审稿，正文三段，附各单位情况表和问题清单', notice: '每单位一份：逾期和未销号的问题，带签发、签收和反馈回执',
    rulings: '每件已裁定的申诉一份，双方意见原文照录', restatement: '更正原因、前后两版指纹、按单位和指标的变化',
    evidence: '每单位一包：材料、数据、附件和带指纹的清单，可用 npm run verify 核对',
  } satisfies Record<PaperName, string>,
  form: { docx: '.docx', xlsx: '.xlsx', csv: '.csv', zip: '.zip' } satisfies Record<PaperForm, string>,
  make: (paper: string, form: string) => `生成${paper}${form}`,
  oneEach: (n: number) => `${n} 个单位各一份`,
  appeal: '哪一件申诉', everyAppeal: (n: number) => `全部 ${n} 件`, appealName: (id: number, unit: string, item: string) => `第${id}号\u3000${unit}\u3000${item}`, noAppeals: '所选时点没有已裁定的申诉',
  edition: '哪一版', editionName: (period: string, edition: number) => `${period.length === 4 ? `${period}年度` : period}\u3000第${edition}版`, noEditions: '本年度没有更正过的核定',
  jobs: '生成任务', noJobs: '还没有生成任务。点上面的格式即开始，生成时可以继续做别的，也可以取消。',
  state: { waiting: '排队中', working: '生成中', done: '已生成', failed: '没有生成', cancelled: '已取消' } satisfies Record<JobState, string>,
  progress: (done: number, total: number) => `${done}/${total}`,
  cancel: '取消', remove: '删除', download: '下载', print: (sha256: string) => `指纹 ${sha256.slice(0, 16)}…`, printTitle: (sha256: string) => `指纹（佐证包为清单的总指纹，其余为文件的SHA-256）：${sha256}`,
  size: (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  kept: '文件在服务器上只保留一小时，请及时下载。',
}
