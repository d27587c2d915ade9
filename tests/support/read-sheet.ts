import { openZip, textOf, unescaped } from './open-zip.ts'

export interface ReadSheet {
  /** Cells by row; a number is a number, everything else text, blank null. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly xml: string
  readonly styles: string
  /** Whether any cell of the file is a formula. */
  readonly hasFormula: boolean
}

/** The n-th sheet of an .xlsx, read from its XML. */
export function readSheet(bytes: Uint8Array, sheet = 1): ReadSheet {
  const members = openZip(bytes)
  const strings = members.has('xl/sharedStrings.xml')
    ? [...textOf(members, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => [...si!.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => unescaped(text!)).join(''))
    : []
  const xml = textOf(members, `xl/worksheets/sheet${sheet}.xml`)
  const rows: (string | number | null)[][] = []
  for (const [, attributes, content] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, column, row] = /r="([A-Z]+)(\d+)"/.exec(attributes!)!
    const type = /t="(\w+)"/.exec(attributes!)?.[1]
    const value = /<v>(.*?)<\/v>/s.exec(content ?? '')?.[1]
    const inline = /<t(?: [^>]*)?>(.*?)<\/t>/s.exec(content ?? '')?.[1]
    const place = [...column!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const line = rows[+row! - 1] ??= []
    while (line.length <= place) line.push(null)
    line[place] = type === 's' ? strings[+value!]! : type === 'inlineStr' ? unescaped(inline ?? '') : value === undefined ? null : type === undefined || type === 'n' ? Number(value) : unescaped(value)
  }
  return { rows: Array.from(rows, row => row ?? []), xml, styles: textOf(members, 'xl/styles.xml'), hasFormula: [...members].some(([name, part]) => name.startsWith('xl/worksheets/') && /<f[ >]/.test(Buffer.from(part).toString('utf8'))) }
}

/** Records of a CSV as this house writes it. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8').decode(bytes)
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    const row = rows.at(-1)!
    if (quoted) {
      if (sign !== '"') row[row.length - 1] += sign
      else if (text[at + 1] === '"') row[row.length - 1] += text[at += 1]!
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') row.push('')
    else if (sign === '\n') rows.push([''])
    else if (sign !== '\r') row[row.length - 1] += sign
  }
  return rows
}
