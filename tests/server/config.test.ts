import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { StartRefusal } from '../../server/start-refusal.ts'

const defaults = {
  port: 8080, host: '0.0.0.0', dataDir: resolve('./var'), sample: true, sampleLive: true, district: null, supervisedFrom: null,
  cookieSecure: 'auto', trustProxy: false, logLevel: 'info',
}

describe('readConfig()', () => {
  it('starts the sample from an empty environment', () => {
    expect(readConfig({})).toEqual(defaults)
  })

  it.each([
    [{ PORT: '3000' }, { port: 3000 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '' }, {}],
    [{ HOST: '127.0.0.1' }, { host: '127.0.0.1' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ DATA_DIR: '/srv/board' }, { dataDir: '/srv/board' }],
    [{ SAMPLE: 'off' }, { sample: false, sampleLive: false }],
    [{ SAMPLE: 'off', SAMPLE_LIVE: 'on' }, { sample: false, sampleLive: false }],
    [{ SAMPLE_LIVE: 'off' }, { sampleLive: false }],
    [{ DISTRICT: ' 临江区 ' }, { district: '临江区' }],
    [{ SUPERVISED_FROM: '2026-01-01' }, { supervisedFrom: '2026-01-01' }],
    [{ COOKIE_SECURE: 'on' }, { cookieSecure: 'on' }],
    [{ TRUST_PROXY: 'on' }, { trustProxy: true }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  ])('reads %o', (env, change) => {
    expect(readConfig(env)).toEqual({ ...defaults, ...change })
  })

  it.each([
    ['PORT', 'abc', '0 到 65535'],
    ['PORT', '65536', '0 到 65535'],
    ['PORT', '-1', '0 到 65535'],
    ['PORT', '8080.5', '0 到 65535'],
    ['PORT', '0x50', '0 到 65535'],
    ['HOST', 'a b', '127.0.0.1'],
    ['DATA_DIR', 'a\u0000b', '控制字符'],
    ['SAMPLE', 'yes', 'on、off'],
    ['SAMPLE', 'OFF', 'on、off'],
    ['SAMPLE_LIVE', '1', 'on、off'],
    ['DISTRICT', '区'.repeat(41), '不超过 40 个字'],
    ['SUPERVISED_FROM', '2026-02-30', 'YYYY-MM-DD'],
    ['SUPERVISED_FROM', '2026-2-3', 'YYYY-MM-DD'],
    ['SUPERVISED_FROM', '1999-12-31', '2000-01-01'],
    ['COOKIE_SECURE', 'true', 'auto、on、off'],
    ['TRUST_PROXY', 'all', 'on、off'],
    ['LOG_LEVEL', 'verbose', 'trace、debug、info'],
  ])('refuses %s=%s with variable, value and what is allowed', (name, value, allowed) => {
    const refused = readConfig({ [name]: value })
    expect(refused).toBeInstanceOf(StartRefusal)
    const { message } = refused as StartRefusal
    expect(message).toContain(`环境变量 ${name} 的值「${value}」不对`)
    expect(message).toContain(allowed)
  })
})
