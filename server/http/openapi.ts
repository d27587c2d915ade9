import { z, type RouteConfig } from '@hono/zod-openapi'
import { accessTable, type AccessRule } from './access.ts'
import { errorAnswer } from './api-schemas.ts'
import type { Api } from './parts.ts'
import { routeDocs, type RouteDoc } from './route-docs.ts'

export type OpenApi = ReturnType<Api['getOpenAPI31Document']>

/** Describes every route of the access table, in its order. Throws when one has no description. */
export function openApiOf(api: Api, version: string): OpenApi {
  for (const rule of accessTable) {
    const doc = routeDocs[rule.route]
    if (doc === undefined) throw new Error(`route without a description: ${rule.route}`)
    api.openAPIRegistry.registerPath(pathOf(rule, doc))
  }
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '政务公开监测督办平台接口', version,
      description: '数据来源用 Authorization: Bearer <令牌>；人员用登录 Cookie（改动类请求须来自本站页面）；大屏用一次性链接换取的 Cookie。出错时一律为 {error:{code,message,issues?}}。',
    },
  })
}

function pathOf({ route, who }: AccessRule, doc: RouteDoc): RouteConfig {
  const [method = '', path = ''] = route.split(' ')
  const params = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, z.string()] as const)
  const query = Object.entries(doc.query ?? {}).map(([name, description]) => [name, z.string().optional().openapi({ description })] as const)
  const failed = { description: '出错：中文说明', content: { 'application/json': { schema: errorAnswer } } }
  return {
    method: method.toLowerCase() as RouteConfig['method'],
    path: path.replace(/:(\w+)/g, '{$1}'),
    tags: [doc.subject],
    summary: doc.title,
    description: `可调用：${who.join('、')}`,
    request: {
      ...(params.length > 0 && { params: z.object(Object.fromEntries(params)) }),
      ...(query.length > 0 && { query: z.object(Object.fromEntries(query)) }),
      ...(doc.body && { body: { required: true, content: { 'application/json': { schema: doc.body } } } }),
    },
    responses: {
      200: doc.answer ? { description: '成功', content: { 'application/json': { schema: doc.answer } } } : { description: '成功' },
      default: failed,
    },
  }
}
