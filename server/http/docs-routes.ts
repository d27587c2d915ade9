import { docsPage, docsStyle } from './docs-page.ts'
import { openApiOf, type OpenApi } from './openapi.ts'
import type { Api, HttpParts } from './parts.ts'

/** The description of this interface, for programs and as a page that needs neither scripts nor the internet. */
export function docsRoutes(api: Api, parts: HttpParts): void {
  let made: OpenApi | undefined
  const document = () => (made ??= openApiOf(api, parts.version))

  api.get('/api/openapi.json', c => c.json(document()))
  api.get('/api/docs', c => c.html(docsPage(document())))
  api.get('/api/docs/docs.css', c => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }))
}
