import type { Measured } from './measured.ts'
import type { Scene } from './scene.ts'

/** One ratio of the table: measures ours and its bare counterpart in this process, alone. */
export interface Ratio {
  readonly letter: string
  readonly measure: (scene: Scene) => Promise<readonly Measured[]>
}
