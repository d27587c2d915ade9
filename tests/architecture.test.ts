import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const top = resolve(import.meta.dirname, '..')
const importing = /(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g

function filesOf(folder: string): string[] {
  return readdirSync(join(top, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => relative(top, join(entry.parentPath, entry.name)))
    .sort()
}

interface Import { readonly file: string; readonly to: string; readonly isTypeOnly: boolean }

function importsOf(file: string): Import[] {
  const text = readFileSync(join(top, file), 'utf8')
  return [...text.matchAll(importing)].map((match) => {
    const name = (match[1] ?? match[2])!
    const to = name.startsWith('.') ? relative(top, resolve(top, dirname(file), name)) : name
    return { file, to, isTypeOnly: /^(import|export)\s+type\s/.test(match[0]) }
  })
}

const source = ['shared', 'server', 'client'].flatMap(filesOf)
const imports = source.flatMap(importsOf)
const under = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`)
const offending = (rule: (each: Import) => boolean) => imports.filter(rule).map(({ file, to }) => `${file} → ${to}`)

/** Lower ones may not import higher ones. */
const layers = ['time', 'catalogue', 'facts', 'obligations', 'measures', 'assessment', 'wire'] as const
const rank: Readonly<Record<string, number>> = { time: 0, catalogue: 1, facts: 1, obligations: 2, measures: 3, assessment: 4, wire: 5 }

describe('who may import whom', () => {
  it('shared imports nothing outside itself', () => {
    expect(offending(({ file, to }) => under('shared')(file) && !under('shared')(to))).toEqual([])
  })

  it('shared: time ← catalogue, facts ← obligations ← measures ← assessment ← wire, downwards only', () => {
    const layerOf = (path: string) => layers.find((layer) => under(`shared/${layer}`)(path))
    expect(offending(({ file, to }) => {
      const from = layerOf(file)
      const into = layerOf(to)
      return from !== undefined && into !== undefined && rank[into]! > rank[from]!
    })).toEqual([])
  })

  it('client and server never import each other', () => {
    expect(offending(({ file, to }) => (under('client')(file) && under('server')(to)) || (under('server')(file) && under('client')(to)))).toEqual([])
  })

  it('server/store alone knows kysely and the database driver', () => {
    expect(offending(({ file, to }) => /^(kysely|better-sqlite3)/.test(to) && !under('server/store')(file))).toEqual([])
  })

  it('server/push alone knows socket.io; client/channel.ts alone its client', () => {
    expect(offending(({ file, to }) => to === 'socket.io' && !under('server/push')(file))).toEqual([])
    expect(offending(({ file, to }) => to === 'socket.io-client' && !/^client\/(connection|channel)\.ts$/.test(file))).toEqual([])
  })

  it('server/live imports only shared and itself', () => {
    expect(offending(({ file, to }) => under('server/live')(file) && !under('shared')(to) && !under('server/live')(to))).toEqual([])
  })

  it('feeds and documents reach the store only through ports', () => {
    expect(offending(({ file, to, isTypeOnly }) => (under('server/feeds')(file) || under('server/documents')(file)) && under('server/store')(to) && !isTypeOnly)).toEqual([])
  })

  it('nothing imports main', () => {
    expect(offending(({ to }) => to === 'server/main.ts' || to === 'client/main.ts')).toEqual([])
  })

  it('charts know no Vue (but the file that registers them), stores no socket', () => {
    expect(offending(({ file, to }) => under('client/charts')(file) && file !== 'client/charts/echarts.ts' && /^(vue|vue-echarts)$/.test(to))).toEqual([])
    expect(offending(({ file, to, isTypeOnly }) => under('client/stores')(file) && /socket\.io|client\/(connection|channel)/.test(to) && !isTypeOnly)).toEqual([])
  })

  it('schema libraries stay on the server', () => {
    expect(offending(({ file, to }) => /^(zod|@hono\/zod-openapi)$/.test(to) && !under('server')(file))).toEqual([])
  })

  it('there are no circles', () => {
    const graph = new Map<string, string[]>()
    for (const { file, to, isTypeOnly } of imports) if (!isTypeOnly && source.includes(to)) graph.set(file, [...(graph.get(file) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) walk(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of graph.keys()) walk(file, [])
    expect(circles).toEqual([])
  })
})

describe('names and sizes', () => {
  it('no file is called after nothing', () => {
    expect(source.filter((file) => /(^|\/)(index|utils?|helpers?|common|types|misc)\.ts$/.test(file))).toEqual([])
  })

  it('files are kebab-case nouns, components PascalCase', () => {
    expect(source.filter((file) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$|\/[A-Z][A-Za-z0-9]*\.vue$/.test(file))).toEqual([])
  })

  it('the median file has at most 60 lines, the 95th percentile 220, none over 300; at most 8 exports', () => {
    const sizes = source.map((file) => ({ file, lines: readFileSync(join(top, file), 'utf8').split('\n').length - 1 })).sort((a, b) => a.lines - b.lines)
    expect(sizes.filter((each) => each.lines > 300)).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)]!.lines).toBeLessThanOrEqual(60)
    expect(sizes[Math.floor(sizes.length * 0.95)]!.lines).toBeLessThanOrEqual(220)
  })

  it('only the clocks ask the time', () => {
    const asks = /Date\.now\(\)|new Date\(\)/
    expect(source.filter((file) => asks.test(readFileSync(join(top, file), 'utf8'))).filter((file) => !/^(server|client)\/clock\.ts$/.test(file))).toEqual([])
  })

  it('nothing refers to papers outside the project, but tests that read the seeds where they are', () => {
    const refers = source.filter((file) => /\.\.\/shared\/(seeds|data|visual|design|domain)/.test(readFileSync(join(top, file), 'utf8')))
    expect(refers).toEqual([])
  })
})
