import type { Instant } from '../shared/time/day.ts'
import type { Hello, JoinAnswer, JoinRequest, JoinSince, Patch, UnitPatch } from '../shared/wire/events.ts'
import type { Fold } from './fold.ts'

/** 正在连接 · 连接正常 · 推送中断，定时取数 · 连接中断 · 登录已失效 */
export type LineState = 'connecting' | 'live' | 'polling' | 'cut' | 'ended'

/** What a transport tells the channel. */
export interface TransportEvents {
  hello(hello: Hello): void
  patch(patch: Patch | UnitPatch): void
  /** Anything at all came from the server. */
  heard(): void
  down(): void
  goodbye(reason: { readonly code: string; readonly message: string }): void
}

/** A socket, or a stand-in for one. It reconnects by itself and says hello anew each time. */
export interface Transport {
  open(events: TransportEvents): void
  join(request: JoinRequest, since: JoinSince | null, answer: (answer: JoinAnswer) => void): void
  close(): void
}

/** Where frames and states go. */
export interface Sink<F> {
  frame(frame: F): void
  state(state: LineState): void
  greeted(now: Instant): void
  /** The last frame is known to be true now. */
  confirmed(): void
  ended(message: string): void
}

export interface ChannelParts<F extends { readonly revision: number }> {
  readonly transport: Transport
  readonly fold: Fold<F>
  readonly sink: Sink<F>
  /** The whole frame over REST, `none` where the room has none; null when the right to it has ended; rejects when the server cannot be reached. */
  readonly poll: () => Promise<F | 'none' | null>
  /** Runs after the milliseconds, once; answers how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void
}

export const POLL_FIRST_MS = 3_000
export const POLL_EVERY_MS = 10_000
export const REJOIN_MS = 5_000

/**
 * Keeps one frame true over a line that breaks. A join asks for what is missing since the frame's revision; another epoch or a
 * gap asks for the whole. While the line is down the last frame stays, and REST stands in.
 */
export function openChannel<F extends { readonly revision: number }>(parts: ChannelParts<F>): { close(): void } {
  const { transport, fold, sink, poll, after } = parts
  let frame: F | null = null
  let frameEpoch: string | null = null
  let epoch: string | null = null
  let attempt = 0
  let joining = false
  let held: (Patch | UnitPatch)[] = []
  let state: LineState = 'connecting'
  let cancel = () => {}

  const turn = (next: LineState) => {
    if (state === 'ended') return
    state = next
    sink.state(next)
  }
  const later = (ms: number, run: () => void) => {
    cancel()
    cancel = after(ms, run)
  }
  const show = (next: F, of: string | null) => {
    frame = next
    frameEpoch = of
    sink.frame(next)
    sink.confirmed()
  }
  const end = (message: string) => {
    cancel()
    turn('ended')
    attempt += 1
    transport.close()
    sink.ended(message)
  }

  const join = (whole: boolean) => {
    const mine = ++attempt
    joining = true
    held = []
    const since = !whole && frame !== null && frameEpoch !== null && frameEpoch === epoch ? { epoch: frameEpoch, revision: frame.revision } : null
    transport.join(fold.request, since, (answer) => {
      if (mine !== attempt) return
      joining = false
      settle(answer)
    })
  }

  const settle = (answer: JoinAnswer) => {
    if ('error' in answer) {
      if (answer.error.code === 'forbidden' || answer.error.code === 'unauthenticated') return end(answer.error.message)
      turn('cut')
      return later(REJOIN_MS, () => join(true))
    }
    const whole = fold.whole(answer)
    if (whole !== undefined) show(whole, epoch)
    const missed = 'patches' in answer ? [...answer.patches, ...held] : held
    held = []
    cancel()
    turn('live')
    sink.confirmed()
    for (const patch of missed) if (!take(patch)) return
  }

  /** False when the patch does not follow the frame and the whole was asked for. */
  const take = (patch: Patch | UnitPatch): boolean => {
    if (frame === null) {
      join(true)
      return false
    }
    if (patch.to <= frame.revision) return true
    const next = fold.next(frame, patch)
    if (next === 'gap') {
      join(true)
      return false
    }
    show(next, epoch)
    return true
  }

  const standIn = () => {
    const mine = attempt
    poll().then(
      (whole) => {
        if (mine !== attempt || state === 'live' || state === 'ended') return
        if (whole === null) return end('')
        if (whole !== 'none') show(whole, null)
        turn(whole === 'none' ? 'cut' : 'polling')
        later(POLL_EVERY_MS, standIn)
      },
      () => {
        if (mine !== attempt || state === 'live' || state === 'ended') return
        turn('cut')
        later(POLL_EVERY_MS, standIn)
      },
    )
  }

  transport.open({
    hello(hello) {
      epoch = hello.epoch
      sink.greeted(hello.now)
      join(false)
    },
    patch(patch) {
      if (joining) held.push(patch)
      else take(patch)
    },
    heard: () => {
      if (state === 'live') sink.confirmed()
    },
    down() {
      if (state === 'ended') return
      attempt += 1
      joining = false
      if (state === 'live' || state === 'connecting') {
        turn('cut')
        later(POLL_FIRST_MS, standIn)
      }
    },
    goodbye({ code, message }) {
      // A server that stops comes back; its going down is said by the line itself.
      if (code !== 'stopping') end(message)
    },
  })
  later(POLL_FIRST_MS, standIn)

  return {
    close() {
      cancel()
      attempt += 1
      state = 'ended'
      transport.close()
    },
  }
}
