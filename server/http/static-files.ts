import { readdirSync, readFileSync, type Dirent } from 'node:fs'
import { createHash } from 'node:crypto'
import { extname, join, relative, sep } from 'node:path'
import type { Context } from 'hono'
import { AnswerBytes, encodingFor, type Bytes } from './answer-bytes.ts'
import { notFound, refused } from './errors.ts'
import type { HttpEnv } from './parts.ts'

interface StaticFile {
  readonly type: string
  readonly bytes: AnswerBytes
  /** Its name carries a hash of its content: it never changes. */
  readonly hashed: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.txt': 'text/plain; charset=utf-8',
}

/**
 * Answers whatever no route answers: the built pages from memory (only files that were there at the start, so no path can
 * reach outside), index.html for addresses of the application, 404 in JSON under /api/.
 */
export function staticFiles(folder: string): (c: Context<HttpEnv>) => Promise<Response> {
  const files = filesIn(folder)

  return async c => {
    const { method, path } = c.req
    if (path === '/api' || path.startsWith('/api/')) throw notFound(`接口 ${method} ${path.slice(0, 80)}`)
    if (method !== 'GET' && method !== 'HEAD') throw refused(405, 'wrong-method', '这个地址只能查看。')
    const file = files.get(path) ?? (isPage(path) ? files.get('/index.html') : undefined)
    if (file === undefined) throw isPage(path) ? refused(503, 'not-built', '页面还没有构建，请用 npm start 启动。') : notFound(`文件 ${path.slice(0, 80)}`)
    const headers = { etag: file.bytes.etag, vary: 'accept-encoding', 'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache' }
    if (c.req.header('if-none-match') === file.bytes.etag) return c.body(null, 304, headers)
    const encoding = /^(image\/png|font\/)/.test(file.type) ? 'identity' : encodingFor(c.req.header('accept-encoding'))
    const coded = encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }
    return c.body(await file.bytes.as(encoding), 200, { ...coded, 'content-type': file.type })
  }
}

/** An address of the application, not of a file; the id of an 应公开信息 may end like a file (…/art_763651.html). */
function isPage(path: string): boolean {
  return extname(path) === '' || path.startsWith('/obligations/')
}

function filesIn(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile() || entry.name.endsWith('.br')) continue
    const file = join(entry.parentPath, entry.name)
    const raw = readFileSync(file)
    const compressed = foundAt(`${file}.br`)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    const etag = `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`
    files.set(path, {
      type: types[extname(file)] ?? 'application/octet-stream',
      bytes: new AnswerBytes(raw, etag, compressed ? { br: compressed } : 'kept'),
      hashed: path.startsWith('/assets/'),
    })
  }
  return files
}

/** A file that need not be there. */
function foundAt(file: string): Bytes | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Empty where the pages were not built (the development server of the pages stands in front then). */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
