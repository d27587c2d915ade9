import { wallWords } from './wall-words.ts'
import { words } from './words.ts'

/** The wall's pages in their order, by the name `?scene=` calls them. */
export const sceneIds = ['overview', 'roll-call', 'departments', 'towns', 'categories', 'trend'] as const
export type SceneId = (typeof sceneIds)[number]

interface SceneWords {
  readonly name: string
  /** In the header; empty stands for all units and categories. */
  readonly scope: string
  readonly foot: string
  /** The foot explains 圈点. */
  readonly depths: boolean
  /** Shows figures fetched by the minute, not pushed. */
  readonly minutely: boolean
}

const scene: Readonly<Record<SceneId, SceneWords>> = {
  'overview': { name: words.scene.overview, scope: '', foot: words.foot.overview, depths: true, minutely: false },
  'roll-call': { name: wallWords.scene.rollCall, scope: wallWords.scope.rollCall, foot: wallWords.foot.rollCall, depths: false, minutely: true },
  'departments': { name: words.scene.departments, scope: words.scope.departments, foot: words.foot.heat, depths: false, minutely: false },
  'towns': { name: words.scene.towns, scope: words.scope.others, foot: words.foot.heat, depths: false, minutely: false },
  'categories': { name: words.scene.categories, scope: '', foot: words.foot.categories, depths: false, minutely: false },
  'trend': { name: wallWords.scene.trend, scope: wallWords.scope.trend, foot: wallWords.foot.trend, depths: false, minutely: true },
}

export const wallScenes: readonly SceneWords[] = sceneIds.map((id) => scene[id])
