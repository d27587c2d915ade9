import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { verifyFile } from '../../../server/verify/verify-file.ts'
import { canonicalJson } from '../../../shared/assessment/canonical-json.ts'
import type { EditionFileHead } from '../../../shared/assessment/edition.ts'
import { sha256Of } from '../../../server/assessment/journal-print.ts'
import { frozen } from '../../support/small-edition.ts'
import { Story } from '../../support/story.ts'

const story = new Story().on('2025-02-03').fact('formed', { ref: 'R1' }, { feed: 'oa', ofRecord: true }).on('2025-02-10').fact('published', { ref: 'R1', day: '2025-02-10' })
  .on('2025-02-12').fact('formed', { ref: 'R2', day: '2025-02-12' }, { feed: 'oa', ofRecord: true }).on('2025-03-20').fact('published', { ref: 'R2', day: '2025-03-20' })
const { text } = frozen(story.entries, { day: '2025-03-31', knownAt: '2025-04-02T00:00:00.000Z' })
const checked = (of: string) => verifyFile(gzipSync(of))
const said = async (of: string) => (await checked(of)).said.join('\n')

/** The file again, its head changed and fingerprinted as an insider would. */
function resealed(change: (head: EditionFileHead) => EditionFileHead['body']): string {
  const [line = '', ...rest] = text.split('\n')
  const body = change(JSON.parse(line) as EditionFileHead)
  return [canonicalJson({ file: 'assessment-edition-file/1', body, sha256: sha256Of(canonicalJson(body)) }), ...rest].join('\n')
}

describe('verifyFile() of a freeze', () => {
  it('says 一致 of a file that is as it was written, packed or not', async () => {
    expect((await checked(text)).isSame).toBe(true)
    expect((await verifyFile(new TextEncoder().encode(text))).isSame).toBe(true)
    expect(await said(text)).toContain('一致')
  })

  it('sees one byte of one fact, says in which stretch of the journal, and which unit, leaf and number it moves', async () => {
    const tampered = text.replace('"day":"2025-03-20"', '"day":"2025-03-10"')
    expect(tampered).not.toBe(text)
    expect((await checked(tampered)).isSame).toBe(false)
    expect(await said(tampered)).toMatch(/流水与封存时不同：第 1 至 \d+ 条之间有改动/)
    expect(await said(tampered)).toMatch(/指标 \S+ \S+ 封存 [\d.]+\/[\d.]+.*重算 [\d.]+\/[\d.]+/)
    expect(await said(tampered)).toContain('A|doc|doc:R2@2025-02-12 封存 late')
  })

  it('sees one byte of a setting', async () => {
    const tampered = text.replace(/("kind":"supervisedFrom","sample":)false/, '$1true')
    expect(tampered).not.toBe(text)
    expect((await checked(tampered)).isSame).toBe(false)
  })

  it('sees one byte of a fact that moves no number', async () => {
    const tampered = text.replace('"title":"标题"', '"title":"标体"')
    expect(tampered.split('标体').length).toBe(2)
    expect(await said(tampered)).toContain('有改动')
  })

  it.each(['result', 'pieces', 'agreements', 'journal', 'period'] as const)('says so of a body without its %s, and does not fall over', async (part) => {
    const { isSame, said: lines } = await checked(resealed(({ body }) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== part)) as unknown as EditionFileHead['body']))
    expect([isSame, lines]).toEqual([false, ['文件第一行不是封存内容，或已被改动。', '不一致。']])
  })

  it('sees one digit of the body', async () => {
    const tampered = text.replace(/"final":\d+/, '"final":77')
    expect(tampered).not.toBe(text)
    expect(await said(tampered)).toContain('封存内容与指纹不符')
  })

  it('sees a score changed by somebody who fingerprinted anew: the journal says otherwise', async () => {
    const tampered = resealed(({ body }) => ({ ...body, result: { ...body.result, units: body.result.units.map((unit) => (unit.unit === 'A' ? { ...unit, final: 99.99 } : unit)) } }))
    expect(await said(tampered)).toMatch(/总分 封存 99\.99、重算 \d/)
  })

  it('sees a line taken out, put in, or cut off', async () => {
    const lines = text.split('\n')
    expect((await checked(lines.filter((_, n) => n !== 5).join('\n'))).isSame).toBe(false)
    expect((await checked([...lines.slice(0, 6), lines[5], ...lines.slice(6)].join('\n'))).isSame).toBe(false)
    expect((await checked(text.slice(0, -40))).isSame).toBe(false)
    expect((await verifyFile(gzipSync(text).subarray(0, 200))).isSame).toBe(false)
  })

  it.each([['nothing', ''], ['text', '不是封存文件'], ['another archive', 'PK\u0003\u0004']])('says so of %s', async (_, content) => {
    const { isSame, said: words } = await verifyFile(new TextEncoder().encode(content))
    expect([isSame, words.length > 0]).toEqual([false, true])
  })
})
