import { readFileSync } from 'node:fs'
import type { SchemeContext } from '../../../shared/catalogue/scheme-context.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'

type Loose = Record<string, unknown>

/** The shipped scheme, anew for each caller. */
export const shipped = (): Scheme => JSON.parse(readFileSync(new URL('../../../data/schemes/default.json', import.meta.url), 'utf8')) as Scheme

/** The shipped scheme with one value put in at a place ("groups[0].leaves[1].full"); undefined takes the field away. */
export function shippedWith(...changes: readonly (readonly [place: string, value: unknown])[]): Scheme {
  const scheme = shipped()
  for (const [place, value] of changes) {
    const steps = place.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop()!
    const holder = steps.reduce<Loose>((at, step) => at[step] as Loose, scheme as unknown as Loose)
    if (value === undefined) Reflect.deleteProperty(holder, last)
    else holder[last] = value
  }
  return scheme
}

const unit = (kind: 'department' | 'institution' | 'street' | 'town', ...traits: string[]) => ({ kind, traits })

/** A district that knows all the shipped scheme refers to. */
export const district: SchemeContext = {
  items: [
    { id: 'district-64', name: '政府信息公开年报', slots: [] }, { id: 'district-20', name: '财政预决算', slots: ['budget', 'final'] },
    { id: 'district-44~2', name: '行政执法总体情况', slots: [] }, { id: 'district-6', name: '部门文件', slots: null },
  ],
  traits: ['enforce', 'permit'],
  units: [unit('department', 'enforce'), unit('department'), unit('institution'), unit('street'), unit('town')],
  usedVersions: ['2025.1'],
}
