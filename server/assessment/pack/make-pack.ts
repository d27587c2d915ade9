import { PACK_FORMAT } from '../../documents/pack-manifest.ts'
import type { PaperFormat } from '../../documents/paper-file.ts'
import type { ZipMember } from '../../documents/write-zip.ts'
import { JobRefused, type JobFile, type Report } from '../../jobs.ts'
import type { PaperMaking, PaperOrder } from '../paper-maker.ts'
import type { PaperQuestion } from '../paper-question.ts'
import type { PackNeeds } from './pack-needs.ts'
import { packReadme } from './pack-readme.ts'

interface PackStep {
  readonly folder: string
  readonly question: PaperQuestion
  readonly formats: readonly PaperFormat[]
}

/** 佐证包 of one unit: its papers, its records, its files and a manifest of all of them, in one .zip. */
export async function makePack(making: PaperMaking, order: PaperOrder, report: Report): Promise<JobFile> {
  const [unit] = order.units ?? []
  if (unit === undefined) throw new JobRefused('佐证包按单位生成，请选择一个单位。')
  report({ done: 0, total: 1, step: '正在清点材料' })
  const asked = await making.past.ask(order.at, { ask: 'packNeeds', unit }, order.revision)
  if (asked === null) throw new JobRefused('没有这个单位，或截至所选日期它还不存在。')
  const needs = JSON.parse(asked.toString()) as PackNeeds
  const steps = stepsOf(unit, needs, order)
  const total = steps.length + needs.attachments.length + 1
  const members: ZipMember[] = []
  for (const [done, { folder, question, formats }] of steps.entries()) {
    report({ done, total, step: `正在生成材料和数据（${done + 1}/${steps.length}）` })
    for (const format of formats) {
      const json = await making.past.ask(order.at, question, order.revision)
      if (json === null) continue
      const { name, bytes } = await making.tables.writePaper(json, format)
      members.push({ name: `${folder}/${name}`, bytes })
    }
  }
  const missing: string[] = []
  for (const [place, sha256] of needs.attachments.entries()) {
    report({ done: steps.length + place, total, step: `正在收入附件（${place + 1}/${needs.attachments.length}）` })
    const found = making.attachments.find(sha256, unit)
    if (found === undefined) missing.push(sha256)
    else members.push({ name: `附件/${sha256.slice(0, 12)}-${found.name}`, bytes: new Uint8Array(await making.attachments.read(found)) })
  }
  report({ done: total - 1, total, step: '正在计算指纹并打包' })
  members.push({ name: '说明.txt', bytes: new TextEncoder().encode(packReadme(needs, { missing, software: order.made.software, madeAt: order.made.at })) })
  const { bytes, sha256 } = await making.tables.pack(members, {
    format: PACK_FORMAT, district: needs.district, sample: needs.sample, unit, unitName: needs.unitName, year: needs.year, asOf: needs.day, knownAt: needs.knownAt,
    revision: needs.revision, software: order.made.software, madeAt: order.made.at, madeBy: order.by,
  })
  return { name: `${needs.unitName}${needs.year}年度佐证包（截至${needs.day}）.zip`, bytes, type: 'application/zip', sha256 }
}

function stepsOf(unit: string, { appeals }: PackNeeds, { made, forUnit }: PaperOrder): readonly PackStep[] {
  const paper = (name: 'feedback' | 'findings' | 'rectification' | 'withheld', formats: readonly PaperFormat[]): PackStep => ({ folder: '材料', question: { ask: 'paper', asked: { paper: name, units: [unit], made } }, formats })
  const records = (of: 'obligations' | 'facts' | 'looks'): PackStep => ({ folder: '数据', question: { ask: 'packRecords', unit, of, forUnit, made }, formats: ['jsonl', 'xlsx'] })
  return [
    paper('feedback', ['docx', 'xlsx', 'csv']), paper('findings', ['xlsx', 'csv']), paper('rectification', ['xlsx', 'csv']), paper('withheld', ['xlsx', 'csv']),
    ...appeals.map((appeal): PackStep => ({ folder: '材料', question: { ask: 'paper', asked: { paper: 'rulings', units: [unit], appeal, made } }, formats: ['docx'] })),
    records('obligations'), records('facts'), records('looks'),
  ]
}
