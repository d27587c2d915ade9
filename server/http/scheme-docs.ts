import type { RouteDoc } from './route-docs.ts'
import { schemeBody, schemePreviewBody } from './scheme-bodies.ts'
import { schemeAnswer, schemePreview, schemesAnswer, schemeTaken } from './scheme-schemas.ts'

/** 评分细则 in the description of the interface. */
export const schemeDocs: Readonly<Record<string, RouteDoc>> = {
  'GET /api/schemes': { subject: '评分细则', title: '历次版本，最新登记的在前：何时由谁登记、何时施行、改了什么（单位只见现行一版）', answer: schemesAnswer },
  'GET /api/schemes/:n': { subject: '评分细则', title: '一版的全文', answer: schemeAnswer },
  'POST /api/schemes/preview': { subject: '评分细则', title: '试算：各单位得分、名次和各指标前后如何变化，不登记', body: schemePreviewBody, answer: schemePreview },
  'POST /api/schemes': { subject: '评分细则', title: '登记新版', body: schemeBody, answer: schemeTaken },
}
