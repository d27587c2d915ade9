import { jobAnswer, jobsAnswer, paperBody, paperChoices } from './paper-bodies.ts'
import type { RouteDoc } from './route-docs.ts'

const subject = '考核材料'

/** What the description says of papers and of the jobs that make them. */
export const paperDocs: Readonly<Record<string, RouteDoc>> = {
  'GET /api/assessments/:year/papers': { subject, title: '本年度可以生成哪些材料：单位、已裁定的申诉、更正后的版本', query: { asOf: '截至日', knownAt: '按何时掌握' }, answer: paperChoices },
  'POST /api/assessments/:year/papers': { subject, title: '生成材料或佐证包：立即返回任务，随后查询进度、下载或取消', body: paperBody, answer: jobAnswer },
  'GET /api/exports/papers/:file': {
    subject, title: '直接下载一份材料，如 scores.xlsx、findings.csv、feedback.docx；份数多的请用任务',
    query: { year: '考核年度，默认今年', unit: '单位编号', appeal: '已裁定申诉的编号', edition: '更正后的版本', asOf: '截至日', knownAt: '按何时掌握' },
  },
  'GET /api/jobs': { subject, title: '本人的任务，最近的在前', answer: jobsAnswer },
  'GET /api/jobs/:id': { subject, title: '一个任务的进度', answer: jobAnswer },
  'DELETE /api/jobs/:id': { subject, title: '取消未完成的任务，或删除已完成的', answer: jobAnswer },
  'GET /api/jobs/:id/file': { subject, title: '任务生成的文件（只保留一小时）' },
}
