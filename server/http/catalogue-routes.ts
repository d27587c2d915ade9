import type { Catalogue, Item } from '../../shared/catalogue/item.ts'
import { printedUnits } from '../../shared/catalogue/subjects.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { Api, HttpParts } from './parts.ts'
import { notFound } from './errors.ts'

/** 目录: those in force, and one with every row, its doubts, whom it is printed for and who owes it. */
export function catalogueRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/catalogues', c => {
    const catalogues = inForce(parts.live.world()).map(({ items, ...head }) => ({
      ...head, rows: new Set(items.map(item => item.line)).size, items: items.length, doubts: items.reduce((sum, item) => sum + item.doubts.length, 0),
    }))
    return c.json({ catalogues })
  })

  api.get('/api/catalogues/:id', c => {
    const world = parts.live.world()
    const catalogue = inForce(world).find(each => each.id === c.req.param('id'))
    if (catalogue === undefined) throw notFound(`编号为“${c.req.param('id').slice(0, 40)}”的目录`)
    const owners = ownersOf(world)
    const units = [...world.units.values()]
    const items = catalogue.items.map(item => ({ ...item, units: printedUnits(item, units), owedBy: owners.get(item.id) ?? ownersOfGroup(item, owners) }))
    return c.json({ ...catalogue, items })
  })
}

/** The last version of each catalogue, in the order they came into force. */
function inForce(world: World): readonly Catalogue[] {
  return [...new Map(world.versions.map(version => [version.id, version])).values()]
}

/** Unit ids by item, after kinds, traits and decisions; a folded bureau item is owed through its district twin. */
function ownersOf(world: World): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>()
  for (const duty of world.duties.values()) {
    if (duty.state === 'notApplicable') continue
    for (const item of [duty.item, ...duty.twins]) owners.set(item.id, [...(owners.get(item.id) ?? []), duty.unit.id])
  }
  return owners
}

/** A group's member (文件解读的一种形式) opens nothing itself: whoever owes the group may use it. */
function ownersOfGroup(item: Item, owners: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return item.cadence.kind === 'member' ? owners.get(item.cadence.of) ?? [] : []
}
