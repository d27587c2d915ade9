import { expect, it } from 'vitest'
import { keptCopies } from '../../client/lists/kept-copies.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'

it('keptCopies() are the watcher\'s looks, the newest first, with the instant they were recorded and the fingerprint where there is one', () => {
  const base = { unit: 'A', item: 'doc', day: '2025-03-03', url: 'https://yunhe.gov.cn/1' }
  const facts: RecordedFact[] = [
    { seq: 1, recordedAt: '2025-03-03T01:00:00.000Z', source: { feed: 'watcher' }, fact: { ...base, kind: 'observed', key: 'a', httpStatus: 200, hash: 'abc' } },
    { seq: 2, recordedAt: '2025-03-04T01:00:00.000Z', source: { feed: 'cms' }, fact: { ...base, kind: 'published', key: 'b', title: '甲', channel: '政府网站' } },
    { seq: 3, recordedAt: '2025-03-05T01:00:00.000Z', source: { feed: 'watcher' }, fact: { ...base, kind: 'observed', key: 'c', httpStatus: 404 } },
  ]
  expect(keptCopies(facts).map(({ seq, fetchedAt, httpStatus, hash }) => [seq, fetchedAt, httpStatus, hash])).toEqual([
    [3, '2025-03-05T01:00:00.000Z', 404, null], [1, '2025-03-03T01:00:00.000Z', 200, 'abc'],
  ])
})
