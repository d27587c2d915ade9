import { sameFact } from '../../shared/facts/same-fact.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'
import type { Fact } from '../../shared/facts/fact.ts'

/** A key used before within its feed: the same content again is a retry, other content is refused with the way out. */
export function keyReuse(earlier: Fact, fact: Fact): 'duplicate' | Refusal[] {
  if (sameFact(earlier, fact)) return 'duplicate'
  return [refusal('key-reused', 'key', `编号 ${fact.key} 已经登记过，内容不同。要更正原记录，请另报一条 kind 为 corrected 的更正；若是新的事，请换一个编号。`)]
}
