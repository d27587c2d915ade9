import { describe, expect, it } from 'vitest'
import { isNdjson, takeBody } from '../../../server/feeds/push-api.ts'
import { UnreadableBody } from '../../../server/feeds/unreadable-body.ts'
import { Unreadable } from '../../../server/intake/unreadable.ts'
import { StoreFull } from '../../../server/store/store-full.ts'
import type { FactSource, Intake, IntakeResult } from '../../../server/intake/ports.ts'

const source: FactSource = { feed: 'cms', scope: { role: 'feed', units: '*' }, request: { who: 'feed:cms', from: 'local' } }
const NDJSON = 'application/x-ndjson'

/** The door as the push API sees it: notes what was brought, and takes every object. */
function door(refuse?: (raw: unknown) => boolean) {
  const brought: (readonly unknown[])[] = []
  const intake: Pick<Intake, 'take'> = {
    take(raws) {
      brought.push(raws)
      const refusals = raws.flatMap((raw, index) => {
        if (raw instanceof Unreadable) return [{ ...raw.refusal, index }]
        return refuse?.(raw) ? [{ code: 'bad', field: '', message: '', index }] : []
      })
      const result: IntakeResult = { accepted: raws.length - refusals.length, duplicates: 0, refused: refusals.length, refusals, revision: brought.length }
      return Promise.resolve(result)
    },
  }
  return { intake, brought }
}

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

async function pushed(contentType: string, ...texts: readonly (string | Uint8Array)[]) {
  const { intake, brought } = door()
  const result = await takeBody({ contentType, bytes: pieces(...texts) }, intake, source)
  return { result, facts: brought.flat() }
}

describe('isNdjson()', () => {
  it.each([
    ['application/x-ndjson', true], ['Application/X-NDJSON; charset=utf-8', true], ['application/jsonl', true],
    ['application/json', false], ['application/x-ndjson-seq', false], ['', false],
  ])('of %s is %s', (type, yes) => {
    expect(isNdjson(type)).toBe(yes)
  })
})

describe('takeBody() of JSON', () => {
  const cases: readonly (readonly [what: string, text: string, facts: readonly unknown[]])[] = [
    ['one object', ' {"key":"甲"}\n', [{ key: '甲' }]],
    ['an array', '[{"key":"a"},5,null]', [{ key: 'a' }, 5, null]],
    ['an empty array', '[]', []],
    ['a byte order mark', '\ufeff{"key":"a"}', [{ key: 'a' }]],
    ['a bare value, which is one fact to be refused', '5', [5]],
  ]
  it.each(cases)('reads %s', async (_what, text, facts) => {
    expect((await pushed('application/json', text)).facts).toEqual(facts)
  })

  it('joins a character cut in two by the network', async () => {
    const bytes = new TextEncoder().encode('{"key":"甲"}')
    expect((await pushed('application/json', bytes.slice(0, 9), bytes.slice(9))).facts).toEqual([{ key: '甲' }])
  })

  it('brings an array of 2,500 in transactions of 1,000 and names the refused by their place in the body', async () => {
    const { intake, brought } = door((raw) => (raw as { n: number }).n === 2100)
    const text = JSON.stringify(Array.from({ length: 2500 }, (_, n) => ({ n })))
    const result = await takeBody({ contentType: 'application/json', bytes: pieces(text) }, intake, source)
    expect(brought.map((each) => each.length)).toEqual([1000, 1000, 500])
    expect(result).toMatchObject({ accepted: 2499, refused: 1, revision: 3, refusals: [{ index: 2100 }] })
  })

  const unreadable: readonly (readonly [what: string, text: string, sentence: string])[] = [
    ['broken JSON', '[{"a":1},\n {"b":}]', '请求内容不是合格的 JSON（第 2 行第 7 个字符处），请检查后重发，没有任何一条入账。'],
    ['cut JSON', '[{"a":1}', '请求内容不是合格的 JSON（第 1 行第 9 个字符处），请检查后重发，没有任何一条入账。'],
    ['nothing', ' \n', '请求内容是空的，请提交一条记录、记录数组，或逐行的 JSON。'],
  ]
  it.each(unreadable)('refuses %s whole, with the place', async (_what, text, message) => {
    const { intake, brought } = door()
    const taking = takeBody({ contentType: 'application/json', bytes: pieces(text) }, intake, source)
    await expect(taking).rejects.toMatchObject({ name: 'UnreadableBody', status: 400, code: 'unreadable', message })
    expect(brought).toEqual([])
  })

  it('stops reading after 8 MB', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++
        yield new Uint8Array(1024 * 1024).fill(32)
      }
    }
    const taking = takeBody({ contentType: 'application/json', bytes: endless() }, door().intake, source)
    await expect(taking).rejects.toBeInstanceOf(UnreadableBody)
    await expect(taking).rejects.toMatchObject({ status: 413, code: 'too-large' })
    expect(asked).toBe(9)
  })
})

describe('takeBody() of NDJSON', () => {
  it('reads lines however the network cuts them, with either line end, and the last without one', async () => {
    const bytes = new TextEncoder().encode('{"key":"甲"}\r\n\n  \n{"key":"乙"}\n{"key":"丙"}')
    const single = [...bytes].map((byte) => new Uint8Array([byte]))
    expect((await pushed(NDJSON, ...single)).facts).toEqual([{ key: '甲' }, { key: '乙' }, { key: '丙' }])
  })

  it('names a broken line by index and place and takes the others in order', async () => {
    const { result, facts } = await pushed(NDJSON, '{"n":1}\n\n{"n":2\n{"n":3}\nnonsense\n{"n":5}\n')
    expect(facts.filter((each) => !(each instanceof Unreadable))).toEqual([{ n: 1 }, { n: 3 }, { n: 5 }])
    expect(result).toMatchObject({ accepted: 3, refused: 2 })
    expect(result.refusals).toEqual([
      { code: 'broken-line', field: '', index: 1, message: '第 3 行不是合格的 JSON（第 7 个字符处），请检查后重报这一行。' },
      { code: 'broken-line', field: '', index: 3, message: '第 5 行不是合格的 JSON（第 1 个字符处），请检查后重报这一行。' },
    ])
  })

  it.each([['in one piece', 200_000], ['in many pieces', 1000]])('refuses a line over 64 KB that comes %s and goes on behind it', async (_what, size) => {
    const text = `{"n":1}\n{"n":"${'x'.repeat(150_000)}"}\n{"n":3}\n`
    const cut = Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size))
    const { result, facts } = await pushed(NDJSON, ...cut)
    expect(facts).toHaveLength(3)
    expect([facts[0], facts[2]]).toEqual([{ n: 1 }, { n: 3 }])
    expect(result.refusals).toMatchObject([{ code: 'line-too-long', index: 1, message: '第 2 行超过 64 KB，请拆分后重报。' }])
  })

  it('measures a line in bytes as sent', async () => {
    const line = (n: number) => `"${'甲'.repeat(n)}"\n`
    const { facts } = await pushed(NDJSON, line(21_844), line(21_845))
    expect(facts.map((each) => each instanceof Unreadable)).toEqual([false, true])
  })

  it('asks for more bytes only when the last batch was taken, and holds no more than a batch', async () => {
    let sent = 0
    let taken = 0
    let most = 0
    async function* lines(): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < 40; piece++) {
        sent += 250
        most = Math.max(most, sent - taken)
        yield new TextEncoder().encode(Array.from({ length: 250 }, () => '{"n":1}\n').join(''))
      }
    }
    const intake: Pick<Intake, 'take'> = {
      take: async (raws) => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        taken += raws.length
        return { accepted: raws.length, duplicates: 0, refused: 0, refusals: [], revision: taken }
      },
    }
    const result = await takeBody({ contentType: NDJSON, bytes: lines() }, intake, source)
    expect(result).toMatchObject({ accepted: 10_000, revision: 10_000 })
    expect(most).toBeLessThanOrEqual(1250)
  })

  it('does not keep lines waiting for a feed that sends slowly', async () => {
    const { intake, brought } = door()
    let goOn = (): void => undefined
    const pause = new Promise<void>((resolve) => (goOn = resolve))
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"n":1}\n')
      await pause
      yield new TextEncoder().encode('{"n":2}\n')
    }
    const taking = takeBody({ contentType: NDJSON, bytes: slow() }, intake, source)
    await expect.poll(() => brought.length).toBe(1)
    goOn()
    expect(await taking).toMatchObject({ accepted: 2 })
  })

  it('lists the first 1,000 refusals and counts all', async () => {
    const { result } = await pushed(NDJSON, 'x\n'.repeat(2500))
    expect(result.refused).toBe(2500)
    expect(result.refusals).toHaveLength(1000)
  })

  it('answers an empty body with where the journal stands', async () => {
    expect((await pushed(NDJSON, '\n')).result).toEqual({ accepted: 0, duplicates: 0, refused: 0, refusals: [], revision: 1 })
  })

  it('says how much is kept when the disk fills up in the middle', async () => {
    let calls = 0
    const intake: Pick<Intake, 'take'> = {
      take: (raws) => ++calls > 2
        ? Promise.reject(new StoreFull(new Error('SQLITE_FULL')))
        : Promise.resolve({ accepted: raws.length, duplicates: 0, refused: 0, refusals: [], revision: calls }),
    }
    const taking = takeBody({ contentType: NDJSON, bytes: pieces('{"n":1}\n'.repeat(2500)) }, intake, source)
    await expect(taking).rejects.toThrow('前 2000 条已入账')
    await expect(taking).rejects.toBeInstanceOf(StoreFull)
  })

  it('stops reading the body when taking fails', async () => {
    let closed = false
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new TextEncoder().encode('{"n":1}\n'.repeat(1000))
      } finally {
        closed = true
      }
    }
    const intake: Pick<Intake, 'take'> = { take: () => Promise.reject(new Error('broken')) }
    await expect(takeBody({ contentType: NDJSON, bytes: body() }, intake, source)).rejects.toThrow('broken')
    expect(closed).toBe(true)
  })
})
