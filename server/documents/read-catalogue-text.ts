import type { LiteralRow } from '../../shared/catalogue/literal-row.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'
import { readCellLines } from './read-cell-lines.ts'
import { readTabTable } from './read-tab-table.ts'

/** A row of the tab-separated form has at least this many tabs. */
const tableTabs = 6

/** Rows of a catalogue document in text form, told apart by its shape: a tab table or one line a cell. Refuses any other. */
export function readCatalogueText(text: string): LiteralRow[] | Refusal[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return [refusal('empty-document', '', '文件是空的，没有可读的目录内容。')]
  if (lines.some((line) => line.split('\t').length > tableTabs)) return readTabTable(text)
  if (lines.some((line) => /^ ?\t/.test(line))) return readCellLines(text)
  return [refusal('unknown-form', '', '认不出目录的版式：需为制表符分栏的表格，或由Word表格粘贴而成、每个单元格各占一行的文本。')]
}
