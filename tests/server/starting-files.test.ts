import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { programFolder } from '../../server/program-folder.ts'
import { StartRefusal } from '../../server/start-refusal.ts'
import { readStartingFiles } from '../../server/starting-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'))
  cpSync(join(programFolder(), 'data'), join(folder, 'data'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readStartingFiles()', () => {
  it('reads what is shipped, the district catalogue before the bureaus\'', () => {
    const files = readStartingFiles(programFolder())
    expect(files.catalogues.map(catalogue => catalogue.id)).toEqual(['district', 'medical-security'])
    expect(files.calendar.map(year => year.year)).toContain(2026)
    expect(files.scheme.id).toBe('default')
  })

  it.each([
    ['catalogues/district.json', '{"id": "district",\n "name" 5}', '不是合格的 JSON（第 2 行第 9 个字符处）'],
    ['catalogues/district.json', '{"id": "district"}', '有问题：'],
    ['calendar/2026.json', '{"year": 2026, "notices": [], "days": [{"day": "2026-02-30", "off": true, "name": "春节"}]}', 'days[0]'],
    ['schemes/default.json', '[]', '有问题：'],
    ['statutory.json', '[{"item": 5}]', '有问题：'],
  ])('refuses a broken %s (%s) with the file and the place', (file, text, words) => {
    writeFileSync(join(folder, 'data', file), text)
    expect(() => readStartingFiles(folder)).toThrow(StartRefusal)
    expect(() => readStartingFiles(folder)).toThrow(join('data', file))
    expect(() => readStartingFiles(folder)).toThrow(words)
  })

  it('refuses when a file is missing', () => {
    rmSync(join(folder, 'data', 'statutory.json'))
    expect(() => readStartingFiles(folder)).toThrow('statutory.json」读不到')
  })
})
