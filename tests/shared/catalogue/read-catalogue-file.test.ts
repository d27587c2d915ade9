import { describe, expect, it } from 'vitest'
import { isRefused, readCatalogueFile, readStatutoryFile } from '../../../shared/catalogue/read-catalogue-file.ts'
import { fileOf } from './shipped-catalogues.ts'

type Json = Record<string, unknown>

/** The bureau's file with one change, as an administrator's editor might leave it. */
function broken(change: (file: Json & { items: Json[] }) => void): unknown {
  const file = structuredClone(fileOf('catalogues/medical-security')) as Json & { items: Json[] }
  change(file)
  return file
}

describe('readCatalogueFile()', () => {
  it.each<[string, (file: Json & { items: Json[] }) => void, string, string]>([
    [
      'a missing member',
      (file) => {
        delete file['effective']
      },
      'missing-field',
      'effective',
    ],
    [
      'an impossible day',
      (file) => {
        file['effective'] = '2026-02-30'
      },
      'wrong-shape',
      'effective',
    ],
    [
      'a category head of five characters',
      (file) => {
        ;(file['categories'] as Json[])[0]!['shortName'] = '重大行政决'
      },
      'wrong-shape',
      'categories[0].shortName',
    ],
    [
      'a misspelt member',
      (file) => {
        file.items[3]!['cadance'] = {}
      },
      'unknown-field',
      'items[3].cadance',
    ],
    [
      'an unknown rule',
      (file) => {
        file.items[0]!['deadline'] = { printed: '', rules: [{ kind: 'soon' }] }
      },
      'wrong-shape',
      'items[0].deadline.rules[0].kind',
    ],
    [
      'a limit of no days',
      (file) => {
        file.items[0]!['deadline'] = { printed: '', rules: [{ kind: 'within', n: 0, unit: 'workday', after: 'formed' }] }
      },
      'wrong-shape',
      'items[0].deadline.rules[0].n',
    ],
    [
      '29 February as a yearly date',
      (file) => {
        file.items[0]!['deadline'] = { printed: '', rules: [{ kind: 'byDate', monthDay: '02-29' }] }
      },
      'wrong-shape',
      'items[0].deadline.rules[0].monthDay',
    ],
    [
      'a repair of the wrong shape',
      (file) => {
        file.items[0]!['doubts'] = [{ code: 'x', message: '甲', repair: { field: 'channels', value: '政府网站' } }]
      },
      'wrong-shape',
      'items[0].doubts[0].repair.value',
    ],
    [
      'an id used twice',
      (file) => {
        file.items[1]!['id'] = 'medical-27'
      },
      'broken-reference',
      'items[1].id',
    ],
    [
      'an unknown category',
      (file) => {
        file.items[2]!['category'] = 'medical-c99'
      },
      'broken-reference',
      'items[2].category',
    ],
    [
      'an unknown group',
      (file) => {
        file.items[2]!['cadence'] = { kind: 'member', of: 'medical-g1', origin: 'stated' }
      },
      'broken-reference',
      'items[2].cadence.of',
    ],
    [
      'an unknown member',
      (file) => {
        file.items[2]!['members'] = ['medical-1']
      },
      'broken-reference',
      'items[2].members',
    ],
    [
      'rows out of order',
      (file) => {
        file.items.reverse()
      },
      'broken-reference',
      'items[1].line',
    ],
  ])('readCatalogueFile() refuses %s and names the place', (_, change, code, field) => {
    const read = readCatalogueFile(broken(change))
    expect(isRefused(read) && read.map((each) => [each.code, each.field])).toContainEqual([code, field])
  })

  it.each([null, [], 'text', 7])('readCatalogueFile() refuses %j with one sentence', (json) => {
    expect(readCatalogueFile(json)).toEqual([{ code: 'wrong-shape', field: '', message: '“文件”应为对象。' }])
  })

  it('readCatalogueFile() says in Chinese what is missing', () => {
    expect(
      readCatalogueFile(
        broken((file) => {
          delete file.items[4]!['path']
        }),
      ),
    ).toEqual([{ code: 'missing-field', field: 'items[4].path', message: '缺少“items[4].path”。' }])
  })
})

describe('readStatutoryFile()', () => {
  it('readStatutoryFile() reads an empty table, and refuses an entry without an article', () => {
    expect(readStatutoryFile([])).toEqual([])
    expect(isRefused([])).toBe(false)
    expect(readStatutoryFile([{ item: 'district-64', rule: { kind: 'byDate', monthDay: '01-31' } }])).toMatchObject([
      { field: '[0].article' },
    ])
  })
})
