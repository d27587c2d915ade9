import { describe, expect, it } from 'vitest'
import { sha256Of, withManifest, type PackHead } from '../../../server/documents/pack-manifest.ts'
import { plainZipOf, type ZipMember } from '../../../server/documents/write-zip.ts'
import { verifyFile } from '../../../server/verify/verify-file.ts'
import { openZip, textOf } from '../../support/open-zip.ts'

const at = '2026-03-10T02:00:00.000Z'
const head: PackHead = {
  format: 'evidence-pack/1', district: '云河区', sample: false, unit: 'A', unitName: '甲局', year: 2026, asOf: '2026-03-10', knownAt: null, revision: 9, software: '1', madeAt: at, madeBy: 'r',
}
const bytes = (text: string) => new TextEncoder().encode(text)
const members: readonly ZipMember[] = [{ name: '数据/记录.jsonl', bytes: bytes('{"seq":1}\n') }, { name: '说明.txt', bytes: bytes('甲局') }]
const packed = withManifest(members, head)
const spoiled = (change: (files: ZipMember[]) => ZipMember[]) => verifyFile(plainZipOf(change([...packed.members]), at))

describe('a pack', () => {
  it('lists every file with its SHA-256, and prints the whole and the manifest', () => {
    const files = openZip(plainZipOf(packed.members, at))
    const manifest = JSON.parse(textOf(files, 'manifest.json')) as { files: { name: string; sha256: string; size: number }[]; sha256: string }
    expect(manifest.files.map(each => [each.name, each.size, each.sha256])).toEqual([['数据/记录.jsonl', 10, sha256Of('{"seq":1}\n')], ['说明.txt', 6, sha256Of('甲局')]])
    expect(manifest.sha256).toBe(sha256Of(manifest.files.map(each => `${each.sha256}  ${each.name}\n`).join('')))
    expect(textOf(files, 'manifest.sha256')).toBe(`${sha256Of(textOf(files, 'manifest.json'))}  manifest.json\n`)
    expect(packed.sha256).toBe(manifest.sha256)
  })

  it('is found equal when nothing was touched', async () => {
    const { isSame, said } = await verifyFile(plainZipOf(packed.members, at))
    expect([isSame, said.join('')]).toEqual([true, expect.stringContaining('甲局2026年度佐证包')])
  })

  it.each([
    ['altered by one byte', (files: ZipMember[]) => files.map(each => (each.name === '说明.txt' ? { ...each, bytes: bytes('乙局') } : each)), '文件“说明.txt”的内容与清单所列指纹不符'],
    ['without a file', (files: ZipMember[]) => files.filter(each => each.name !== '数据/记录.jsonl'), '清单所列的文件“数据/记录.jsonl”在包内缺失'],
    ['with a file more', (files: ZipMember[]) => [...files, { name: '附件/多.pdf', bytes: bytes('x') }], '文件“附件/多.pdf”不在清单中'],
    ['with another manifest', (files: ZipMember[]) => files.map(each => (each.name === 'manifest.json' ? { ...each, bytes: bytes(new TextDecoder().decode(each.bytes).replace('"asOf": "2026-03-10"', '"asOf": "2026-03-11"')) } : each)), '清单被改动过'],
    ['without a manifest', (files: ZipMember[]) => files.filter(each => each.name !== 'manifest.json'), '缺少清单'],
    ['without the manifest’s print', (files: ZipMember[]) => files.filter(each => each.name !== 'manifest.sha256'), '缺少清单的指纹'],
  ])('%s is refused with a sentence that names what is wrong', async (_, change, sentence) => {
    const { isSame, said } = await spoiled(change)
    expect([isSame, said.slice(1)]).toEqual([false, [expect.stringContaining(sentence)]])
  })

  it('with any one byte of its file altered is refused', async () => {
    const whole = plainZipOf(packed.members, at)
    const passed: number[] = []
    for (let place = 0; place < whole.length; place += 3) {
      const other = whole.slice()
      other[place] = (other[place] ?? 0) ^ 0x01
      if ((await verifyFile(other)).isSame) passed.push(place)
    }
    expect(passed).toEqual([])
  })
})
