import { openZip, textOf, unescaped } from './open-zip.ts'

export interface ReadDocx {
  /** Every paragraph, those inside tables too. */
  readonly lines: readonly string[]
  /** Tables as rows of cell texts. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly document: string
  readonly members: ReadonlyMap<string, Uint8Array>
}

/** What stands in a .docx, read from its XML. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const members = openZip(bytes)
  const document = textOf(members, 'word/document.xml')
  return {
    members, document, lines: linesOf(document),
    tables: [...document.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table]) =>
      [...table!.matchAll(/<w:tr(?: [^>]*)?>(.*?)<\/w:tr>/gs)].map(([, row]) => [...row!.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) => linesOf(cell!).join('\n')))),
  }
}

function linesOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>/gs)].map(([, paragraph]) => [...paragraph!.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => unescaped(text!)).join(''))
}
