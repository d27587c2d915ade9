import * as body from './sample-bodies.ts'
import type { RouteDoc } from './route-docs.ts'
import * as schema from './sample-schemas.ts'

const subject = '抽样核查'
const base = '/api/assessments/:year/samples'

/** What the description says of 抽样. */
export const sampleDocs: Readonly<Record<string, RouteDoc>> = {
  [`GET ${base}`]: { subject, title: '本年度的抽样及各单位核查进度', answer: schema.samplesAnswer },
  [`POST ${base}/frame`]: { subject, title: '固定抽样总体：按截至日和当前时刻，给出件数和指纹（SHA-256）', body: body.frameBody, answer: schema.frozenFrame },
  [`POST ${base}`]: { subject, title: '从固定的总体按种子抽取；总体再算不同则拒绝', body: body.drawBody, answer: schema.sampleDrawn },
  [`GET ${base}/:id`]: { subject, title: '一次抽样：种子、总体、名单、核查和盲抽情况', answer: schema.sampleAnswer },
  [`GET ${base}/:id/redraw`]: { subject, title: '复抽核对：由当时的记录重算总体、重抽，与存档比较', answer: schema.redrawAnswer },
  [`GET ${base}/:id/frame.txt`]: { subject, title: '抽样总体原文：每行一件，单位、编号、类别、状态、形成日期核实情况；其 SHA-256 即总体指纹' },
  [`GET ${base}/:id/pieces/:n`]: { subject, title: '名单上的第 n 件：要素核查表、各次核查意见、已登记的问题、要素指标得分', answer: schema.samplePieceAnswer },
  [`GET ${base}/:id/matches`]: { subject, title: '盲抽比对：网址或文号对应系统里的哪一件', query: { unit: '单位编号，其所属的排在前面', url: '网址', docNumber: '文号' }, answer: schema.spottedMatches },
}
