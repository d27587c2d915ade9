import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Context } from 'hono'
import { readEditionName } from '../../shared/assessment/edition.ts'
import { yearOfPeriod } from '../../shared/assessment/score-periods.ts'
import { periodWords } from '../../shared/assessment/settling-rules.ts'
import { editionFault } from '../assessment/edition-integrity.ts'
import { editionFilePieces, journalPieces } from '../assessment/edition-file.ts'
import { spanOf } from './assessment-routes.ts'
import { knownAtIn } from './as-known-query.ts'
import { notFound, refused } from './errors.ts'
import { encodedName } from './file-headers.ts'
import { auditOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** What leaves the house to be counted again elsewhere: a freeze with its journal, and the journal itself. Each is audited. */
export function editionFileRoutes(api: Api, parts: HttpParts): void {
  const { store, live } = parts

  api.get('/api/assessments/:year/editions/:n/file', async c => {
    new Query(c.req.queries()).done()
    const { year } = spanOf(parts, c.req.param('year'))
    const named = readEditionName(c.req.param('n'), year)
    const edition = named && yearOfPeriod(named.period, live.world().scheme) === year ? store.editions.find(named.period, named.edition) : undefined
    const settled = edition && live.world().settlements.find(each => each.period === edition.period && each.edition === edition.edition)
    if (edition === undefined || settled === undefined) throw notFound('这一版')
    const fault = editionFault(edition, settled)
    if (fault !== undefined) throw refused(500, 'edition-damaged', fault)
    await store.audit.append(auditOf(c, parts, { act: 'edition-exported', about: `${edition.period}.${edition.edition}`, detail: { sha256: edition.sha256 } }))
    const name = `${live.world().district}${periodWords(edition.period).replaceAll(' ', '')}核定封存第${edition.edition}版.jsonl.gz`
    const packed = createGzip()
    // What goes wrong in between, or a reader who leaves, ends both.
    pipeline(Readable.from(editionFilePieces(edition, settled.knownAt, store.journal.entries())), packed, () => undefined)
    return streamed(c, packed, { type: 'application/gzip', plain: `edition-${edition.period}.${edition.edition}.jsonl.gz`, name })
  })

  api.get('/api/exports/journal.jsonl', async c => {
    const query = new Query(c.req.queries())
    const knownAt = knownAtIn(query, parts.clock.now())
    query.done()
    await store.audit.append(auditOf(c, parts, { act: 'journal-exported', about: `${live.revision}`, detail: { knownAt } }))
    const stream = Readable.from(journalPieces(store.journal.entries(), knownAt))
    return streamed(c, stream, { type: 'application/x-ndjson; charset=utf-8', plain: 'journal.jsonl', name: `${live.world().district}流水.jsonl` })
  })
}

function streamed(c: Context<HttpEnv>, stream: Readable, { type, plain, name }: { readonly type: string; readonly plain: string; readonly name: string }): Response {
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': type, 'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodedName(name)}`,
  })
}
