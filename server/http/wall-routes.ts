import { askedOf } from './ask.ts'
import { conditional } from './conditional.ts'
import type { Api, HttpParts } from './parts.ts'
import { WallBytes } from './wall-bytes.ts'

/** GET /api/wall: trend, forecast, roll calls and countdown beside the board. */
export function wallRoutes(api: Api, parts: HttpParts): void {
  const wall = new WallBytes(parts)
  api.get('/api/wall', async c => {
    const { query, at } = askedOf(c, parts)
    query.done()
    return conditional(c, at === null ? await wall.live() : await wall.past(at))
  })
}
