import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobAnswer, PaperChoices } from '../../../shared/wire/paper-answers.ts'
import type { UnitsAnswer } from '../../../shared/wire/answers.ts'
import { paperKinds, paperNames } from '../../../shared/assessment/paper-kinds.ts'
import { verifyFile } from '../../../server/verify/verify-file.ts'
import { openZip, textOf } from '../../support/open-zip.ts'
import { readCsv, readSheet } from '../../support/read-sheet.ts'
import { readDocx } from '../../support/read-docx.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'
import { drawSome } from './some-sample.ts'

let server: SmallServer
let office = ''

beforeAll(async () => {
  server = await openSmallServer()
  office = await server.cookieOf('reviewer')
})
afterAll(() => server.close())

async function fileOf(path: string, cookie = office): Promise<Uint8Array> {
  const answer = await server.request(`/api/exports/papers/${path}`, { cookie })
  expect([path, answer.status, answer.ok ? '' : await answer.clone().text()]).toEqual([path, 200, ''])
  return new Uint8Array(await answer.arrayBuffer())
}

async function ordered(body: object, cookie = office): Promise<{ job: JobAnswer; status: number }> {
  const answer = await server.request('/api/assessments/2026/papers', { cookie, body })
  return { job: await answer.json() as JobAnswer, status: answer.status }
}

async function finished(id: string, cookie = office): Promise<JobAnswer> {
  for (let n = 0; n < 400; n += 1) {
    const job = await (await server.request(`/api/jobs/${id}`, { cookie })).json() as JobAnswer
    if (job.state !== 'waiting' && job.state !== 'working') return job
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('a job does not end')
}

const tables = paperNames.filter(name => paperKinds[name].forms.includes('xlsx'))

describe('every paper', () => {
  it.each(tables)('%s: the .xlsx and the .csv say the same, and how it was counted', async name => {
    const { rows, hasFormula } = readSheet(await fileOf(`${name}.xlsx?unit=A`))
    const notes = new Map(readSheet(await fileOf(`${name}.xlsx?unit=A`), 2).rows.map(([label, text]) => [label, String(text)]))
    const lines = readCsv(await fileOf(`${name}.csv?unit=A`))
    expect(hasFormula).toBe(false)
    expect(rows[0]![0]).toContain('2026')
    const heads = lines[0]!
    const first = rows.findIndex(row => row.some(cell => cell === heads.at(-1)) || row.includes(heads[0]!))
    const body = rows.slice(first, -1).filter(row => typeof row[0] === 'number')
    expect(body.map(row => String(row[0]))).toEqual(name === 'feedback' ? [] : lines.slice(1, body.length + 1).map(line => line[0]))
    for (const label of ['口径', '截至日', '按何时掌握', '目录版本', '考核评分细则', '工作日历', '软件版本', '说明']) expect([name, label, notes.get(label) ?? '']).toEqual([name, label, expect.stringMatching(/\S/)])
    expect(notes.get('说明')).toMatch(/^本表由系统生成，经＿+审核/)
    expect(lines.some(line => line[0] === '口径')).toBe(true)
  })

  it.each(['feedback', 'circular', 'notice'])('%s.docx opens and says how it was counted', async name => {
    const { lines } = readDocx(await fileOf(`${name}.docx?unit=A`))
    const text = lines.join('\n')
    for (const label of ['口径：', '截至日：2026-03-10', '按何时掌握：', '目录版本：', '考核评分细则：', '工作日历：', '软件版本：0.0.1', '本表由系统生成，经＿']) expect(text).toContain(label)
  })

  it('shows the scores the API answers', async () => {
    const { units } = await (await server.request('/api/assessments/2026', { cookie: office })).json() as { units: { name: string; final: number | null; working: { score: number | null } }[] }
    const { rows } = readSheet(await fileOf('scores.xlsx'))
    const heads = rows[3]!.map((head, at) => head ?? rows[2]![at])
    const cell = (unit: string, head: string) => rows.find(row => row.includes(unit))?.[heads.indexOf(head)] ?? null
    expect(units.length).toBeGreaterThan(1)
    for (const { name, final, working } of units) expect([name, cell(name, '最终得分'), cell(name, '测算分')]).toEqual([name, final, working.score])
  })

  it('counts overdue pieces in the circular as the board does', async () => {
    const { units } = await (await server.request('/api/units', { cookie: office })).json() as UnitsAnswer
    const { tables: grids, lines } = readDocx(await fileOf('circular.docx'))
    for (const heading of ['一、总体情况', '二、主要问题', '三、下一步要求', '附件1', '附件2']) expect(lines).toContain(heading)
    const situation = grids.find(grid => grid[0]!.includes('按时\n公开率'))!
    const at = situation[0]!.indexOf('目前逾期\n（件）')
    expect(situation.slice(1).map(row => [row[2], row[at]])).toEqual(units.map(unit => [unit.name, String(unit.overdue)]))
  })

  it('is made as known then: a day before anything was overdue has nothing to drive', async () => {
    const answer = await server.request('/api/exports/papers/notice.docx?unit=A&year=2025&asOf=2025-01-02&knownAt=2025-01-02', { cookie: office })
    expect([answer.status, (await errorIn(answer)).message]).toEqual([404, expect.stringContaining('无须督办')])
    const { lines } = readDocx(await fileOf('circular.docx?asOf=2026-01-02&knownAt=2026-01-02'))
    expect(lines.join('')).toContain('截至日：2026-01-02')
    expect(lines.join('')).toContain('按2026-01-02')
  })
})

describe('a job', () => {
  it('answers at once, shows its progress and gives its file to who asked only', async () => {
    const { job, status } = await ordered({ paper: 'feedback', form: 'docx', units: ['A', 'B'] })
    expect([status, job.state === 'waiting' || job.state === 'working', job.file]).toEqual([202, true, null])
    const done = await finished(job.id)
    expect([done.state, done.done, done.total, done.file?.name]).toEqual(['done', 3, 3, expect.stringContaining('2份')])
    const file = await server.request(`/api/jobs/${job.id}/file`, { cookie: office })
    const members = openZip(new Uint8Array(await file.arrayBuffer()))
    expect([...members.keys()].every(name => name.endsWith('得分反馈表（截至2026-03-10）.docx'))).toBe(true)
    const other = await server.cookieOf('supervisor')
    expect((await server.request(`/api/jobs/${job.id}`, { cookie: other })).status).toBe(404)
    expect((await server.request(`/api/jobs/${job.id}/file`, { cookie: other })).status).toBe(404)
    const { jobs } = await (await server.request('/api/jobs', { cookie: other })).json() as { jobs: unknown[] }
    expect(jobs).toEqual([])
  })

  it('can be cancelled before it is done, and has no file then', async () => {
    const { job } = await ordered({ paper: 'feedback', form: 'docx' })
    const cancelled = await (await server.request(`/api/jobs/${job.id}`, { cookie: office, method: 'DELETE' })).json() as JobAnswer
    expect(cancelled.state).toBe('cancelled')
    expect((await finished(job.id)).state).toBe('cancelled')
    expect((await server.request(`/api/jobs/${job.id}/file`, { cookie: office })).status).toBe(404)
  })

  it('says in a sentence why there is nothing to make', async () => {
    const { job } = await ordered({ paper: 'rulings', form: 'docx' })
    expect(await finished(job.id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('没有已裁定的申诉') as string })
  })
})

describe('an evidence pack', () => {
  it('holds papers, records and a manifest, and the command finds it equal', async () => {
    const { job } = await ordered({ paper: 'evidence', form: 'zip', units: ['A'] })
    const done = await finished(job.id)
    expect([done.state, done.problem]).toEqual(['done', null])
    const bytes = new Uint8Array(await (await server.request(`/api/jobs/${job.id}/file`, { cookie: office })).arrayBuffer())
    const members = openZip(bytes)
    const names = [...members.keys()]
    for (const part of ['manifest.json', 'manifest.sha256', '说明.txt', '得分反馈表', '问题清单', '整改台账', '应公开信息.jsonl', '记录.jsonl', '页面核查记录.jsonl']) expect([part, names.some(name => name.includes(part))]).toEqual([part, true])
    expect(textOf(members, '说明.txt')).toContain('不含页面正文')
    const { total } = await (await server.request('/api/obligations?unit=A&year=2026&limit=1', { cookie: office })).json() as { total: number }
    expect(textOf(members, names.find(name => name.endsWith('应公开信息.jsonl'))!).split('\n').length - 1).toBe(total)
    expect((await verifyFile(bytes)).isSame).toBe(true)
    expect((await server.store.audit.list()).find(row => row.act === 'pack-fingerprinted')).toMatchObject({ about: 'A', detail: { sha256: done.file!.sha256 } })
    expect(done.file!.sha256).toBe((JSON.parse(textOf(members, 'manifest.json')) as { sha256: string }).sha256)
  })
})

describe('a unit’s own evidence pack', () => {
  it('holds nothing of blind pieces; the office’s does', async () => {
    await drawSome(server, { id: '2026-1', year: 2026 })
    const spotted = { kind: 'spotted', key: 'blind', unit: 'A', item: '*', year: 2026, sample: '2026-1', from: 'site', title: '盲抽的一件', url: 'https://yunhe.gov.cn/blind' }
    expect(await (await server.request('/api/facts', { cookie: office, body: [spotted] })).json()).toMatchObject({ accepted: 1 })
    const clerk = await server.cookieOf('clerk')
    for (const [cookie, isTold] of [[office, true], [clerk, false]] as const) {
      const { job } = await ordered({ paper: 'evidence', form: 'zip', units: ['A'] }, cookie)
      expect((await finished(job.id, cookie)).state).toBe('done')
      const members = openZip(new Uint8Array(await (await server.request(`/api/jobs/${job.id}/file`, { cookie })).arrayBuffer()))
      expect([...members.keys()].filter(name => name.endsWith('.jsonl')).some(name => textOf(members, name).includes('盲抽的一件'))).toBe(isTold)
    }
  })
})

describe('who may', () => {
  it('gives a unit its own feedback, findings, ledger and pack, and no other paper', async () => {
    const head = await server.cookieOf('head')
    for (const name of paperNames) {
      const [form] = paperKinds[name].forms
      const { job, status } = await ordered({ paper: name, form }, head)
      expect([name, status]).toEqual([name, paperKinds[name].own ? 202 : 403])
      if (status === 202) await server.request(`/api/jobs/${job.id}`, { cookie: head, method: 'DELETE' })
    }
  })

  it('never gives a unit another unit’s paper, nor names it', async () => {
    const head = await server.cookieOf('head')
    const answer = await server.request('/api/assessments/2026/papers', { cookie: head, body: { paper: 'feedback', form: 'docx', units: ['B'] } })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([403, 'other-unit'])
    const choices = await (await server.request('/api/assessments/2026/papers', { cookie: head })).json() as PaperChoices
    expect([choices.units.map(unit => unit.id), choices.appeals, choices.editions]).toEqual([['A'], [], []])
    expect(JSON.stringify(readCsv(await fileOf('findings.csv', head)))).not.toContain('乙')
  })

  it('writes every paper into the audit log', async () => {
    await fileOf('withheld.csv')
    const rows = await server.store.audit.list()
    expect(rows.some(row => row.act === 'paper-made' && row.about === 'withheld.csv')).toBe(true)
  })

  it.each([
    [{ paper: 'scores', form: 'docx' }, '没有这种格式'], [{ paper: 'evidence', form: 'zip' }, '一次选择一个单位'], [{ paper: 'feedback', form: 'docx', units: ['nobody'] }, '没有编号为'],
    [{ paper: 'restatement', form: 'docx', edition: '2026.2' }, '更正后的版本'], [{ paper: 'scores', form: 'xlsx', asOf: '2027-01-01' }, '截至日'], [{ paper: 'poem', form: 'docx' }, 'paper'],
  ])('refuses %j with a sentence', async (body, sentence) => {
    const answer = await server.request('/api/assessments/2026/papers', { cookie: office, body })
    expect([answer.status, (await errorIn(answer)).message]).toEqual([400, expect.stringContaining(sentence)])
  })
})

