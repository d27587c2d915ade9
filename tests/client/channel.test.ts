import { describe, expect, it } from 'vitest'
import { openChannel, POLL_EVERY_MS, POLL_FIRST_MS, REJOIN_MS, type TransportEvents } from '../../client/channel.ts'
import { boardFold } from '../../client/fold.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { JoinAnswer, JoinSince, Patch } from '../../shared/wire/events.ts'
import { board } from './small-board.ts'

interface Join {
  readonly since: JoinSince | null
  readonly answer: (answer: JoinAnswer) => void
}

/** A channel on a line we hold in our hands: no socket, no timers, no clock. */
function bench(poll: () => Promise<Board | 'none' | null> = () => Promise.reject(new Error('server down'))) {
  const log: string[] = []
  const joins: Join[] = []
  const waits: { ms: number; run: () => void }[] = []
  let line: TransportEvents | undefined
  let shown: Board | null = null
  let closed = false
  const channel = openChannel<Board>({
    fold: boardFold,
    poll,
    after(ms, run) {
      const wait = { ms, run }
      waits.push(wait)
      return () => void (waits.includes(wait) && waits.splice(waits.indexOf(wait), 1))
    },
    transport: {
      open: (events) => { line = events },
      join: (_, since, answer) => { joins.push({ since, answer }) },
      close: () => { closed = true },
    },
    sink: {
      frame: (next) => { shown = next },
      state: (state) => { log.push(state) },
      greeted: () => {},
      confirmed: () => {},
      ended: (message) => { log.push(`ended:${message}`) },
    },
  })
  const hello = (epoch: string, revision = 1) => line!.hello({ epoch, revision, day: '2026-03-17', now: '2026-03-17T02:42:07.000Z' })
  return {
    log, joins, waits, channel, hello,
    line: () => line!,
    revision: () => shown?.revision,
    isClosed: () => closed,
    async fire(ms: number) {
      const wait = waits.find((each) => each.ms === ms)!
      waits.splice(waits.indexOf(wait), 1)
      wait.run()
      await new Promise((done) => setImmediate(done))
    },
  }
}

const patch = (from: number, to: number): Patch => ({ from, to })

describe('openChannel', () => {
  it('openChannel() joins with nothing at first, shows the whole board and is live', () => {
    const b = bench()
    b.hello('e1')
    expect(b.joins.map((join) => join.since)).toEqual([null])
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    expect([b.revision(), b.log]).toEqual([7, ['live']])
  })

  it('openChannel() applies a patch that starts where the frame stands', () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().patch(patch(7, 9))
    expect([b.revision(), b.joins.length]).toEqual([9, 1])
  })

  it('openChannel() asks for the whole board on a gap', () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().patch(patch(8, 9))
    expect([b.revision(), b.joins[1]!.since]).toEqual([7, null])
    b.joins[1]!.answer({ board: board({ revision: 9 }) })
    expect(b.revision()).toBe(9)
  })

  it('openChannel() lets a patch it already has pass', () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 9 }) })
    b.line().patch(patch(7, 9))
    expect([b.revision(), b.joins.length]).toEqual([9, 1])
  })

  it('openChannel() holds patches that arrive while a join is out and applies them after its answer', () => {
    const b = bench()
    b.hello('e1')
    b.line().patch(patch(7, 8))
    b.line().patch(patch(8, 9))
    b.joins[0]!.answer({ board: board({ revision: 8 }) })
    expect([b.revision(), b.joins.length]).toEqual([9, 1])
  })

  it('openChannel() comes back with its revision under the same epoch and takes the missed patches', () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().down()
    b.hello('e1')
    expect(b.joins[1]!.since).toEqual({ epoch: 'e1', revision: 7 })
    b.joins[1]!.answer({ patches: [patch(7, 8), patch(8, 12)] })
    expect([b.revision(), b.log]).toEqual([12, ['live', 'cut', 'live']])
  })

  it('openChannel() asks for the whole board under another epoch', () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().down()
    b.hello('e2')
    expect(b.joins[1]!.since).toBeNull()
  })

  it('openChannel() ignores the late answer of a join made before the line broke', () => {
    const b = bench()
    b.hello('e1')
    b.line().down()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 3 }) })
    expect(b.revision()).toBeUndefined()
    b.joins[1]!.answer({ board: board({ revision: 4 }) })
    expect(b.revision()).toBe(4)
  })

  it('openChannel() keeps the last frame when the line breaks and the server cannot be reached', async () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().down()
    await b.fire(POLL_FIRST_MS)
    expect([b.revision(), b.log.at(-1)]).toEqual([7, 'cut'])
    expect(b.waits.map(({ ms }) => ms)).toEqual([POLL_EVERY_MS])
  })

  it('openChannel() stands in over REST while the socket is down, then asks the socket for the whole', async () => {
    const b = bench(() => Promise.resolve(board({ revision: 20 })))
    b.hello('e1')
    b.joins[0]!.answer({ board: board({ revision: 7 }) })
    b.line().down()
    await b.fire(POLL_FIRST_MS)
    expect([b.revision(), b.log.at(-1)]).toEqual([20, 'polling'])
    b.hello('e1')
    expect(b.joins[1]!.since).toBeNull()
    b.joins[1]!.answer({ board: board({ revision: 21 }) })
    expect([b.revision(), b.log.at(-1), b.waits]).toEqual([21, 'live', []])
  })

  it('openChannel() ends when REST says the right is gone', async () => {
    const b = bench(() => Promise.resolve(null))
    await b.fire(POLL_FIRST_MS)
    expect([b.log, b.isClosed()]).toEqual([['ended', 'ended:'], true])
  })

  it.each([
    ['signed-out', ['live', 'ended', 'ended:登录已失效'], true],
    ['stopping', ['live'], false],
  ])('openChannel() after a goodbye of code %s', (code, log, closed) => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ board: board() })
    b.line().goodbye({ code, message: '登录已失效' })
    expect([b.log, b.isClosed()]).toEqual([log, closed])
  })

  it('openChannel() ends on a forbidden join and tries again after any other refusal', async () => {
    const b = bench()
    b.hello('e1')
    b.joins[0]!.answer({ error: { code: 'busy', message: '稍候' } })
    await b.fire(REJOIN_MS)
    b.joins[1]!.answer({ error: { code: 'forbidden', message: '无权查看' } })
    expect(b.log).toEqual(['cut', 'ended', 'ended:无权查看'])
  })

  it('openChannel() says nothing more after it was closed', async () => {
    const b = bench(() => Promise.resolve(board()))
    b.hello('e1')
    b.channel.close()
    b.joins[0]!.answer({ board: board({ revision: 9 }) })
    b.line().down()
    expect([b.revision(), b.log, b.waits, b.isClosed()]).toEqual([undefined, [], [], true])
  })
})
