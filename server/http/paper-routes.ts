import type { Context } from 'hono'
import { paperKinds, paperNames, paperTitles, type PaperForm } from '../../shared/assessment/paper-kinds.ts'
import { editionName, readEditionName } from '../../shared/assessment/edition.ts'
import { yearOfPeriod } from '../../shared/assessment/score-periods.ts'
import { refusal } from '../../shared/refusal.ts'
import type { PaperChoices, PaperRequest } from '../../shared/wire/paper-answers.ts'
import { makePaper, type PaperMaking, type PaperOrder } from '../assessment/paper-maker.ts'
import type { RuledAppeal } from '../assessment/paper-question.ts'
import { JobRefused, Jobs, type JobOrder } from '../jobs.ts'
import type { AsKnown } from '../past/as-known.ts'
import { boundUnit } from './access.ts'
import { asKnownIn } from './as-known-query.ts'
import { spanOf, yearsOf } from './assessment-routes.ts'
import { readBody } from './body.ts'
import { unitsWithin } from './bound-units.ts'
import { notFound, refused, RequestRefused } from './errors.ts'
import { fileAnswer, jobRoutes, ownerOf } from './job-routes.ts'
import { auditOf } from './origin-of.ts'
import { paperBody, paperForms } from './paper-bodies.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** Papers of an assessment year and evidence packs: what can be made, made as a job or at once, for the office; own papers for a unit. */
export function paperRoutes(api: Api, parts: HttpParts): void {
  const jobs = new Jobs({ clock: parts.clock, report: error => parts.log.error({ err: error }, 'a paper was not made') })
  const making: PaperMaking = { past: parts.past, tables: parts.tables, attachments: parts.store.attachments }
  jobRoutes(api, jobs)

  api.get('/api/assessments/:year/papers', async c => {
    const query = new Query(c.req.queries())
    const { at, span } = atIn(parts, c.req.param('year') ?? '', query)
    query.done()
    const own = boundUnit(c.var.caller)
    const world = parts.live.world()
    const choices: PaperChoices = {
      year: span.year, years: yearsOf(world), from: span.from < world.supervisedFrom ? world.supervisedFrom : span.from, to: span.last,
      units: [...world.units.values()].filter(each => own === null || each.id === own).map(({ id, name, shortName }) => ({ id, name, shortName })),
      appeals: own === null ? await ruledAppeals(at, null) : [],
      editions: own === null ? world.settlements.filter(each => each.edition > 1 && yearOfPeriod(each.period, world.scheme) === span.year).map(each => ({ name: editionName(each), period: each.period, edition: each.edition, day: each.day })) : [],
    }
    return c.json(choices, 200, { 'cache-control': 'private, no-store' })
  })

  api.post('/api/assessments/:year/papers', async c => {
    const request = await readBody(c, paperBody) as PaperRequest
    const order = await orderOf(c, c.req.param('year') ?? '', request)
    await audit(c, order)
    const job = jobs.start({ owner: ownerOf(c), title: titleOf(order), work: printed(c, order) })
    if (job === undefined) throw refused(429, 'too-many-jobs', '您还有较多任务没有完成，请等它们完成或取消后再生成。')
    return c.json(job, 202, { 'cache-control': 'private, no-store' })
  })

  api.get('/api/exports/papers/:file', async c => {
    const [, name, form] = /^([a-z]+)\.([a-z]+)$/.exec(c.req.param('file') ?? '') ?? []
    const paper = paperNames.find(each => each === name)
    const known = paperForms.find(each => each === form)
    if (paper === undefined || known === undefined) throw notFound('这种材料')
    const query = new Query(c.req.queries())
    const year = query.text('year') ?? String(parts.live.world().year)
    const units = query.list('unit')
    const appeal = query.text('appeal')
    const edition = query.text('edition')
    const [asOf, knownAt] = [query.text('asOf'), query.text('knownAt')]
    query.done()
    const order = await orderOf(c, year, {
      paper, form: known, ...(units && { units }), ...(appeal !== undefined && { appeal: Number(appeal) }), ...(edition !== undefined && { edition }), ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }),
    })
    await audit(c, order)
    return fileAnswer(c, await printed(c, order)(() => undefined).catch((error: unknown) => {
      throw error instanceof JobRefused ? refused(404, 'nothing-to-make', error.message) : error
    }))
  })

  /** What is ordered, checked against the year and against who asks. */
  async function orderOf(c: Context<HttpEnv>, year: string, { paper, form, units: asked, appeal, edition, asOf, knownAt }: PaperRequest): Promise<PaperOrder> {
    const query = new Query({ ...(asOf !== undefined && { asOf: [asOf] }), ...(knownAt !== undefined && { knownAt: [knownAt] }) })
    const { at, span } = atIn(parts, year, query)
    query.done()
    const kind = paperKinds[paper]
    if (!kind.forms.some(each => each === form)) throw badField('form', `“${paperTitles[paper]}”没有这种格式，可选：${kind.forms.join('、')}。`)
    if (boundUnit(c.var.caller) !== null && !kind.own) throw refused(403, 'forbidden', `“${paperTitles[paper]}”由区政府办公室出具，当前账号不能下载。`)
    const units = unitsWithin(c.var.caller, asked).unit ?? null
    const world = parts.live.world()
    const unknown = units?.find(unit => !world.units.has(unit))
    if (unknown !== undefined) throw badField('units', `没有编号为“${unknown.slice(0, 40)}”的单位。`)
    if (paper === 'evidence' && units?.length !== 1) throw badField('units', '佐证包按单位生成，请一次选择一个单位。')
    return {
      paper, form, at, units, everyUnit: [...world.units.keys()], revision: parts.live.revision,
      made: { at: parts.clock.now(), software: parts.version }, by: c.var.caller.kind === 'person' ? c.var.caller.account.login : '', forUnit: boundUnit(c.var.caller) !== null,
      appeals: kind.per !== 'appeal' ? [] : appeal === undefined ? (await ruledAppeals(at, units)).map(each => each.id) : [appeal],
      edition: kind.per === 'edition' ? editionIn(edition, span.year) : null,
    }
  }

  async function ruledAppeals(at: AsKnown, units: readonly string[] | null): Promise<RuledAppeal[]> {
    const bytes = await parts.past.ask(at, { ask: 'ruledAppeals', units }, parts.live.revision)
    return bytes === null ? [] : JSON.parse(bytes.toString()) as RuledAppeal[]
  }

  async function audit(c: Context<HttpEnv>, { paper, form, at, units, appeals, edition }: PaperOrder): Promise<void> {
    await parts.store.audit.append(auditOf(c, parts, { act: 'paper-made', about: `${paper}.${form}`, detail: { units, ...at, ...(appeals.length > 0 && { appeals }), ...(edition && { edition }) } }))
  }

  /** Makes it; a pack's fingerprint goes on record, so that a copy can be told from it long after the job is forgotten. */
  function printed(c: Context<HttpEnv>, order: PaperOrder): JobOrder['work'] {
    const row = auditOf(c, parts, { act: 'pack-fingerprinted', about: order.units?.[0] ?? '', detail: {} })
    return async report => {
      const file = await makePaper(making, order, report)
      if (order.paper === 'evidence') await parts.store.audit.append({ ...row, detail: { name: file.name, sha256: file.sha256 } })
      return file
    }
  }

  /** A restated edition; the first of a period restates nothing. */
  function editionIn(name: string | undefined, year: number): PaperOrder['edition'] {
    const found = name === undefined ? undefined : readEditionName(name, year)
    const settled = parts.live.world().settlements.some(each => each.period === found?.period && each.edition === found.edition)
    if (found === undefined || !settled) throw badField('edition', '请选择一个更正后的版本，如 2025.2。')
    if (found.edition === 1) throw badField('edition', '第1版是首次核定，没有更正可以说明。')
    return found
  }
}

function atIn(parts: Pick<HttpParts, 'live' | 'clock'>, year: string, query: Query): { readonly at: AsKnown; readonly span: { readonly year: number; readonly from: string; readonly last: string } } {
  const span = spanOf(parts, year)
  const today = parts.live.day
  const last = span.to < today ? span.to : today
  const day = query.day('asOf') ?? last
  if (day < span.from || day > last) query.fault('asOf', `截至日应在 ${span.from} 和 ${last} 之间。`)
  const known = asKnownIn(query, { today, now: parts.clock.now() })
  return { at: { day, knownAt: known?.knownAt ?? null }, span: { year: span.year, from: span.from, last } }
}

function badField(field: string, message: string): RequestRefused {
  return new RequestRefused(400, 'bad-request', { message, issues: [refusal('bad-field', field, message)] })
}

function titleOf({ paper, form, at, units }: PaperOrder): string {
  const name: Readonly<Record<PaperForm, string>> = { docx: '.docx', xlsx: '.xlsx', csv: '.csv', zip: '.zip' }
  return `${paperTitles[paper]}（${name[form]}，截至${at.day}${units === null ? '' : units.length === 1 ? `，${units[0] ?? ''}` : `，${units.length}个单位`}）`
}
