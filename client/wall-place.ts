import { sceneIds } from './wall-scenes.ts'

const KEY = 'wall-place'

interface Place {
  readonly first: number
  readonly paused: boolean
}

/** Where a wall begins: where the nightly reload left it, else at `?scene=` (a name, or a number counted from 1), else at the overview. */
export function placeOf(kept: string | null, search: string): Place {
  const [name = '', rest] = kept?.split(' ') ?? []
  const asked = kept === null ? (new URLSearchParams(search).get('scene') ?? '') : name
  const named = (sceneIds as readonly string[]).indexOf(asked)
  const numbered = /^[1-9]$/.test(asked) ? Number(asked) - 1 : 0
  const first = named >= 0 ? named : numbered
  return { first: first < sceneIds.length ? first : 0, paused: rest === 'paused' }
}

export function firstScene(): Place {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return placeOf(kept, location.search)
}

/** For the page that comes after this one. */
export function keepScene({ scene, paused }: { readonly scene: number; readonly paused: boolean }): void {
  sessionStorage.setItem(KEY, `${sceneIds[scene] ?? ''}${paused ? ' paused' : ''}`)
}
