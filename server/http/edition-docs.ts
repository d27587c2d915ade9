import * as schema from './api-schemas.ts'
import { freezeBody, windowBody } from './edition-bodies.ts'
import type { RouteDoc } from './route-docs.ts'

const subject = '核定封存'

/** 核定、封存、更正: what the description says of their routes. */
export const editionDocs: Readonly<Record<string, RouteDoc>> = {
  'GET /api/assessments/:year/editions': { subject, title: '各月和全年的核定情况：反馈期、各单位反馈、各版次', answer: schema.anyAnswer },
  'POST /api/assessments/:year/windows': { subject, title: '开启得分反馈：得分告知各单位，反馈期为若干工作日', body: windowBody, answer: schema.anyAnswer },
  'POST /api/assessments/:year/freezes': { subject, title: '核定封存，或（写明 restates 和 reason）核定后更正；立即返回，进度另查', body: freezeBody, answer: schema.anyAnswer },
  'GET /api/assessments/:year/freezes/:id': { subject, title: '一次核定的进度', answer: schema.anyAnswer },
  'DELETE /api/assessments/:year/freezes/:id': { subject, title: '取消核定：写入之前都可以', answer: schema.anyAnswer },
  'GET /api/assessments/:year/editions/:n': { subject, title: '一版的全部内容；:n 为“2026-10.1”（所属期.版次），全年的可只写版次', answer: schema.anyAnswer },
  'GET /api/assessments/:year/editions/:n/differences': {
    subject, title: '封存后的变化：按单位和指标逐项列出；或两版对比', query: { with: '另一版，如“2026-10.2”；默认按现掌握重新计算' }, answer: schema.anyAnswer,
  },
  'GET /api/assessments/:year/editions/:n/file': { subject, title: '封存文件（.jsonl.gz）：全部内容和所依据的流水，可离线核验' },
  'GET /api/units/:id/settled-scores': { subject, title: '本单位的核定分、待反馈的得分及计算过程', answer: schema.anyAnswer },
  'GET /api/exports/journal.jsonl': { subject: '下载', title: '流水，逐行一条（.jsonl）', query: { knownAt: '按何时掌握：日期（指当日结束）或带时区的时刻，默认全部' } },
}
