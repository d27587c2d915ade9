import type { Context } from 'hono'
import type { JobFile, Jobs } from '../jobs.ts'
import { endingOf } from '../documents/file-name.ts'
import { notFound } from './errors.ts'
import { encodedName } from './file-headers.ts'
import type { Api, HttpEnv } from './parts.ts'
import { Query } from './query.ts'

const fresh = { 'cache-control': 'private, no-store' }

/** Long work: its progress, its file, and its end before it is done. Everybody sees their own only. */
export function jobRoutes(api: Api, jobs: Jobs): void {
  const idOf = (c: Context<HttpEnv>) => {
    new Query(c.req.queries()).done()
    return [c.req.param('id') ?? '', ownerOf(c)] as const
  }
  const must = <T>(found: T | undefined): T => {
    if (found === undefined) throw notFound('这个任务（可能已过期或被删除）')
    return found
  }

  api.get('/api/jobs', c => {
    new Query(c.req.queries()).done()
    return c.json({ jobs: jobs.list(ownerOf(c)) }, 200, fresh)
  })
  api.get('/api/jobs/:id', c => c.json(must(jobs.find(...idOf(c))), 200, fresh))
  api.delete('/api/jobs/:id', c => c.json(must(jobs.cancel(...idOf(c))), 200, fresh))
  api.get('/api/jobs/:id/file', c => fileAnswer(c, must(jobs.file(...idOf(c)))))
}

/** Account of who asks. */
export function ownerOf(c: Context<HttpEnv>): string {
  return c.var.caller.kind === 'person' ? c.var.caller.account.id : ''
}

/** A file as a download under its Chinese name. */
export function fileAnswer(c: Context<HttpEnv>, { name, bytes, type, sha256 }: JobFile): Response {
  return c.body(bytes, 200, {
    ...fresh, 'content-type': type, 'x-content-type-options': 'nosniff', 'x-file-sha256': sha256,
    'content-disposition': `attachment; filename="paper.${endingOf(name)}"; filename*=UTF-8''${encodedName(name)}`,
  })
}
