import { fillStore } from './fill-store.ts'
import { ratioList } from './ratio-list.ts'
import type { Scene } from './scene.ts'

/*
 * One measurement in a process of its own, so that no other's memory or compiled code weighs on it. Told by message what to
 * do, answers by message.
 */
export type Order =
  | { readonly fill: { readonly folder: string; readonly facts: number; readonly to: string } }
  | { readonly letter: string; readonly scene: Scene }

process.once('SIGTERM', () => process.exit(1))
// A measurement may wait for a thread that does not keep the process.
setInterval(() => undefined, 1_000)
process.once('message', (order: Order) => {
  const work = 'fill' in order
    ? fillStore(order.fill.folder, order.fill.facts, order.fill.to)
    : ratioList.find((each) => each.letter === order.letter)!.measure(order.scene)
  work.then(
    (answer) => process.send!({ answer }, () => process.exit(0)),
    (error: unknown) => process.send!({ failed: error instanceof Error ? error.stack : String(error) }, () => process.exit(1)),
  )
})
