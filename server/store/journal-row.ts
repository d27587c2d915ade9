import type { Fact, Source } from '../../shared/facts/fact.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import type { JournalTable } from './schema.ts'

export const journalColumns = [
  'seq', 'recorded_at', 'entry', 'kind', 'feed', 'of_record', 'account', 'key', 'unit', 'item', 'day', 'body',
] as const satisfies readonly (keyof JournalTable)[]

/** A row as the driver hands it over: values in the order of `journalColumns`. */
export type JournalRow = [
  seq: number, recordedAt: string, entry: JournalTable['entry'], kind: string, feed: string, ofRecord: number | null,
  account: string | null, key: string | null, unit: string | null, item: string | null, day: string, body: string,
]

/** What has a column stands there alone; the rest goes into the body, so that no value is kept twice. */
export function rowOfEntry(entry: Entry): JournalRow {
  const { feed, ofRecord, account } = entry.source
  const source = [feed, ofRecord === undefined ? null : Number(ofRecord), account ?? null] as const
  if (isFactEntry(entry)) {
    const { kind, key, unit, item, day, ...rest } = entry.fact
    return [entry.seq, entry.recordedAt, 'fact', kind, ...source, key, unit, item, day, JSON.stringify(rest)]
  }
  const { kind, effective, ...rest } = entry.setting
  return [entry.seq, entry.recordedAt, 'setting', kind, ...source, null, null, null, effective, JSON.stringify(rest)]
}

/** Reads rows back as they were appended. Words that come again and again are kept in memory once. */
export function entryReader(): (row: JournalRow) => Entry {
  const words = new Map<string, string>()
  const sources = new Map<string, Source>()
  let lastInstant = ''

  function word(text: string): string {
    const known = words.get(text)
    if (known !== undefined) return known
    words.set(text, text)
    return text
  }

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

  return ([seq, recordedAt, entry, kind, feed, ofRecord, account, key, unit, item, day, body]) => {
    if (recordedAt !== lastInstant) lastInstant = recordedAt
    const common = { seq, recordedAt: lastInstant, source: source(feed, ofRecord, account) }
    if (entry === 'setting') return { ...common, setting: { kind, effective: day, ...JSON.parse(body) } as Setting }
    const head = { kind: word(kind), key, unit: word(unit ?? ''), item: word(item ?? ''), day: word(day) }
    return { ...common, fact: { ...head, ...JSON.parse(body) } as Fact }
  }
}
