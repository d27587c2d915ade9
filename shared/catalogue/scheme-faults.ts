import type { Refusal } from '../refusal.ts'
import { bonusFaults, bandFaults, negativeFaults, vetoFaults } from './ending-faults.ts'
import { FaultList } from './fault-list.ts'
import { leafFaults, leafTitle } from './leaf-faults.ts'
import type { SchemeContext } from './scheme-context.ts'
import type { SchemeDraft } from './scheme-draft.ts'
import { pointWords } from './scheme-terms.ts'

/** Letters and digits: codes stand in addresses (`leaf=A1`) and in papers. */
const codeShape = /^[A-Za-z][A-Za-z0-9.]{0,9}$/

/** Points that are not blank, added without the dust of binary fractions. */
export function pointsIn(leaves: readonly { readonly points: number | null }[]): number {
  return Math.round(leaves.reduce((sum, { points }) => sum + (points ?? 0), 0) * 100) / 100
}

/**
 * Everything that keeps a scheme (考核评分细则) from being used, each at its field and in a sentence: blanks, codes used
 * twice, leaves that do not sum to 100, rules that cannot be reckoned, rows, slots, traits and kinds nobody knows, bands
 * out of order. Empty: it may be recorded.
 */
export function schemeFaults(scheme: SchemeDraft, known: SchemeContext): readonly Refusal[] {
  const faults = new FaultList()
  basicFaults(scheme, known, faults)
  codeFaults(scheme, faults)
  if (scheme.groups.length === 0) faults.say('no-group', 'groups', '还没有一个一级指标，请先添加。')
  for (const [at, group] of scheme.groups.entries()) {
    const place = `groups[${at}]`
    faults.text(`${place}.name`, `一级指标${group.code}的名称`, group.name)
    if (group.leaves.length === 0) faults.say('no-leaf', place, `一级指标${group.code}“${group.name}”下面没有指标，请添加一个，或删去这一级。`)
    for (const [n, leaf] of group.leaves.entries()) leafFaults(leaf, `${place}.leaves[${n}]`, { faults, known })
  }
  const sum = pointsIn(scheme.groups.flatMap((group) => group.leaves))
  if (scheme.groups.length > 0 && sum !== 100) {
    const rest = pointWords(Math.abs(100 - sum))
    faults.say('not-100-points', 'groups', `各指标分值合计${pointWords(sum)}分，${sum < 100 ? `还差${rest}分` : `多出${rest}分`}，应正好为100分。`)
  }
  bonusFaults(scheme.bonus, faults)
  negativeFaults(scheme.negative, faults)
  vetoFaults(scheme.veto, faults)
  bandFaults(scheme.bands, faults)
  return faults.all
}

function basicFaults(scheme: SchemeDraft, known: SchemeContext, faults: FaultList): void {
  faults.text('name', '细则名称', scheme.name)
  if (faults.text('version', '版次', scheme.version) && known.usedVersions.includes(scheme.version.trim())) {
    faults.say('version-used', 'version', `版次“${scheme.version.trim()}”已经用过，请给新版另起一个，例如“${nextVersion(scheme.version, known.usedVersions)}”。`)
  }
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(scheme.yearStart)) {
    faults.say('not-a-month-day', 'yearStart', '考核年度起始日应写成“月-日”，如01-01或11-01，日不超过28。')
  }
  faults.number({ place: 'leafCap', what: '单项上限倍数', value: scheme.leafCap, least: 1, most: 10 })
  faults.number({ place: 'rankFloor', what: '参加排名的最少已评判责任项数', value: scheme.rankFloor, least: 0, whole: true })
}

/** "2026.1" after "2026.1" is "2026.2"; what does not end in a number is counted on. */
export function nextVersion(version: string, used: readonly string[]): string {
  const [, stem = version.trim(), last] = /^(.*?)(\d+)$/.exec(version.trim()) ?? []
  for (let n = last === undefined ? 2 : +last + 1; ; n += 1) {
    const next = last === undefined ? `${stem}.${n}` : `${stem}${n}`
    if (!used.includes(next)) return next
  }
}

/** Codes name leaves, bonuses and deductions in marks (评分) and lists: one code, one thing. */
function codeFaults(scheme: SchemeDraft, faults: FaultList): void {
  const leaves = scheme.groups.flatMap((group, at) => group.leaves.map((leaf, n) => ({ code: leaf.code, place: `groups[${at}].leaves[${n}].code`, title: leafTitle(leaf) })))
  const entries = [
    ...scheme.bonus.entries.map(({ code, name }, n) => ({ code, place: `bonus.entries[${n}].code`, title: `加分项${code}“${name}”` })),
    ...scheme.negative.map(({ code, name }, n) => ({ code, place: `negative[${n}].code`, title: `减分项${code}“${name}”` })),
  ]
  uniqueCodes(scheme.groups.map(({ code, name }, at) => ({ code, place: `groups[${at}].code`, title: `一级指标${code}“${name}”` })), faults)
  uniqueCodes([...leaves, ...entries], faults)
}

function uniqueCodes(all: readonly { readonly code: string; readonly place: string; readonly title: string }[], faults: FaultList): void {
  const seen = new Map<string, string>()
  for (const { code, place, title } of all) {
    const first = seen.get(code)
    if (code.trim() === '') faults.say('blank', place, `${title.replace('“”', '')}的编号没有填写。`)
    else if (!codeShape.test(code) || code === 'veto') faults.say('bad-code', place, `编号“${code}”不能用：请以字母开头，只用字母、数字和点，不超过10个字，如 A1。`)
    else if (first !== undefined) faults.say('code-used-twice', place, `编号“${code}”用了两次：${first}已经用了，请给${title}另起一个。`)
    else seen.set(code, title)
  }
}
