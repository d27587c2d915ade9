import { onScopeDispose, ref, type Ref } from 'vue'

/** How the wall lies: an album of leaves, the printed page, or a hanging scroll. */
export type WallShape = 'wide' | 'usual' | 'tall'

interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels of the wall's unit u: 1/135 of the height, never more than 1/240 of the width; on a tall wall 1/135 of the width (the same rule as styles/wall.css). */
export function unitOf({ width, height }: Size): number {
  return shapeOf({ width, height }) === 'tall' ? Math.min(width / 135, height / 240) : Math.min(height / 135, width / 240)
}

export function shapeOf({ width, height }: Size): WallShape {
  if (width >= 3 * height) return 'wide'
  return width < height ? 'tall' : 'usual'
}

function watched<T>(measure: (size: Size) => T): Ref<T> {
  const now = () => measure({ width: window.innerWidth, height: window.innerHeight })
  const value = ref(now()) as Ref<T>
  const onResize = () => { value.value = now() }
  window.addEventListener('resize', onResize)
  onScopeDispose(() => window.removeEventListener('resize', onResize))
  return value
}

export const wallUnit = () => watched(unitOf)
export const wallShape = () => watched(shapeOf)
