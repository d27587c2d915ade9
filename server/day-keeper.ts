import { addDays, dayOf, startOfDay, type Day } from '../shared/time/day.ts'
import type { Clock } from './clock.ts'
import type { Intake } from './intake/ports.ts'
import type { Log } from './log.ts'

interface Kept {
  readonly clock: Clock
  readonly live: { readonly day: Day }
  readonly intake: Pick<Intake, 'roll'>
  /** What time alone settles on the day reached; asked at each look, for a day may also begin with somebody's entry. */
  readonly settle: () => Promise<void>
  readonly log: Log
}

const MINUTE = 60_000

/** Rolls the board to today, and from then on to each new local day as it begins. Looks at least once a minute, for clocks are set. */
export async function keepDay({ clock, live, intake, settle, log }: Kept): Promise<{ stop(): void }> {
  let timer: NodeJS.Timeout | undefined

  async function rollIfDue(): Promise<void> {
    const today = dayOf(clock.now())
    if (today > live.day) await intake.roll(today)
    await settle()
  }

  function next(): void {
    const now = clock.now()
    const tomorrow = startOfDay(addDays(dayOf(now), 1))
    const wait = Math.min(MINUTE, Math.max(50, Date.parse(tomorrow) - Date.parse(now)))
    timer = setTimeout(() => {
      rollIfDue().catch((error: unknown) => log.error({ err: error }, 'the day could not be rolled')).finally(next)
    }, wait)
    timer.unref()
  }

  await rollIfDue()
  next()
  return { stop: () => clearTimeout(timer) }
}
