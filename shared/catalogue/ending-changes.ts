import type { SchemeChange } from './scheme-changes.ts'
import type { SchemeDraft } from './scheme-draft.ts'
import { changeWords, shareOrBlank, wordsOrBlank } from './value-words.ts'

/** What differs after the leaves: 加分, 减分, 一票否决, 等次. */
export function endingChanges(before: SchemeDraft, after: SchemeDraft): readonly SchemeChange[] {
  const gate = ({ bonus }: SchemeDraft) => `基础分${wordsOrBlank(bonus.gateScore, '分')}以上、无逾期超过${wordsOrBlank(bonus.gateNoOverdueBeyond, '个工作日')}的`
  return [
    ...changeWords(null, '加分上限', [wordsOrBlank(before.bonus.cap, '分'), wordsOrBlank(after.bonus.cap, '分')]),
    ...changeWords(null, '加分门槛', [gate(before), gate(after)]),
    ...entryChanges('加分项', before.bonus.entries, after.bonus.entries),
    ...entryChanges('减分项', before.negative, after.negative),
    ...changeWords(null, '一票否决后的最高得分', [wordsOrBlank(before.veto.cap, '分'), wordsOrBlank(after.veto.cap, '分')]),
    ...vetoChanges(before.veto.entries, after.veto.entries),
    ...bandChanges(before.bands, after.bands),
  ]
}

type Entries = SchemeDraft['negative']

function entryChanges(what: string, before: Entries, after: Entries): readonly SchemeChange[] {
  const changed = after.flatMap(({ code, name, points }): readonly SchemeChange[] => {
    const was = before.find((each) => each.code === code)
    if (!was) return [{ code, kind: 'added', words: `新增${what}${code}“${name}”（${wordsOrBlank(points, '分')}）` }]
    return [
      ...changeWords(code, `${what}${code}的名称`, [was.name, name]),
      ...changeWords(code, `${what}${code}“${name}”的分值`, [wordsOrBlank(was.points, '分'), wordsOrBlank(points, '分')]),
    ]
  })
  const dropped = before.filter(({ code }) => !after.some((each) => each.code === code))
  return [...changed, ...dropped.map(({ code, name }): SchemeChange => ({ code, kind: 'dropped', words: `删去${what}${code}“${name}”` }))]
}

function vetoChanges(before: readonly string[], after: readonly string[]): readonly SchemeChange[] {
  return [
    ...after.filter((entry) => !before.includes(entry)).map((entry): SchemeChange => ({ code: null, kind: 'added', words: `新增否决情形“${entry}”` })),
    ...before.filter((entry) => !after.includes(entry)).map((entry): SchemeChange => ({ code: null, kind: 'dropped', words: `删去否决情形“${entry}”` })),
  ]
}

type Bands = SchemeDraft['bands']

function bandChanges(before: Bands, after: Bands): readonly SchemeChange[] {
  const worded = ({ from, topShare }: Bands[number]) => `${wordsOrBlank(from, '分')}起${topShare === undefined ? '' : `且在前${shareOrBlank(topShare)}`}`
  const changed = after.flatMap((band): readonly SchemeChange[] => {
    const was = before.find(({ name }) => name === band.name)
    return was ? changeWords(null, `等次“${band.name}”`, [worded(was), worded(band)]) : [{ code: null, kind: 'added', words: `新增等次“${band.name}”（${worded(band)}）` }]
  })
  const dropped = before.filter(({ name }) => !after.some((each) => each.name === name))
  return [...changed, ...dropped.map(({ name }): SchemeChange => ({ code: null, kind: 'dropped', words: `删去等次“${name}”` }))]
}
