import { paperKinds, type PaperForm, type PaperName } from '../../shared/assessment/paper-kinds.ts'
import type { PaperChoices, PaperRequest } from '../../shared/wire/paper-answers.ts'

/** What is set on the page. */
export interface PaperSettings {
  readonly asOf: string
  readonly known: 'now' | 'then' | 'on'
  readonly knownDay: string
  /** Empty: every unit. */
  readonly units: readonly string[]
  /** Empty: every ruled appeal. */
  readonly appeal: string
  readonly edition: string
}

/** `asOf` and `knownAt` as addresses and requests carry them; absent where nothing is chosen. */
export function timesOf({ asOf, known, knownDay }: Pick<PaperSettings, 'asOf' | 'known' | 'knownDay'>, to: string): { readonly asOf?: string; readonly knownAt?: string } {
  const knownAt = known === 'now' ? '' : known === 'then' ? asOf || to : knownDay
  return { ...(asOf !== '' && { asOf }), ...(knownAt !== '' && { knownAt }) }
}

/** The jobs one click starts: a pack for each unit, everything else in one. */
export function requestsFor(paper: PaperName, form: PaperForm, { settings, choices }: { readonly settings: PaperSettings; readonly choices: PaperChoices }): readonly PaperRequest[] {
  const base: PaperRequest = { paper, form, ...timesOf(settings, choices.to) }
  const { units, appeal, edition } = settings
  if (paper === 'evidence') return (units.length === 0 ? choices.units.map(each => each.id) : units).map(unit => ({ ...base, units: [unit] }))
  const within = units.length === 0 ? base : { ...base, units }
  switch (paperKinds[paper].per) {
    case 'appeal': return [appeal === '' ? within : { ...base, appeal: Number(appeal) }]
    case 'edition': return [{ ...base, edition }]
    default: return [paper === 'scores' || paper === 'circular' ? base : within]
  }
}
