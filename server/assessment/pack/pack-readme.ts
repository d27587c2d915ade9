import { clockWords } from '../../answers/table-notes.ts'
import type { Instant } from '../../../shared/time/day.ts'
import type { PackNeeds } from './pack-needs.ts'

interface Packed {
  /** Named by a fact, but not in the store any more. */
  readonly missing: readonly string[]
  readonly software: string
  readonly madeAt: Instant
}

/** What is in a pack, what is not, and how it is checked: for whoever opens it. */
export function packReadme({ district, sample, unitName, year, day, knownAt, revision, attachments, appeals, looks, prints }: PackNeeds, { missing, software, madeAt }: Packed): string {
  return [
    `${unitName}${year}年度政务公开考核佐证包${sample ? '（演示数据）' : ''}`, '',
    `所属：${district}`, `截至日：${day}`, `按何时掌握：${knownAt === null ? '按生成时掌握' : clockWords(knownAt)}（第${revision}号记录）`, `软件版本：${software}`, `生成时间：${clockWords(madeAt)}`, '',
    '材料/\u3000得分反馈表、问题清单、整改台账、不予公开信息登记表' + (appeals.length === 0 ? '' : `、申诉复核意见书（${appeals.length}份）`),
    '数据/\u3000应公开信息、记录、页面核查记录，各一份 .jsonl（一行一条）和 .xlsx；不予公开的信息只留件数、事项和理由',
    `附件/\u3000记录中所附的文件，按内容指纹命名，共${attachments.length - missing.length}个${missing.length === 0 ? '' : `；另有${missing.length}个已不在库中：${missing.join('、')}`}`,
    `页面\u3000\u3000系统核查页面${looks}次，其中${prints}次留有页面内容的指纹（见“数据”中的页面核查记录）。目前只留存网址、时间和指纹，没有留存页面正文，因此本包不含页面正文。`, '',
    '核对：manifest.json 列有每个文件的大小和 SHA-256 以及总指纹，manifest.sha256 是清单自身的指纹。',
    '在本系统的程序目录运行：npm run verify -- <本文件>；也可用任何 SHA-256 工具逐个核对。', '',
    '本材料由系统生成，经＿＿＿＿＿＿审核。', '',
  ].join('\r\n')
}
