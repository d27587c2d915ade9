import { lapsedDuties } from '../shared/obligations/lapsed-duties.ts'
import type { World } from '../shared/obligations/world.ts'
import type { Intake } from './intake/ports.ts'

interface Silent {
  readonly live: { world(): World }
  readonly intake: Pick<Intake, 'decide'>
}

/**
 * Silence is acceptance (责任认领): claims in the clock's name what went unanswered for five working days. What is
 * written is decided at the door itself, so that a proposal answered a moment before is left alone and none lapses twice.
 */
export async function claimSilent({ live, intake }: Silent): Promise<void> {
  if (lapsedDuties(live.world()).length === 0) return
  await intake.decide(world => ({ settings: lapsedDuties(world), answer: undefined }), { source: { feed: 'clock' } })
}
