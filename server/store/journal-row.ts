import type { Source } from '../../shared/facts/fact.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import type { JournalTable } from './schema.ts'

/** Columns of the journal in the order of `WrittenRow`. */
export const writtenColumns = [
  'seq', 'recorded_at', 'entry', 'kind', 'feed', 'of_record', 'account', 'key', 'unit', 'item', 'day', 'body',
] as const satisfies readonly (keyof JournalTable)[]

export type WrittenRow = [
  seq: number, recordedAt: string, entry: JournalTable['entry'], kind: string, feed: string, ofRecord: number | null,
  account: string | null, key: string | null, unit: string | null, item: string | null, day: string, body: string,
]

/** The body is the whole fact or setting; the columns repeat of it what uniqueness and questions in SQL need. */
export function rowOfEntry(entry: Entry): WrittenRow {
  const { feed, ofRecord, account } = entry.source
  const source = [feed, ofRecord === undefined ? null : Number(ofRecord), account ?? null] as const
  if (isFactEntry(entry)) {
    const { kind, key, unit, item, day } = entry.fact
    return [entry.seq, entry.recordedAt, 'fact', kind, ...source, key, unit, item, day, JSON.stringify(entry.fact)]
  }
  const { kind, effective } = entry.setting
  return [entry.seq, entry.recordedAt, 'setting', kind, ...source, null, null, null, effective, JSON.stringify(entry.setting)]
}

/** What an entry is read back from, in the order of `ReadRow`: at start-up every column costs. */
export const readColumns = [
  'seq', 'recorded_at', 'entry', 'feed', 'of_record', 'account', 'body',
] as const satisfies readonly (keyof JournalTable)[]

export type ReadRow = [
  seq: number, recordedAt: string, entry: JournalTable['entry'], feed: string, ofRecord: number | null, account: string | null, body: string,
]

/** Reads rows back as they were appended; equal sources and neighbouring equal instants are kept in memory once. */
export function entryReader(): (row: ReadRow) => Entry {
  const sources = new Map<string, Source>()
  let lastInstant = ''

  function source(feed: string, ofRecord: number | null, account: string | null): Source {
    const name = `${feed}\n${ofRecord}\n${account}`
    const known = sources.get(name)
    if (known !== undefined) return known
    const fresh: Source = {
      feed, ...(ofRecord === null ? {} : { ofRecord: ofRecord === 1 }), ...(account === null ? {} : { account }),
    }
    sources.set(name, fresh)
    return fresh
  }

  return ([seq, recordedAt, entry, feed, ofRecord, account, body]) => {
    if (recordedAt !== lastInstant) lastInstant = recordedAt
    const from = source(feed, ofRecord, account)
    return entry === 'fact'
      ? { seq, recordedAt: lastInstant, source: from, fact: JSON.parse(body) }
      : { seq, recordedAt: lastInstant, source: from, setting: JSON.parse(body) }
  }
}
