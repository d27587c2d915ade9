import { onScopeDispose, ref, watch } from 'vue'
import { second } from './clock.ts'

/** One page of the wall at a time: which, for how long still, and whether it rests. */
export interface Rotation {
  readonly scene: number
  readonly left: number
  readonly paused: boolean
}

export type Turn = { readonly to: number } | { readonly by: 1 | -1 } | 'pause' | 'tick'

export interface Pages {
  readonly scenes: number
  readonly seconds: number
  /** Scenes passed over because they failed; asked for by number they are tried again. */
  readonly skips?: (scene: number) => boolean
}

/** The rotation after a turn; a step by hand gives the page its full time again. Scenes are counted from 0. */
export function turned(now: Rotation, turn: Turn, { scenes, seconds, skips = () => false }: Pages): Rotation {
  if (turn === 'pause') return { ...now, paused: !now.paused }
  const stepped = (by: 1 | -1) => {
    for (let scene = now.scene, steps = 0; steps < scenes; steps++) {
      scene = (scene + by + scenes) % scenes
      if (!skips(scene)) return scene
    }
    return now.scene
  }
  if (turn === 'tick') {
    if (now.paused) return now
    return now.left > 1 ? { ...now, left: now.left - 1 } : { ...now, scene: stepped(1), left: seconds }
  }
  const scene = 'to' in turn ? turn.to : stepped(turn.by)
  return scene >= 0 && scene < scenes ? { ...now, scene, left: seconds } : now
}

/** The turn a key asks for, undefined for any other key. */
export function turnOf(key: string): Turn | undefined {
  if (key === ' ') return 'pause'
  if (key === 'ArrowRight' || key === 'ArrowDown' || key === 'PageDown') return { by: 1 }
  if (key === 'ArrowLeft' || key === 'ArrowUp' || key === 'PageUp') return { by: -1 }
  return /^[1-9]$/.test(key) ? { to: Number(key) - 1 } : undefined
}

interface Rotating extends Pages {
  readonly first?: number
  readonly paused?: boolean
  /** While this says so the clock does not count: something else stands in front. */
  readonly held?: () => boolean
}

/** Turns the wall's pages by the clock and by the keyboard for as long as the page stands. */
export function rotate(pages: Rotating) {
  const rotation = ref<Rotation>({ scene: pages.first ?? 0, left: pages.seconds, paused: pages.paused ?? false })
  const take = (turn: Turn) => { rotation.value = turned(rotation.value, turn, pages) }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('button, a, input') !== null) return
    const turn = turnOf(event.key)
    if (turn === undefined) return
    event.preventDefault()
    take(turn)
  }
  window.addEventListener('keydown', onKey)
  watch(second, () => { if (pages.held?.() !== true) take('tick') })
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
  return { rotation, take }
}
