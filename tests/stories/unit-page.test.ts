import { beforeAll, describe, expect, it } from 'vitest'
import { countedIn, type CountedFigure } from '../../shared/measures/counted.ts'
import type { FindingPage } from '../../shared/wire/finding-answers.ts'
import type { DutyPage, DutyRow, ForecastAnswer, GapPlanAnswer, ObligationPage, ObligationRow, UnitAnswer, UnitsAnswer } from '../../shared/wire/answers.ts'
import type { ProjectionAnswer, TodoAnswer } from '../../shared/wire/unit-answers.ts'
import { yearOf } from '../../shared/time/day.ts'
import { workingCalendar, type CalendarYear, type WorkingCalendar } from '../../shared/time/working-calendar.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

/*
 * The law of the unit page: every number on it is the number one counts oneself in the lists the API gives for the unit. A
 * department with a catalogue of its own, the office itself, one with thousands of pieces, one that registers little, streets and towns,
 * a vertical unit, a merged one.
 */
const units = ['D26', 'D01', 'D23', 'D03', 'T01', 'T05', 'S01', 'D37', 'D28']

let server: Server
let office: Visitor
let year: number
let calendar: WorkingCalendar

beforeAll(async () => {
  server = await startServer()
  office = await server.signIn('supervisor')
  year = yearOf(server.day)
  const years = await Promise.all([year - 2, year - 1, year, year + 1].map((each) => office.read<CalendarYear>(`/api/calendar/${each}`)))
  calendar = workingCalendar(years.map(({ year: of, notices, days }) => ({ year: of, notices, days })))
})

interface Lists {
  readonly answer: UnitAnswer
  readonly rows: readonly ObligationRow[]
  readonly duties: readonly DutyRow[]
}

async function rowsOf(query: string): Promise<ObligationRow[]> {
  const rows: ObligationRow[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: ObligationPage = await office.read<ObligationPage>(`/api/obligations?${query}&limit=1000${cursor === '' ? '' : `&cursor=${cursor}`}`)
    rows.push(...page.rows)
    cursor = page.next
  }
  return rows
}

async function listsOf(unit: string): Promise<Lists> {
  const [answer, rows, duties] = await Promise.all([office.read<UnitAnswer>(`/api/units/${unit}`), rowsOf(`unit=${unit}`), office.read<DutyPage>(`/api/duties?unit=${unit}`)])
  return { answer, rows, duties: duties.rows }
}

const isOpen = ({ status }: ObligationRow) => status === 'pending' || status === 'dueSoon' || status === 'overdue'
const isWaiting = ({ status }: ObligationRow) => status === 'pending' || status === 'dueSoon'
const ratio = (part: number, whole: number) => ({ part, whole, share: whole === 0 ? null : part / whole })
const only = <T>(rows: readonly T[], wanted: (row: T) => boolean) => rows.filter(wanted).length

/** Counted with nothing but the rows' own fields, apart from the program's own sums. */
function tallyOf(rows: readonly ObligationRow[]) {
  const counted = rows.filter((row) => isOpen(row) || row.year === year)
  const of = (status: string) => only(counted, (row) => row.status === status)
  return {
    pending: of('pending'), dueSoon: of('dueSoon'), overdue: of('overdue'), onTime: of('onTime'), late: of('late'), unverified: of('unverified'),
    nothing: of('nothing'), exempt: of('exempt'), unknown: of('unknown'),
  }
}

function ratesOf(rows: readonly ObligationRow[]) {
  const own = rows.filter((row) => row.year === year && !isWaiting(row))
  const onTime = only(own, ({ status }) => status === 'onTime')
  const [late, overdue] = [own.filter(({ status }) => status === 'late'), only(own, ({ status }) => status === 'overdue')]
  const unverified = only(own, ({ status }) => status === 'unverified')
  const declared = only(late, ({ lateBy }) => lateBy === 'declaration')
  return {
    onTime: ratio(onTime, onTime + late.length + overdue),
    eventual: ratio(onTime + late.length - declared + unverified, onTime + late.length + unverified + overdue),
  }
}

function verifiableIn(rows: readonly ObligationRow[]) {
  const hanging = rows.filter((row) => row.year === year && row.hangsOnFormation && row.publishedDay !== null && ['onTime', 'late', 'unverified'].includes(row.status))
  return ratio(only(hanging, ({ proof }) => proof === 'source' || proof === 'declared'), hanging.length)
}

function coverageIn(duties: readonly DutyRow[]) {
  const applicable = duties.filter((duty) => duty.applicable)
  return ratio(only(applicable, (duty) => duty.covered), applicable.length)
}

function longestIn(rows: readonly ObligationRow[]): number {
  return Math.max(0, ...rows.filter(({ status }) => status === 'overdue').map(({ dueDay }) => calendar.workdaysBetween(dueDay!, server.day)))
}

describe.each(units)('the page of %s', (unit) => {
  let lists: Lists
  beforeAll(async () => {
    lists = await listsOf(unit)
  })

  it('tally, rates, coverage, what is overdue and how long are those of its lists', () => {
    const { answer: { unit: row, carriedOver, duties: counts }, rows, duties } = lists
    expect(row.tally).toEqual(tallyOf(rows))
    expect({ onTime: row.onTime, eventual: row.eventual }).toEqual(ratesOf(rows))
    expect(row.verifiable).toEqual(verifiableIn(rows))
    expect(row.coverage).toEqual(coverageIn(duties))
    expect([row.overdue, row.longestOverdue]).toEqual([only(rows, ({ status }) => status === 'overdue'), longestIn(rows)])
    expect(carriedOver).toBe(only(rows, (each) => isOpen(each) && each.year < year))
    const held = duties.filter(({ state }) => state !== 'notApplicable')
    expect(counts).toEqual({ all: held.length, bureau: only(held, ({ category }) => category === 'bureau'), proposed: only(held, ({ state }) => state === 'proposed') })
  })

  it('each category’s counts and rates are those of its lists, and together they are the unit’s', () => {
    const { answer: { byCategory, unit: row }, rows, duties } = lists
    for (const cell of byCategory) {
      const own = rows.filter(({ category }) => category === cell.category)
      expect([cell.category, cell.tally, cell.overdue, cell.longestOverdue]).toEqual([cell.category, tallyOf(own), only(own, ({ status }) => status === 'overdue'), longestIn(own)])
      expect({ onTime: cell.onTime, eventual: cell.eventual }).toEqual(ratesOf(own))
      expect(cell.coverage).toEqual(coverageIn(duties.filter(({ category }) => category === cell.category)))
    }
    expect(byCategory.reduce((sum, cell) => sum + cell.onTime.whole, 0)).toBe(row.onTime.whole)
    expect(new Set(rows.filter((each) => isOpen(each) || each.year === year).map(({ category }) => category)).size).toBeLessThanOrEqual(byCategory.length)
  })

  it('each leaf counted what its list shows, of the district’s catalogue only', async () => {
    const { answer: { working }, rows, duties } = lists
    const at = { day: server.day, year }
    const inDistrict = rows.filter(({ category }) => category !== 'bureau')
    const counted = (figure: CountedFigure) => inDistrict.filter((row) => countedIn({ ...row, facts: [], aliases: [] }, figure, at) !== 'no').map(({ id }) => id).sort()
    const mine = { A1: counted('onTime'), A2: counted('overdue'), A3: counted('eventual'), E1: counted('verifiable') } as Record<string, string[]>
    const cadence = { B1: 'standing', B2: 'slots', B3: 'asFormed' } as Record<string, string>
    for (const { code, behind, skipped, inputs } of working.leaves.filter((leaf) => leaf.behind !== null)) {
      if (behind!.startsWith('/api/duties')) {
        const listed = (await office.read<DutyPage>(behind!)).rows
        const own = duties.filter((duty) => duty.applicable && duty.category !== 'bureau' && duty.cadence === cadence[code])
        expect([code, listed.map(({ item }) => item)]).toEqual([code, own.map(({ item }) => item)])
        if (!skipped) expect([code, listed.length, only(listed, (duty) => duty.covered)]).toEqual([code, inputs['whole'], inputs['part']])
        continue
      }
      if (behind!.startsWith('/api/findings')) {
        if (!skipped) expect([code, (await office.read<FindingPage>(behind!)).total]).toEqual([code, inputs['cases'] ?? inputs['whole'] ?? 0])
        continue
      }
      const listed = await rowsOf(behind!.split('?')[1]!)
      if (!skipped) expect([code, listed.length]).toEqual([code, inputs['pieces'] ?? inputs['cases'] ?? inputs['slots'] ?? inputs['whole'] ?? 0])
      if (mine[code]) expect([code, listed.map(({ id }) => id).sort()]).toEqual([code, mine[code]])
    }
    if (working.score !== null) {
      const got = working.leaves.reduce((sum, leaf) => sum + (leaf.got ?? 0), 0)
      const possible = working.leaves.reduce((sum, leaf) => sum + leaf.possible, 0)
      expect(got).toBeCloseTo(working.got, 2)
      expect(possible).toBeCloseTo(working.attainable, 2)
      expect(working.score).toBeCloseTo(got / possible * 100, 1)
    }
  })

  it('rank, peer mean and count are those of the units’ list', async () => {
    const { answer: { unit: row, peerMean, peerCount } } = lists
    const peers = (await office.read<UnitsAnswer>('/api/units')).units.filter(({ peerGroup, score }) => peerGroup === row.peerGroup && score !== null)
    expect(peerCount).toBe(peers.length)
    if (peers.length > 0) expect(peerMean).toBeCloseTo(peers.reduce((sum, { score }) => sum + (score ?? 0), 0) / peers.length, 2)
    if (row.rank !== null) {
      const ahead = peers.filter((peer) => peer.rank !== null && (peer.score! > row.score! || (peer.score === row.score && (peer.onTime.share ?? -1) > (row.onTime.share ?? -1))))
      expect(row.rank).toBe(ahead.length + 1)
    }
  })

  it('待办 holds every open piece, with the working days one counts oneself', async () => {
    const { rows } = lists
    const { rows: todo, total } = await office.read<TodoAnswer>(`/api/units/${unit}/todo`)
    const open = rows.filter(isOpen).map(({ id }) => id).sort()
    const listed = todo.flatMap(({ row }) => row?.id ?? [])
    if (total === todo.length) expect([...listed].sort()).toEqual(open)
    for (const { row, workdaysLeft } of todo) {
      if (row === null || row.dueDay === null) continue
      const expected = server.day > row.dueDay ? -calendar.workdaysBetween(row.dueDay, server.day) : calendar.workdaysBetween(server.day, calendar.lastWorkday(row.dueDay))
      // 0 and −0 are one day.
      expect([row.id, workdaysLeft! + 0]).toEqual([row.id, expected + 0])
    }
  })

  it('the forecast counts the open pieces of its lists, both ways', async () => {
    const { answer: { unit: row }, rows } = lists
    const { forecast } = await office.read<ForecastAnswer>(`/api/units/${unit}/forecast`)
    const due = (until: string) => only(rows, (each) => isWaiting(each) && each.dueDay !== null && each.dueDay <= until)
    expect([forecast.dueWithin5, forecast.dueWithin10]).toEqual([due(calendar.addWorkdays(server.day, 5)), due(calendar.addWorkdays(server.day, 10))])
    const open = only(rows, (each) => isWaiting(each) && each.year === year && each.dueDay !== null && each.dueDay <= `${year}-12-31`)
    expect(forecast.openOfYear).toBe(open)
    expect(forecast.ifAllInTime.onTime).toEqual(ratio(row.onTime.part + open, row.onTime.whole + open))
    expect(forecast.ifNothingMore.onTime).toEqual(ratio(row.onTime.part, row.onTime.whole + open))
  })

  it('the gap plan tried out as a whole gives its own last score and rank', async () => {
    const { plan } = await office.read<GapPlanAnswer>(`/api/units/${unit}/gap-plan`)
    const { projection } = await office.post<ProjectionAnswer>(`/api/units/${unit}/what-if`, {
      obligations: plan.steps.flatMap(({ obligation }) => obligation ?? []), items: plan.steps.filter(({ obligation }) => obligation === null).map(({ item }) => item),
    })
    const { answer: { unit: row } } = lists
    expect([projection.before.score, projection.before.rank, projection.before.overdue]).toEqual([row.score, row.rank, row.overdue])
    expect(projection.before.onTime).toEqual(row.onTime)
    const last = plan.steps[plan.steps.length - 1]
    expect([projection.after.score, projection.after.rank]).toEqual(last ? [last.score, last.rank] : [row.score, row.rank])
  })
})
