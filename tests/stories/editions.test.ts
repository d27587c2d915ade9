import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyFile } from '../../server/verify/verify-file.ts'
import type { EditionPiece } from '../../shared/assessment/edition-parts.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { DifferencesFound, EditionsAnswer, FreezeAnswer, UnitPeriodsAnswer } from '../../shared/wire/edition-answers.ts'
import { programFolder } from '../support/built.ts'
import { emptyFolder, startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let reviewer: Visitor
const year = () => Number(server.day.slice(0, 4))
const past = () => year() - 1

beforeAll(async () => {
  server = await startServer()
  reviewer = await server.signIn('reviewer')
})

async function frozen(by: Visitor, asked: { readonly period: string; readonly restates?: number; readonly reason?: string }): Promise<FreezeAnswer> {
  const of = asked.period.slice(0, 4)
  let freeze = await by.post<FreezeAnswer>(`/api/assessments/${of}/freezes`, asked)
  while (freeze.state === 'running') {
    await setTimeout(100)
    freeze = await by.read<FreezeAnswer>(`/api/assessments/${of}/freezes/${freeze.id}`)
  }
  return freeze
}

async function file(name: string): Promise<Buffer> {
  const answer = await reviewer.ask(`/api/assessments/${past()}/editions/${name}/file`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string; message: string } }).error

describe('settling a year (核定封存)', () => {
  it('is refused before the units were asked, and of a period that still runs', async () => {
    const running = await reviewer.send('POST', `/api/assessments/${year()}/freezes`, { period: String(year()) })
    expect([running.status, (await codeOf(running)).code]).toEqual([409, 'no-window'])
    const early = await reviewer.send('POST', `/api/assessments/${year()}/windows`, { period: String(year()) })
    expect((await codeOf(early)).message).toMatch(/结束后才能开启得分反馈/)
  })

  it('can be given up until it is written, and leaves nothing', async () => {
    const freeze = await reviewer.post<FreezeAnswer>(`/api/assessments/${past()}/freezes`, { period: String(past()) })
    const gone = await reviewer.ask(`/api/assessments/${past()}/freezes/${freeze.id}`, { method: 'DELETE' })
    expect([gone.status, ((await gone.json()) as FreezeAnswer).state]).toEqual([200, 'cancelled'])
    const { periods } = await reviewer.read<EditionsAnswer>(`/api/assessments/${past()}/editions`)
    expect(periods.at(-1)).toMatchObject({ period: String(past()), state: 'waiting', editions: [] })
  })

  it('keeps the whole result under its fingerprint, once: a second time is refused with a sentence', async () => {
    expect(await frozen(reviewer, { period: String(past()) })).toMatchObject({ state: 'done', edition: 1 })
    const { sha256, body } = await reviewer.read<{ sha256: string; body: EditionBody }>(`/api/assessments/${past()}/editions/1`)
    const { periods } = await reviewer.read<EditionsAnswer>(`/api/assessments/${past()}/editions`)
    expect(periods.at(-1)?.editions).toMatchObject([{ edition: 1, sha256, day: `${past()}-12-31`, by: 'reviewer' }])
    expect([body.result.day, body.result.units.length > 40, body.agreements.length > 30]).toEqual([`${past()}-12-31`, true, true])
    const again = await reviewer.send('POST', `/api/assessments/${past()}/freezes`, { period: String(past()) })
    expect((await codeOf(again)).message).toMatch(/不能重复核定/)
  })

  it('is verified from its file alone, by the command too', async () => {
    const bytes = await file('1')
    expect((await verifyFile(bytes)).isSame).toBe(true)
    const path = join(emptyFolder(), '封存.jsonl.gz')
    writeFileSync(path, bytes)
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'verify', '--', path], { cwd: programFolder })
    expect(stdout).toContain('一致')
    const text = gunzipSync(bytes).toString()
    const place = text.lastIndexOf('"kind":"published"')
    const day = /"day":"\d{4}-\d{2}-(\d)/.exec(text.slice(text.lastIndexOf('\n', place), place))!
    const at = text.lastIndexOf('\n', place) + day.index + day[0].length - 1
    writeFileSync(path, gzipSync(`${text.slice(0, at)}${day[1] === '0' ? '1' : '0'}${text.slice(at + 1)}`))
    await expect(promisify(execFile)('npm', ['run', '-s', 'verify', '--', path], { cwd: programFolder })).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('不一致') as string })
  })

  it('tells a unit its own score and no other', async () => {
    const clerk = await server.signIn('clerk.D26')
    const own = await clerk.read<UnitPeriodsAnswer>('/api/units/D26/settled-scores')
    expect(own.periods.find(({ period }) => period === String(past()))?.editions).toHaveLength(1)
    expect((await clerk.ask('/api/units/D02/settled-scores')).status).toBe(403)
    expect((await clerk.ask(`/api/assessments/${past()}/editions`)).status).toBe(403)
  })
})

describe('what is recorded later (封存后有变化)', () => {
  it('is told by unit, leaf and piece; a restatement stands beside the first and says why', async () => {
    const found = `/api/assessments/${past()}/editions/1/differences`
    expect((await reviewer.read<DifferencesFound>(found)).units).toEqual([])
    const body = (await reviewer.read<{ body: EditionBody }>(`/api/assessments/${past()}/editions/1`)).body
    // Of those already ruled on only a new appeal could bring another ruling.
    const ruling = ({ id, item }: EditionPiece) => ({ key: `late-${id}`, kind: 'ruled', unit: id.slice(0, id.indexOf('|')), item, day: server.day, about: { obligation: id }, verdict: 'upheld', reason: '经复核，当日系统故障' })
    let late: EditionPiece | undefined
    for (const piece of Object.values(body.pieces).flat().filter(({ status, id }) => status === 'late' && id.startsWith('D') && id.includes('|doc:'))) {
      const { accepted } = await reviewer.post<{ accepted: number }>('/api/facts', ruling(piece))
      if (accepted === 1) late = piece
      if (late) break
    }
    if (late === undefined) throw new Error('every late piece of the sample has been ruled on')
    const unit = late.id.slice(0, late.id.indexOf('|'))
    const { units } = await reviewer.read<DifferencesFound>(found)
    const differs = units.find(each => each.unit === unit)
    expect(differs?.pieces).toMatchObject([{ id: late.id, before: { status: 'late' }, after: { status: 'onTime' } }])
    expect(differs?.leaves.length).toBeGreaterThan(0)

    const bare = await reviewer.send('POST', `/api/assessments/${past()}/freezes`, { period: String(past()), restates: 1 })
    expect((await codeOf(bare)).message).toBe('核定后更正须写明理由。')
    expect(await frozen(reviewer, { period: String(past()), restates: 1, reason: '申诉复核成立' })).toMatchObject({ state: 'done', edition: 2 })
    expect((await verifyFile(await file('1'))).isSame).toBe(true)
    expect((await verifyFile(await file(`${past()}.2`))).said[0]).toContain('核定后更正：申诉复核成立')
    const side = await reviewer.read<DifferencesFound>(`${found}?with=${past()}.2`)
    expect(side.units.map(each => each.unit)).toEqual(units.map(each => each.unit))
    expect((await reviewer.read<DifferencesFound>(`/api/assessments/${past()}/editions/2/differences`)).units).toEqual([])
  })
})

describe('a month (月度核定)', () => {
  it('stands on every unit\'s line beside the live score once it is settled', async () => {
    const month = (await reviewer.read<EditionsAnswer>(`/api/assessments/${year()}/editions`)).periods.findLast(({ state }) => state === 'waiting')
    if (month === undefined) return expect(server.day.slice(5, 7)).toBe('01')
    expect(await frozen(reviewer, { period: month.period })).toMatchObject({ state: 'done' })
    const { units } = await reviewer.read<Board>('/api/board')
    expect(units.find(({ id }) => id === 'D26')?.settled).toMatchObject({ period: month.period })
  })

  it('killed while freezing, the server comes back with all of an edition or none', async () => {
    const folder = server.folder
    const waiting = (await reviewer.read<EditionsAnswer>(`/api/assessments/${year()}/editions`)).periods.filter(({ state }) => state === 'waiting')
    for (const { period } of waiting.slice(0, 2)) await reviewer.post<FreezeAnswer>(`/api/assessments/${year()}/freezes`, { period })
    await server.kill()
    server = await startServer({ folder })
    reviewer = await server.signIn('reviewer')
    const { periods } = await reviewer.read<EditionsAnswer>(`/api/assessments/${year()}/editions`)
    for (const { period, editions } of periods) {
      for (const { edition, sha256 } of editions) {
        const kept = await reviewer.read<{ sha256: string; body: EditionBody }>(`/api/assessments/${year()}/editions/${period}.${edition}`)
        expect([kept.sha256, kept.body.period]).toEqual([sha256, period])
      }
    }
    const open = periods.find(({ state }) => state === 'waiting')
    if (open) expect(await frozen(reviewer, { period: open.period })).toMatchObject({ state: 'done' })
  })
})

describe('the journal (流水)', () => {
  it('is handed out whole or as known at an instant, and that is on record; units get none of it', async () => {
    const lines = (await (await reviewer.ask('/api/exports/journal.jsonl')).text()).trimEnd().split('\n')
    const { revision } = await reviewer.read<{ revision: number }>('/api/health')
    expect([lines.length, JSON.parse(lines[9]!).seq]).toEqual([revision, 10])
    const early = (await (await reviewer.ask(`/api/exports/journal.jsonl?knownAt=${past()}-06-30`)).text()).trimEnd().split('\n')
    expect([early.length < lines.length, early.at(-1)]).toEqual([true, lines[early.length - 1]])
    expect((await (await server.signIn('clerk.D26')).ask('/api/exports/journal.jsonl')).status).toBe(403)
  })
})
