import type { World } from '../obligations/world.ts'

/** What the measures read of the world: the judging of obligations is done, only counting is left. */
export type MeasuredWorld = Pick<
  World,
  'day' | 'knownAt' | 'year' | 'district' | 'sample' | 'units' | 'items' | 'categories' | 'calendar' | 'scheme' | 'feeds' | 'duties' | 'acts' | 'settlements'
>
