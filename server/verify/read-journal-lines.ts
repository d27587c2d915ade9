import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { printedBlock, type JournalPrint } from '../../shared/assessment/edition-parts.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { journalPrintOf } from '../assessment/journal-print.ts'

export interface JournalRead {
  /** Undefined where a line cannot be read at all. */
  readonly entries: readonly Entry[] | undefined
  readonly faults: readonly string[]
}

/** Reads the entries of a freeze file and says where they are not those that were fingerprinted. */
export function readJournalLines(text: string, printed: JournalPrint): JournalRead {
  const lines = text.split('\n')
  const faults: string[] = []
  if (lines.pop() !== '') faults.push('文件末尾不完整。')
  const print = journalPrintOf(lines)
  if (print.entries !== printed.entries) faults.push(`流水应有 ${printed.entries} 条，文件中有 ${print.entries} 条。`)
  const place = printed.blocks.findIndex((each, n) => each !== print.blocks[n])
  if (place !== -1) faults.push(`流水与封存时不同：第 ${place * printedBlock + 1} 至 ${Math.min((place + 1) * printedBlock, printed.entries)} 条之间有改动。`)
  else if (print.sha256 !== printed.sha256) faults.push('流水与封存时的指纹不符。')
  const entries: Entry[] = []
  for (const [n, line] of lines.entries()) {
    const entry = entryIn(line)
    if (entry === undefined) return { entries: undefined, faults: [...faults, `流水第 ${n + 1} 条不能读出，或不是原来的写法。`] }
    if (entry.seq !== n + 1) faults.push(`流水第 ${n + 1} 条的序号是 ${String(entry.seq)}。`)
    entries.push(entry)
  }
  return { entries, faults }
}

function entryIn(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Entry | null
    const isEntry = typeof entry === 'object' && entry !== null && typeof entry.recordedAt === 'string' && ('fact' in entry || 'setting' in entry)
    return isEntry && canonicalJson(entry) === line ? entry : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
