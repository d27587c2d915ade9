import { destination, pino, type Logger } from 'pino'
import type { Clock } from './clock.ts'

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** One JSON record a line on standard error; secrets never reach it, whatever was logged. */
export function openLog(level: string, clock: Clock): Log {
  const redact = { paths: ['*.password', '*.token', '*.cookie', '*.authorization', '*.secret'], censor: '***' }
  const timestamp = () => `,"at":"${clock.now()}"`
  return pino({ level, redact, base: null, timestamp }, destination({ dest: 2, sync: true }))
}
