import { deflateRawSync } from 'node:zlib'

/** Small whole files of each kind, made by hand, so that a test can spoil them byte by byte. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, sign => sign.charCodeAt(0))

export const pdf = bytesOf('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const png = bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82')
export const jpeg = bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\xff\xd9\0\0')
export const webp = bytesOf('RIFF\x10\0\0\0WEBPVP8L\x04\0\0\0abcd')
export const text = new TextEncoder().encode('情况说明：系统故障，见工单第12号。\n')

interface Member { readonly name: string; readonly content: string }

/** A ZIP file of these members. */
export function zipOf(members: readonly Member[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of members) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const called = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(raw.length, 22)
    head.writeUInt16LE(called.length, 26)
    locals.push(head, called, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(raw.length, 24)
    entry.writeUInt16LE(called.length, 28)
    entry.writeUInt32LE(offset, 42)
    entries.push(entry, called)
    offset += 30 + called.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const types = { name: '[Content_Types].xml', content: '<Types/>' }
export const docx = zipOf([types, { name: 'word/document.xml', content: '<w:document/>' }])
export const xlsx = zipOf([types, { name: 'xl/workbook.xml', content: '<workbook/>' }])
export const ofd = zipOf([{ name: 'OFD.xml', content: '<ofd/>' }])
export const macroDocument = zipOf([types, { name: 'word/document.xml', content: '<w:document/>' }, { name: 'word/vbaProject.bin', content: 'vba' }])
export const anyZip = zipOf([{ name: 'run.exe', content: 'MZ' }])
