import { refusal, type Refusal } from '../refusal.ts'
import type { Day } from '../time/day.ts'
import type { DutyState, Setting } from '../facts/setting.ts'
import { claimable, type ClaimRow } from './claimable.ts'
import { answerByOf, decisionOf } from './duty-decisions.ts'
import type { Duty } from './duty.ts'
import type { World } from './world.ts'

/** What a unit or the office says of duties (责任认领). */
export interface ClaimAsked {
  readonly duties: readonly ClaimRow[]
  readonly state: DutyState
  /** First day it holds; today where none is given. */
  readonly effective?: Day | undefined
  readonly reason?: string | undefined
}

/** Who says it: a clerk of one unit, or a supervisor. */
export type Claimer = { readonly role: 'clerk'; readonly unit: string } | { readonly role: 'supervisor' }

/** `faults` concern the whole request, which then says nothing; `refusals` single rows, the others are taken. */
export interface ClaimsRead {
  readonly faults: readonly Refusal[]
  readonly refusals: readonly Refusal[]
  readonly settings: readonly Setting[]
  readonly accepted: readonly ClaimRow[]
}

const spokenReasons: Readonly<Record<DutyState, string>> = {
  proposed: '请于五个工作日内认领或提出异议，逾期未提出的视为认领', claimed: '认领', objected: '', notApplicable: '',
}

/**
 * Reads what is said of duties against how they stand. A clerk accepts or objects (with a reason) for the own unit, while
 * the proposal can still be answered; a supervisor proposes, decides objections and marks 不适用 with reason and day.
 * No day still to come is taken, and an office decision that sets an objection aside needs its reason.
 */
export function readClaims(asked: ClaimAsked, by: Claimer, world: World): ClaimsRead {
  const faults = faultsOf(asked, by, world)
  if (faults.length > 0) return { faults, refusals: [], settings: [], accepted: [] }
  const refusals: Refusal[] = []
  const accepted: ClaimRow[] = []
  const met = new Set<string>()
  asked.duties.forEach((row, index) => {
    const found = claimable(row, by.role === 'clerk' ? by.unit : null, world)
    const message = 'message' in found ? found.message : sentenceAgainst(found.duty, { asked, by, met }, world)
    if (message === null) {
      met.add(`${row.unit}|${row.item}`)
      accepted.push({ unit: row.unit, item: row.item })
    } else refusals.push({ ...refusal('message' in found ? found.code : 'wrong-state', 'duties', message), index })
  })
  const reason = asked.reason?.trim() || spokenReasons[asked.state]
  const setting: Setting = { kind: 'dutyState', effective: asked.effective ?? world.day, duties: accepted, state: asked.state, reason }
  return { faults, refusals, accepted, settings: accepted.length === 0 ? [] : [setting] }
}

function faultsOf({ state, effective, reason = '' }: ClaimAsked, by: Claimer, world: World): Refusal[] {
  const faults: Refusal[] = []
  const fault = (code: string, field: string, message: string) => void faults.push(refusal(code, field, message))
  if (by.role === 'clerk' && (state === 'proposed' || state === 'notApplicable')) {
    fault('not-yours', 'state', '单位只能认领或提出异议；送交认领、认定不适用由区政府办公室办理。')
  }
  if (by.role === 'supervisor' && state === 'objected') fault('not-yours', 'state', '异议由责任单位的联络员提出，区政府办公室不能代提。')
  if (state === 'objected' && reason.trim() === '') fault('reason-needed', 'reason', '提出异议须写明理由，如三定规定、权责清单的条款。')
  if (state === 'notApplicable' && reason.trim() === '') fault('reason-needed', 'reason', '认定不适用须写明依据，如三定规定、权责清单或划转文件。')
  if (state === 'notApplicable' && effective === undefined) fault('day-needed', 'effective', '认定不适用须写明自哪一天起不承担。')
  if (effective === undefined) return faults
  if (effective > world.day) fault('day-to-come', 'effective', `起始日不能晚于今天（${world.day}），请到那一天再办。`)
  else if (effective < world.supervisedFrom) fault('day-too-early', 'effective', `起始日不能早于督查起始日（${world.supervisedFrom}）。`)
  else if (effective < world.day && (by.role === 'clerk' || state === 'proposed')) {
    fault('day-passed', 'effective', '认领、异议和送交认领都自当天起算，不能写以前的日期。')
  }
  return faults
}

interface Row {
  readonly asked: ClaimAsked
  readonly by: Claimer
  readonly met: ReadonlySet<string>
}

/** Why this duty cannot become what is asked, naming the row; null when it can. */
function sentenceAgainst(duty: Duty, { asked, by, met }: Row, world: World): string | null {
  const row = `${duty.unit.shortName}“${duty.item.path.at(-1) ?? duty.item.id}”`
  if (met.has(duty.key)) return `${row}在这次提交里重复了，只取第一次。`
  const decision = decisionOf(world.decisions, duty.key)
  const answerBy = answerByOf(decision, world.calendar)
  if (by.role === 'clerk') {
    if (duty.state === 'claimed') return `${row}已经认领；情况有变化的，请向区政府办公室说明，由办公室认定。`
    if (duty.state === 'notApplicable') return `${row}已认定为不适用，不需认领；重新承担的，请向区政府办公室说明。`
    if (asked.state === 'objected' && answerBy !== null && answerBy < world.day) {
      return `${row}应在${answerBy}前提出异议，期限已过，视为认领；确不承担的，请向区政府办公室说明。`
    }
    return null
  }
  if (asked.state === 'proposed') {
    if (duty.state === 'claimed') return `${row}已经认领，不必再送；不再承担的，请认定为不适用。`
    if (duty.state === 'notApplicable') return `${row}已认定为不适用；重新承担的，请直接认定为已认领。`
    return answerBy === null || answerBy < world.day ? null : `${row}已在${decision?.since ?? ''}送交，单位可在${answerBy}前答复，不必重送。`
  }
  if (asked.state === 'claimed') {
    if (duty.state === 'claimed') return `${row}本来就是已认领，没有变化。`
    return duty.state === 'objected' && !asked.reason?.trim() ? `${row}单位有异议，认定由其承担须写明理由。` : null
  }
  return duty.state === 'notApplicable' && decision?.since === asked.effective ? `${row}已认定自${decision?.since ?? ''}起不适用，没有变化。` : null
}
