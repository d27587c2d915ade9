import { beforeAll, describe, expect, it } from 'vitest'
import { assessmentNumbers, boardNumbers, dutiesAsked, numbersIn, piecesAsked, unitNumbers, type DutyFilter, type Numbers, type PieceFilter } from '../independent/answers.ts'
import { endOf, plusDays, yearOf, type Day, type Moment } from '../independent/days.ts'
import { drawFrom } from '../independent/draw.ts'
import { readLines, type Line } from '../independent/lines.ts'
import { recountOf, type Recount } from '../independent/recount.ts'
import { seedOf } from '../support/seed.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

/*
 * Numbers of pages and papers, drawn at random over the two sample years and over what was known when, beside a recount that has nothing but the
 * exported journal and shares no line with the program (tests/independent). LAW_SEED=… draws the same ones again.
 */
const seed = seedOf()
const draw = drawFrom(seed)
const wanted = 100
const pastsAsked = 8
/** Eight pasts judged twice, once by each. */
const slow = 300_000

/** No numbers but names, days, marks of the answer itself and copies of what was settled; lists of rows are asked for by their totals. */
const noNumbers = /(^|\.)(revision|knownAt|settled|validTo|successor|behind|veto|band|lastEventAt|lastSourceAt|recent|due|itemNames|outages|entries|entered|openAppeals|restsOn|year)(\.|$)/

let server: Server
let office: Visitor
let lines: readonly Line[]
let pasts: readonly Past[]

interface Past {
  readonly day: Day
  readonly knownAt: Moment | null
  readonly query: string
  recount(): Recount
  board(): Numbers
}

interface Drawn {
  readonly ask: string
  readonly place: string
  readonly answered: number | null
  readonly recounted: number | null | undefined
}

/** A day of the sample, as known by now, at its end, or at any moment since the journal began. */
function drawPast(): Past {
  const first = lines[0]!.recordedAt
  const last = lines.at(-1)!.recordedAt
  const days = Math.round((Date.parse(server.day) - Date.parse(first)) / 86_400_000)
  const day = plusDays(first.slice(0, 10), 1 + draw.below(days))
  const someMoment = new Date(Date.parse(first) + draw.next() * (Date.parse(last) - Date.parse(first))).toISOString()
  const knownAt = draw.one([null, endOf(day), someMoment, someMoment])
  const isPast = knownAt !== null && knownAt < last ? knownAt : null
  let made: Recount | undefined
  let counted: Numbers | undefined
  const recount = () => (made ??= recountOf(lines, day, isPast))
  return { day, knownAt: isPast, query: `asOf=${day}${isPast ? `&knownAt=${isPast}` : ''}`, recount, board: () => (counted ??= boardNumbers(recount())) }
}

async function numbersOf(ask: string): Promise<Numbers> {
  const numbers = numbersIn(await office.read(ask))
  return new Map([...numbers].filter(([place]) => !noNumbers.test(place)))
}

/** One number of an answer; a nought or a dash is drawn seldom, or they would be most of all. */
async function drawPlace(ask: string, recounted: Numbers): Promise<Drawn> {
  const answered = [...await numbersOf(ask)]
  const telling = answered.filter(([, number]) => number !== null && number !== 0)
  const [place, number] = draw.one(telling.length > 0 && draw.chance(0.85) ? telling : answered)
  return { ask, place, answered: number, recounted: recounted.get(place) }
}

async function drawTotal(path: string, filter: PieceFilter | DutyFilter, recounted: number): Promise<Drawn> {
  const ask = `${path}&${new URLSearchParams({ ...filter }).toString()}`
  const { total } = await office.read<{ total: number }>(ask)
  return { ask, place: 'total', answered: total, recounted }
}

/** Some fields of one row, so that the list asked for is seldom empty. */
function someOf<T extends object>(fields: T): Partial<T> {
  const names = Object.keys(fields).filter((name) => fields[name as keyof T] !== undefined)
  const kept = new Set(Array.from({ length: 1 + draw.below(3) }, () => draw.one(names)))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => kept.has(name))) as Partial<T>
}

function drawPieces(past: Past): Promise<Drawn> {
  const recount = past.recount()
  const { unit, category, item, status, origin, flags, year, dueDay } = draw.one(recount.duties.flatMap(({ pieces }) => pieces))
  const described: Partial<PieceFilter> = someOf({
    unit, category, item, status, origin, ...(flags.length > 0 && { flag: draw.one(flags) }), year: String(year), ...(dueDay !== null && draw.one([{ from: dueDay }, { to: dueDay }])),
  })
  const figure = draw.one(['onTime', 'onTimeOriginal', 'eventual', 'verifiable', 'overdue'] as const)
  const asked: PieceFilter = draw.chance(0.6) ? described
    : draw.chance(0.5) ? { ...described, counted: figure, ...(draw.chance(0.5) && { part: '1' as const }) }
      : { leaf: draw.one(['A1', 'A2', 'A3', 'D1', 'D2a', 'E1']), ...(draw.chance(0.5) && { unit }) }
  return drawTotal(`/api/obligations?${past.query}&limit=1`, asked, piecesAsked(recount, asked))
}

function drawDuties(past: Past): Promise<Drawn> {
  const recount = past.recount()
  const { duty, cover } = draw.one(recount.duties)
  const { unit, category, item, cadence } = duty
  const asked: DutyFilter = { ...someOf({ unit, category, item, cadence }), ...draw.one([{}, { applicable: '1' as const }, cover.covered ? { covered: '1' as const } : { covered: '0' as const }]) }
  return drawTotal(`/api/duties?${past.query}&limit=1`, asked, dutiesAsked(recount, asked))
}

/** The cells of a .csv row by row; quoted ones may hold commas, quotes and line ends. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows
}

/** A cell of the paper 成绩汇总表: a leaf, 测算分, 加分, 扣分, 最终得分 or 名次 of one unit. */
async function drawCell(past: Past): Promise<Drawn> {
  const ask = `/api/exports/papers/scores.csv?year=${yearOf(past.day)}&${past.query}`
  const answer = await office.ask(ask)
  expect([ask, answer.status]).toEqual([ask, 200])
  const rows = cellsOf(await answer.text())
  const at = rows.findIndex(([first]) => first === '序号')
  const head = rows[at]!
  const row = draw.one(rows.slice(at + 1).filter((cells) => past.recount().units.some(({ unit }) => unit.name === cells[head.indexOf('单位')])))
  const own = past.recount().units.find(({ unit }) => unit.name === row[head.indexOf('单位')])!
  const place = draw.one(head.filter((name) => ['测算分', '加分', '扣分', '最终得分', '名次'].includes(name) || own.score.leaves.some(({ code }) => name.startsWith(`${code} `))))
  const leaf = own.score.leaves.find(({ code }) => place.startsWith(`${code} `))
  const { bonus, lost, final, rank } = own.assessed
  const told = { 测算分: own.score.score, 加分: bonus, 扣分: lost, 最终得分: final, 名次: rank } as Readonly<Record<string, number | null>>
  const cell = row[head.indexOf(place)]!
  return { ask, place: `${own.unit.id} ${place}`, answered: ['', '—'].includes(cell) ? null : Number(cell), recounted: leaf ? leaf.got : told[place] }
}

function drawNumber(past: Past): Promise<Drawn> {
  const recount = past.recount()
  const unit = draw.one(recount.units).unit.id
  const asks: readonly (() => Promise<Drawn>)[] = [
    () => drawPlace(`/api/board?${past.query}`, past.board()),
    () => drawPlace(`/api/units/${unit}?${past.query}`, unitNumbers(recount, unit)),
    () => drawPlace(`/api/units/${unit}?${past.query}`, unitNumbers(recount, unit)),
    () => drawPlace(`/api/assessments/${yearOf(past.day)}?${past.query}`, assessmentNumbers(recount)),
    () => drawCell(past),
    () => drawPieces(past),
    () => drawDuties(past),
  ]
  return draw.one(asks)()
}

/** Shares of shares are added up in another order here: they are equal to nine decimals, all others to the last. */
function isEqual({ answered, recounted }: Pick<Drawn, 'answered' | 'recounted'>): boolean {
  return answered === recounted || (typeof answered === 'number' && typeof recounted === 'number' && !Number.isInteger(answered) && Math.abs(answered - recounted) < 1e-9)
}

beforeAll(async () => {
  server = await startServer()
  office = await server.signIn('reviewer')
  const exported = await office.ask('/api/exports/journal.jsonl')
  expect(exported.status).toBe(200)
  lines = readLines(await exported.text())
  pasts = Array.from({ length: pastsAsked }, drawPast)
})

describe(`the exported journal, counted anew by nothing but the papers (seed ${seed})`, () => {
  it(`${wanted} random numbers of pages and papers: ${wanted} equal`, async () => {
    const drawn: Drawn[] = []
    // Past by past: the server too keeps few of them at a time.
    for (let n = 0; n < wanted; n += 1) drawn.push(await drawNumber(pasts[Math.floor(n / wanted * pastsAsked)]!))
    expect(drawn.filter((each) => !isEqual(each))).toEqual([])
    expect(drawn.filter(isEqual)).toHaveLength(wanted)
  }, slow)

  it('every number of a board, and none that the recount does not know', async () => {
    const past = draw.one(pasts)
    const [answered, recounted] = [await numbersOf(`/api/board?${past.query}`), past.board()]
    expect(answered.size).toBeGreaterThan(1_000)
    expect([...answered].filter(([place, number]) => !isEqual({ answered: number, recounted: recounted.get(place) })).map(([place, number]) => [past.query, place, number, recounted.get(place)])).toEqual([])
    expect([...recounted.keys()].filter((place) => !answered.has(place))).toEqual([])
  })

  it('every piece of a day: which there are, how each stands and when it is due', async () => {
    const past = draw.one(pasts)
    const rows: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: { rows: { id: string; unit: string; status: string; dueDay: string | null; flags: string[]; publishedDay: string | null }[]; next?: string } =
        await office.read(`/api/obligations?${past.query}&limit=2000${cursor && `&cursor=${cursor}`}`)
      rows.push(...page.rows.map(({ id, unit, status, dueDay, flags, publishedDay }) => [id, unit, status, dueDay, publishedDay, ...[...flags].sort()].join(' ')))
      cursor = page.next
    }
    const recounted = past.recount().duties.flatMap(({ pieces }) => pieces)
      .map(({ id, unit, status, dueDay, flags, publishedDay }) => [id, unit, status, dueDay, publishedDay, ...[...flags].sort()].join(' '))
    expect(rows.sort()).toEqual(recounted.sort())
  })

  it('a journal that lacks one unit’s registered publications gives other numbers', () => {
    const day = `${yearOf(server.day) - 1}-12-31`
    const named = lines.flatMap((line) => ('fact' in line && line.fact.kind === 'published' && line.fact.ref !== undefined && line.fact.day.slice(0, 4) === day.slice(0, 4) ? [line.fact.unit] : []))
    const unit = draw.one(named)
    const less = lines.filter((line) => !('fact' in line && line.fact.kind === 'published' && line.fact.ref !== undefined && line.fact.unit === unit))
    expect(less.length).toBeLessThan(lines.length)
    expect(boardNumbers(recountOf(less, day, null))).not.toEqual(boardNumbers(recountOf(lines, day, null)))
  })
})
