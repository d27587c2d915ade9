import { describe, expect, it } from 'vitest'
import { readFileName } from '../../../server/documents/file-name.ts'
import { fileKindOf } from '../../../server/documents/file-kind.ts'
import { anyZip, bytesOf, docx, jpeg, macroDocument, ofd, pdf, png, text, webp, xlsx, zipOf } from './files.ts'

const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

describe('fileKindOf()', () => {
  it.each([
    ['pdf', pdf], ['png', png], ['jpg', jpeg], ['webp', webp], ['docx', docx], ['xlsx', xlsx], ['ofd', ofd], ['txt', text],
  ])('knows %s by its content', (ending, bytes) => expect(fileKindOf(bytes)?.endings[0]).toBe(ending))

  it.each<[string, Uint8Array]>([
    ['HTML', bytesOf('<!DOCTYPE html><script>alert(1)</script>')],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an XML prologue with an SVG behind it', bytesOf('<?xml version="1.0"?><svg/>')],
    ['markup behind a text', new TextEncoder().encode('说明 < script >alert(1)</script>')],
    ['a Windows program', bytesOf('MZ\x90\0\x03\0\0\0')],
    ['a shell script', bytesOf('#!/bin/sh\nrm -rf /\n')],
    ['a program that begins like a PDF', joined(bytesOf('%PDF-1.4\n'), new Uint8Array(4096))],
    ['a PNG with a page behind it', joined(png, bytesOf('<html><script>alert(1)</script></html>'))],
    ['a PNG cut short', png.subarray(0, png.length - 4)],
    ['a JPEG with a ZIP behind it', joined(jpeg.subarray(0, 13), docx)],
    ['a WebP longer than it says', joined(webp, bytesOf('<html>'))],
    ['a document with macros', macroDocument], ['a ZIP of anything', anyZip],
    ['a document with a page in front of it', joined(bytesOf('<html></html>'), docx)],
    ['a document with something behind it', joined(docx, bytesOf('MZ'))],
    ['a document with a page inside', zipOf([{ name: 'OFD.xml', content: '<ofd/>' }, { name: 'Doc_0/run.html', content: '<html/>' }])],
    ['text in another encoding', bytesOf('\xc7\xe9\xbf\xf6')], ['text with control signs', bytesOf('a\x1b[2J')], ['nothing', new Uint8Array()],
  ])('takes %s for none', (_what, bytes) => expect(fileKindOf(bytes)).toBeUndefined())
})

describe('readFileName()', () => {
  it.each(['截图 1.png', '云医保发〔2026〕6号.pdf', 'a.b.docx'])('keeps %s', name => expect(readFileName(name)).toBe(name))
  it.each(['', '..', '../a.png', 'a\\b.png', '.png', 'a', `${'长'.repeat(120)}.png`, 'a\u202Egnp.exe', 'a\0.png', 'a\r\nb.png', 'a"b.png', 'a.'])(
    'refuses %j', name => expect(readFileName(name)).toBeUndefined())
})
