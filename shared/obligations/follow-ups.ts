import { docNumberKey } from '../facts/url-key.ts'
import { byDay, type EffectiveFact } from '../facts/effective-facts.ts'
import type { PolicyDocument } from './document-obligations.ts'
import type { Published } from './documents.ts'
import { dueOfPolicy } from './due.ts'
import type { DutyFacts } from './duty-facts.ts'
import { judgeRepublications, withSamePages } from './republications.ts'
import { judgeOccurrence, type DutyContext, type JudgedOccurrence } from './occurrence.ts'

/** One spelling for what a page says it interprets: a ref as it is, a 文号 without its spellings. */
export function interpretsKey(refOrNumber: string): string {
  return docNumberKey(refOrNumber)
}

/** Names under which interpretations may call a policy document. */
export function policyKeys(policy: PolicyDocument): string[] {
  return [policy.ref, policy.docNumber].flatMap((each) => (each === null ? [] : [interpretsKey(each)]))
}

/** Interpretations published under the group, by the policy they name. */
export function interpretationsOf(facts: DutyFacts): Map<string, Published[]> {
  const found = new Map<string, Published[]>()
  for (const each of facts.published) {
    if (each.fact.interprets === undefined) continue
    const key = interpretsKey(each.fact.interprets)
    const list = found.get(key)
    if (list) list.push(each)
    else found.set(key, [each])
  }
  return found
}

/**
 * One obligation per published policy document, owed by its drafter (谁起草、谁解读), counted from the first publication
 * and settled by the first interpretation in any form, whoever published it.
 */
export function judgeFollowUps(
  context: DutyContext, policies: readonly PolicyDocument[], interpretations: (key: string) => readonly Published[],
): JudgedOccurrence[] {
  return policies.flatMap((policy) => {
    const own = new Set<Published>(policyKeys(policy).flatMap((key) => interpretations(key)))
    const published = [...own].sort((a: EffectiveFact, b: EffectiveFact) => byDay(a, b))
    const result = judgeOccurrence(context, {
      id: `${context.duty.key}|for:${policy.document}`,
      aliases: [], origin: 'followUp', ref: null, period: null, formed: [], eventDay: policy.publishedDay,
      proof: () => 'none', hangsOnFormation: false,
      due: (calendar) => dueOfPolicy(context, policy.publishedDay, calendar),
      published,
    })
    const again = judgeRepublications(context, {
      judged: result, ref: null, formed: [], due: dueOfPolicy, published: withSamePages(published, context.facts.published),
    })
    if (result.obligation.title !== null) return [result, ...again]
    return { ...result, obligation: { ...result.obligation, title: `《${policy.title}》的解读`, facts: [...new Set([...result.obligation.facts, ...policy.facts])] } }
  })
}
