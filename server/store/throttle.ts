import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { later } from './session-lifetime.ts'
import type { Connection } from './sqlite.ts'

export interface Spent {
  readonly points: number
  /** The count starts anew from here. */
  readonly until: Instant
}

/** Counts tries under a key (an account with an address …) in windows of time; survives a restart. */
export interface ThrottleStore {
  /** One more try; the window begins with the first. */
  spend(key: string, windowSeconds: number): Promise<Spent>
  /** Undefined when nothing was tried within its window. */
  find(key: string): Promise<Spent | undefined>
  clear(key: string): Promise<void>
  sweep(): Promise<number>
}

export function throttleStore(connection: Connection, clock: Clock): ThrottleStore {
  const { db } = connection

  async function find(key: string): Promise<Spent | undefined> {
    return db.selectFrom('throttle').select(['points', 'until'])
      .where('key', '=', key).where('until', '>', clock.now()).executeTakeFirst()
  }

  return {
    find,
    async spend(key, windowSeconds) {
      const now = clock.now()
      const fresh = { key, points: 1, until: later(now, windowSeconds * 1_000) }
      await connection.commit([
        db.insertInto('throttle').values(fresh).onConflict(conflict => conflict.column('key').doUpdateSet(eb => ({
          points: eb.case().when('throttle.until', '>', now).then(eb('throttle.points', '+', 1)).else(1).end(),
          until: eb.case().when('throttle.until', '>', now).then(eb.ref('throttle.until')).else(fresh.until).end(),
        }))),
      ])
      return await find(key) ?? fresh
    },
    async clear(key) {
      await connection.commit([db.deleteFrom('throttle').where('key', '=', key)])
    },
    async sweep() {
      return connection.commit([db.deleteFrom('throttle').where('until', '<=', clock.now())])
    },
  }
}
