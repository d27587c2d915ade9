import type { OpenApi } from './openapi.ts'
import { escaped, plainPage } from './plain-page.ts'

type Operation = NonNullable<NonNullable<OpenApi['paths']>[string]['get']>

interface Described {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The description as one page: a section a subject, each route with its parameters and the shapes that go in and out. */
export function docsPage(document: OpenApi): string {
  const bySubject = new Map<string, Described[]>()
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const subject = operation.tags?.[0] ?? ''
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  }
  const sections = [...bySubject].map(([subject, routes]) => `<section><h2>${escaped(subject)}</h2>${routes.map(routeText).join('')}</section>`)
  const shapes = Object.entries(document.components?.schemas ?? {}).map(([name, shape]) =>
    `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${jsonText(shape)}</details>`)
  return plainPage(document.info.title, `<p>${escaped(document.info.description ?? '')} 机器可读的说明在 <a href="/api/openapi.json">/api/openapi.json</a>。</p>
${sections.join('\n')}
<section><h2>数据结构</h2>${shapes.join('\n')}</section>`)
}

function routeText({ method, path, operation }: Described): string {
  const parameters = (operation.parameters ?? []).map(each => '$ref' in each ? '' :
    `<li><code>${escaped(each.name)}</code>${each.in === 'path' ? '（地址中）' : ''} ${escaped(each.description ?? '')}</li>`)
  const shapes = { ...(operation.requestBody && { 请求内容: operation.requestBody }), 返回: operation.responses?.['200'] }
  return `<details><summary><code>${method} ${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>
<p>${escaped(operation.description ?? '')}</p>
${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}
${Object.entries(shapes).map(([name, shape]) => `<p>${name}</p>${jsonText(shape)}`).join('')}
</details>
`
}

function jsonText(value: unknown): string {
  return `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`
}

export const docsStyle = `:root { color-scheme: light dark; font-family: "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.6; }
body { margin: 0; background: #f8f4ea; color: #1e1a16; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; border-bottom: 1px solid #c9c0b0; padding-bottom: .3rem; margin-top: 2rem; }
details { border-bottom: 1px solid #ded6c7; padding: .4rem 0; }
summary { cursor: pointer; }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: .9rem; }
pre { overflow: auto; max-height: 26rem; padding: .6rem; background: #f5efe3; border: 1px solid #ded6c7; }
a { color: inherit; }
label { display: block; margin: .8rem 0; }
input { display: block; font: inherit; padding: .4rem; width: min(24rem, 100%); }
button { font: inherit; padding: .4rem 1.4rem; }
[role="alert"] { color: #9a1f0f; }
@media (prefers-color-scheme: dark) {
  body { background: #15120f; color: #f3ede1; }
  pre { background: #211c17; border-color: #4a433a; }
  h2, details { border-color: #4a433a; }
  [role="alert"] { color: #ff7a54; }
}
`
