import { resolve } from 'node:path'
import { readDay, type Day } from '../shared/time/day.ts'
import { StartRefusal } from './start-refusal.ts'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What the environment says; every field has a default, so that an empty environment starts the sample. */
export interface Config {
  /** PORT; 0 takes any free one. */
  readonly port: number
  /** HOST: address to listen on. */
  readonly host: string
  /** DATA_DIR as an absolute path. */
  readonly dataDir: string
  /** SAMPLE: the fictional district with its accounts. */
  readonly sample: boolean
  /** SAMPLE_LIVE: the sample's gentle live feed; always off outside sample mode. */
  readonly sampleLive: boolean
  /** DISTRICT: name of the district on every screen; null when not given. */
  readonly district: string | null
  /** SUPERVISED_FROM 督查起始日, for the first start on an empty folder; null = that day itself. */
  readonly supervisedFrom: Day | null
  /** COOKIE_SECURE: auto follows the request's own scheme; on for a proxy that ends TLS. */
  readonly cookieSecure: 'auto' | 'on' | 'off'
  /** TRUST_PROXY: believe X-Forwarded-For and -Proto of the proxy in front. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment, or refuses the start with a sentence naming the first bad variable, its value and what is allowed. */
export function readConfig(env: Environment): Config | StartRefusal {
  try {
    const sample = readChoice(env, 'SAMPLE', ['on', 'off']) !== 'off'
    const sampleLive = readChoice(env, 'SAMPLE_LIVE', ['on', 'off']) !== 'off'
    return {
      port: readPort(env),
      host: readHost(env),
      dataDir: resolve(readText(env, 'DATA_DIR', 1_000) ?? './var'),
      sample,
      sampleLive: sample && sampleLive,
      district: readText(env, 'DISTRICT', 40) ?? null,
      supervisedFrom: readSupervisedFrom(env),
      cookieSecure: readChoice(env, 'COOKIE_SECURE', ['auto', 'on', 'off']) ?? 'auto',
      trustProxy: readChoice(env, 'TRUST_PROXY', ['on', 'off']) === 'on',
      logLevel: readChoice(env, 'LOG_LEVEL', logLevels) ?? 'info',
    }
  } catch (error) {
    if (error instanceof StartRefusal) return error
    throw error
  }
}

/** An unset variable and an empty one mean the default. */
function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function wrong(env: Environment, name: string, allowed: string): StartRefusal {
  return new StartRefusal(`环境变量 ${name} 的值「${env[name]}」不对：${allowed}。`)
}

function readChoice<Choice extends string>(env: Environment, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = given(env, name)
  const chosen = choices.find(choice => choice === value)
  if (value !== undefined && chosen === undefined) throw wrong(env, name, `只能是 ${choices.join('、')} 之一`)
  return chosen
}

function readPort(env: Environment): number {
  const value = given(env, 'PORT') ?? '8080'
  if (!/^\d{1,5}$/.test(value) || +value > 65_535) throw wrong(env, 'PORT', '应为 0 到 65535 的整数端口号（0 表示任选空闲端口）')
  return +value
}

function readHost(env: Environment): string {
  const value = given(env, 'HOST') ?? '0.0.0.0'
  if (!/^[0-9A-Za-z.:_-]{1,253}$/.test(value)) throw wrong(env, 'HOST', '应为要监听的 IP 地址或主机名，如 127.0.0.1 或 0.0.0.0')
  return value
}

function readText(env: Environment, name: string, longest: number): string | undefined {
  const value = given(env, name)
  if (value !== undefined && (value.length > longest || /\p{Cc}/u.test(value))) {
    throw wrong(env, name, `应为不超过 ${longest} 个字、不含换行等控制字符的文字`)
  }
  return value
}

function readSupervisedFrom(env: Environment): Day | null {
  const value = given(env, 'SUPERVISED_FROM')
  if (value === undefined) return null
  const day = readDay(value)
  if (day === undefined || day < '2000-01-01') {
    throw wrong(env, 'SUPERVISED_FROM', '应为 2000-01-01 以后的真实日期，写作 YYYY-MM-DD，如 2026-01-01')
  }
  return day
}
