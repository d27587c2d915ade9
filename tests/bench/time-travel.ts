import { join } from 'node:path'
import { addDays, daysBetween, endOfDay, type Day } from '../../shared/time/day.ts'
import { spreadOf, timed, type Measured } from './measured.ts'
import { randomOf } from './random.ts'
import type { Ratio } from './ratio.ts'
import { startProgram, serverEnv } from './server-process.ts'

const PASTS = 30
const FROM: Day = '2025-01-01'

interface Travelled {
  readonly what: string
  readonly first: readonly number[]
  readonly again: readonly number[]
}

/** T: any day of the sample's two years, as known at any instant, through HTTP on a server just started; the very first question counts. */
export const timeTravel: Ratio = {
  letter: 'T',
  async measure(scene) {
    const server = await startProgram(join(scene.program, 'main.js'), { ...serverEnv(join(scene.temporary, 'time-travel')), SAMPLE: 'on', SAMPLE_LIVE: 'off' })
    const base = `http://127.0.0.1:${server.port}`
    const cookie = await signedIn(base)
    const read = async (path: string) => {
      const answer = await fetch(base + path, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      await answer.arrayBuffer()
    }
    const random = randomOf(11)
    const days = daysBetween(FROM, scene.today)
    const pasts = Array.from({ length: PASTS }, (_, n) => {
      const day = addDays(FROM, Math.floor(random() * days))
      const known = n % 3 === 0 ? '' : `&knownAt=${endOfDay(addDays(day, Math.floor(random() * (daysBetween(day, scene.today) + 1))))}`
      return { year: day.slice(0, 4), query: `asOf=${day}${known}` }
    })
    const boards = await travelled('board', pasts.map(({ query }) => `/api/board?${query}`), read)
    // The other way round: none of these is still judged.
    const results = await travelled('assessment', pasts.map(({ year, query }) => `/api/assessments/${year}?${query}`).reverse(), read)
    await server.stop()
    return [boards, results].flatMap(linesOf)
  },
}

async function travelled(what: string, paths: readonly string[], read: (path: string) => Promise<void>): Promise<Travelled> {
  const first: number[] = []
  const again: number[] = []
  for (const path of paths) {
    first.push(await timed(() => read(path)))
    again.push(await timed(() => read(path)))
  }
  return { what, first, again }
}

function linesOf({ what, first, again }: Travelled): readonly Measured[] {
  const worst = (values: readonly number[]) => ({ ...spreadOf(values), median: Math.max(...values) })
  return [
    { letter: `T, ${what}`, what: `${PASTS} random days and instants of the sample, the slowest`, against: '-', unit: 'ms', ours: spreadOf(first), bare: null, ratio: worst(first), reach: { atMost: 1_000 }, notes: [`the first after the start took ${first[0]!.toFixed(0)} ms`] },
    { letter: `T, ${what} again`, what: 'each asked for again, the slowest', against: '-', unit: 'ms', ours: spreadOf(again), bare: null, ratio: worst(again), reach: { atMost: 50 } },
  ]
}

async function signedIn(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: base }, body: JSON.stringify({ account: 'supervisor', password: 'yunhe-sample' }),
  })
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]!).join('; ')
}
