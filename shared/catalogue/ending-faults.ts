import type { FaultList } from './fault-list.ts'
import type { SchemeDraft } from './scheme-draft.ts'
import { pointWords, shareWords } from './scheme-terms.ts'

/* What stands after the leaves: 加分, 减分, 一票否决, 等次. */

export function bonusFaults(bonus: SchemeDraft['bonus'], faults: FaultList): void {
  const cap = faults.number({ place: 'bonus.cap', what: '加分上限', value: bonus.cap, least: 0, most: 100 })
  faults.number({ place: 'bonus.gateScore', what: '加分门槛（基础分）', value: bonus.gateScore, least: 0, most: 100 })
  faults.number({ place: 'bonus.gateNoOverdueBeyond', what: '加分门槛（逾期工作日）', value: bonus.gateNoOverdueBeyond, least: 0, whole: true })
  for (const [n, { code, name, points }] of bonus.entries.entries()) {
    const place = `bonus.entries[${n}]`
    faults.text(`${place}.name`, `加分项${code}的名称`, name)
    const stated = faults.number({ place: `${place}.points`, what: `加分项${code}“${name}”的分值`, value: points, least: 0, above: true })
    if (stated && cap && points! > bonus.cap!) {
      faults.say('above-cap', `${place}.points`, `加分项${code}“${name}”（${pointWords(points!)}分）超过了加分上限（${pointWords(bonus.cap!)}分）。`)
    }
  }
}

export function negativeFaults(negative: SchemeDraft['negative'], faults: FaultList): void {
  for (const [n, { code, name, points }] of negative.entries()) {
    faults.text(`negative[${n}].name`, `减分项${code}的名称`, name)
    faults.number({ place: `negative[${n}].points`, what: `减分项${code}“${name}”的分值`, value: points, least: 0, above: true, most: 100 })
  }
}

export function vetoFaults(veto: SchemeDraft['veto'], faults: FaultList): void {
  faults.number({ place: 'veto.cap', what: '一票否决后的最高得分', value: veto.cap, least: 0, most: 100 })
  for (const [n, entry] of veto.entries.entries()) {
    const place = `veto.entries[${n}]`
    if (faults.text(place, `第${n + 1}项否决情形`, entry) && veto.entries.indexOf(entry) !== n) faults.say('veto-twice', place, `否决情形“${entry}”列了两次，请删去一个。`)
  }
}

/** Every score must find its band: strictly descending, the last from 0. */
export function bandFaults(bands: SchemeDraft['bands'], faults: FaultList): void {
  if (bands.length === 0) faults.say('no-band', 'bands', '还没有等次，请至少列一个，从0分起。')
  for (const [n, { name, from, ...band }] of bands.entries()) {
    const place = `bands[${n}]`
    if (faults.text(`${place}.name`, `第${n + 1}个等次的名称`, name) && bands.findIndex((each) => each.name === name) !== n) {
      faults.say('band-twice', `${place}.name`, `等次“${name}”列了两次，请改名或删去一个。`)
    }
    const above = bands[n - 1]
    if (faults.number({ place: `${place}.from`, what: `等次“${name}”的起分`, value: from, least: 0, most: 100 }) && above && above.from !== null && from! >= above.from) {
      faults.say('bands-not-descending', `${place}.from`, `等次“${name}”从${pointWords(from!)}分起，应低于上一等“${above.name}”的${pointWords(above.from)}分：等次要从高到低排列。`)
    }
    if (band.topShare === undefined) continue
    faults.number({ place: `${place}.topShare`, what: `等次“${name}”的名额比例`, value: band.topShare, least: 0, above: true, most: 1 })
    const wider = bands.slice(0, n).find((each) => typeof each.topShare === 'number' && typeof band.topShare === 'number' && each.topShare > band.topShare)
    if (wider) faults.say('share-shrinks', `${place}.topShare`, `等次“${name}”的名额（前${shareWords(band.topShare!)}）少于更高的“${wider.name}”（前${shareWords(wider.topShare!)}）。`)
  }
  const last = bands[bands.length - 1]
  if (last && last.from !== null && last.from > 0) faults.say('band-gap', `bands[${bands.length - 1}].from`, `最低一等“${last.name}”从${pointWords(last.from)}分起，低于它的得分没有等次，应从0分起。`)
}
