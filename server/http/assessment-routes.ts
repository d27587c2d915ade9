import type { Context } from 'hono'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import { must } from '../../shared/must.ts'
import { versionOn } from '../../shared/obligations/scheme-versions.ts'
import { assessmentYear, yearSpan, type World } from '../../shared/obligations/world.ts'
import type { Day } from '../../shared/time/day.ts'
import type { MarksAnswer } from '../../shared/wire/assessment-answers.ts'
import type { AttachmentAnswer } from '../../shared/wire/matter-answers.ts'
import { marksAnswer, type MarksFound } from '../answers/marks.ts'
import type { AsKnown } from '../past/as-known.ts'
import { asKnownIn } from './as-known-query.ts'
import { answerBytes, jsonBytes } from './ask.ts'
import { notFound } from './errors.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** The whole assessment as of a day of its year, as known at an instant, and the marks given by hand. */
export function assessmentRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/assessments/:year', async c => {
    const { query, day, knownAt } = askedIn(c)
    query.done()
    const isNow = day === parts.live.day && knownAt === null
    return jsonBytes(c, await answerBytes(parts, { at: isNow ? null : { day, knownAt }, question: { ask: 'assessment' }, what: '考核年度' }))
  })

  api.get('/api/assessments/:year/marks', async c => {
    const { query, span: { year, from }, last, day, knownAt } = askedIn(c)
    const unit = query.text('unit') ?? null
    query.done()
    const world = parts.live.world()
    const asked = { year, unit }
    // What is known now needs no judging: 考核记录 obey only the instant they were recorded at.
    const found = knownAt === null ? { ...marksAnswer(parts.live, asked), asOf: day, scheme: schemeOn(world, day) } : await marksThen({ day, knownAt }, asked)
    return c.json<MarksAnswer>({
      ...found, year, from: from < world.supervisedFrom ? world.supervisedFrom : from, to: last, years: yearsOf(world),
      marks: found.marks.map(mark => ({ ...mark, attachments: mark.attachments.map(id => attachmentRow(parts.store, id, mark.unit)) })),
    }, 200, { 'cache-control': 'private, no-store' })
  })

  async function marksThen(at: AsKnown, asked: { year: number; unit: string | null }): Promise<MarksFound> {
    const bytes = await parts.past.ask(at, { ask: 'marks', ...asked }, parts.live.revision)
    return JSON.parse(must(bytes, 'every past has its marks, if only none').toString()) as MarksFound
  }

  /** Which year, as of which of its days (its last, or today), as known when. */
  function askedIn(c: Context<HttpEnv>) {
    const span = spanOf(parts, c.req.param('year') ?? '')
    const today = parts.live.day
    const query = new Query(c.req.queries())
    const last = span.to < today ? span.to : today
    const day = query.day('asOf') ?? last
    if (day < span.from || day > last) query.fault('asOf', `截至日应在 ${span.from} 和 ${last} 之间。`)
    const known = asKnownIn(query, { today, now: parts.clock.now() })
    return { query, span, last, day, knownAt: known?.knownAt ?? null }
  }
}

/** The scheme that governed a day, as far as is known now. */
function schemeOn(world: World, day: Day): Scheme {
  return versionOn(world.schemes, day)?.scheme ?? world.scheme
}

/** Assessment years that have begun under supervision, oldest first. */
export function yearsOf(world: World): number[] {
  const first = assessmentYear(world.supervisedFrom, world.scheme)
  return Array.from({ length: world.year - first + 1 }, (_, n) => first + n)
}

function attachmentRow({ attachments }: Pick<HttpParts['store'], 'attachments'>, sha256: string, unit: string): AttachmentAnswer {
  const { name = '', type = '', size = 0 } = attachments.find(sha256, unit) ?? {}
  return { id: sha256, name, type, size }
}

/** The span of an assessment year that has begun and is supervised; 404 for any other. */
export function spanOf({ live }: Pick<HttpParts, 'live'>, year: string): { readonly year: number; readonly from: string; readonly to: string } {
  const world = live.world()
  const span = /^\d{4}$/.test(year) ? yearSpan(+year, world.scheme) : undefined
  if (span === undefined || span.from > live.day || span.to < world.supervisedFrom) throw notFound(`考核年度 ${year.slice(0, 20)}`)
  return { year: +year, ...span }
}
