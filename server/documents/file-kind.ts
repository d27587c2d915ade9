import { isWholeText } from './plain-text.ts'
import { zipMembers } from './zip-members.ts'

/** A kind of file that may be handed in (附件), told by its content. */
export interface FileKind {
  /** As people call it. */
  readonly name: string
  readonly type: string
  /** Endings a file name of this kind may have, in lower case. */
  readonly endings: readonly string[]
  readonly isIt: (bytes: Uint8Array) => boolean
}

const office = 'application/vnd.openxmlformats-officedocument'

/** What may be handed in. Nothing a browser would run: no HTML, no SVG, no document with macros. */
export const fileKinds: readonly FileKind[] = [
  { name: 'PDF', type: 'application/pdf', endings: ['pdf'], isIt: isPdf },
  { name: 'PNG 图片', type: 'image/png', endings: ['png'], isIt: isPng },
  { name: 'JPEG 图片', type: 'image/jpeg', endings: ['jpg', 'jpeg'], isIt: isJpeg },
  { name: 'WebP 图片', type: 'image/webp', endings: ['webp'], isIt: isWebp },
  { name: 'Word 文档', type: `${office}.wordprocessingml.document`, endings: ['docx'], isIt: bytes => isPackage(bytes, ['[Content_Types].xml', 'word/document.xml']) },
  { name: 'Excel 表格', type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], isIt: bytes => isPackage(bytes, ['[Content_Types].xml', 'xl/workbook.xml']) },
  { name: 'OFD 版式文件', type: 'application/ofd', endings: ['ofd'], isIt: bytes => isPackage(bytes, ['OFD.xml']) },
  { name: '纯文本', type: 'text/plain; charset=utf-8', endings: ['txt'], isIt: isWholeText },
]

/** The kind whose marks the whole content bears, first byte to last; undefined for anything else. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  return fileKinds.find(kind => kind.isIt(bytes))
}

function starts(bytes: Uint8Array, text: string, at = 0): boolean {
  return [...text].every((sign, place) => bytes[at + place] === sign.charCodeAt(0))
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

/** Its end mark stands in the last KB: what follows it is little enough not to be another file. */
function isPdf(bytes: Uint8Array): boolean {
  return starts(bytes, '%PDF-') && latin(bytes.subarray(-1024)).includes('%%EOF')
}

const PNG_START = '\x89PNG\r\n\x1a\n'
const PNG_END = '\0\0\0\0IEND\xaeB`\x82'

function isPng(bytes: Uint8Array): boolean {
  return starts(bytes, PNG_START) && starts(bytes, 'IHDR', 12) && starts(bytes, PNG_END, bytes.length - PNG_END.length)
}

/** Cameras pad the end with zeros. */
function isJpeg(bytes: Uint8Array): boolean {
  if (!(bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)) return false
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9
}

/** RIFF states its length; an odd one is padded by a byte. */
function isWebp(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || !starts(bytes, 'RIFF') || !starts(bytes, 'WEBPVP8', 8)) return false
  const stated = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8
  return stated === bytes.length || stated + 1 === bytes.length
}

function isPackage(bytes: Uint8Array, needed: readonly string[]): boolean {
  const members = zipMembers(bytes)
  return members !== undefined && needed.every(name => members.includes(name)) && !members.some(name => /vbaProject\.bin$|\.(exe|dll|js|vbs|bat|cmd|ps1|html?|svg)$/i.test(name))
}
