import type { Context } from 'hono'
import { endingOf, readFileName } from '../documents/file-name.ts'
import { fileKindOf, fileKinds, type FileKind } from '../documents/file-kind.ts'
import type { AttachmentAnswer } from '../../shared/wire/matter-answers.ts'
import { startOfDay } from '../../shared/time/day.ts'
import { boundUnit } from './access.ts'
import type { Attachment } from '../store/attachment.ts'
import { otherUnit } from './bound-units.ts'
import { notFound, refused } from './errors.ts'
import { encodedName } from './file-headers.ts'
import { auditOf } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { Query } from './query.ts'

/** Of one file; the limit itself stands where bodies are read. */
export const LARGEST_FILE = 10 * 1024 * 1024
/** Of one unit in one day: a mistake in a loop must not fill the disk. */
const LARGEST_DAY = 200 * 1024 * 1024

/** 附件: handed in for a unit, told by its content, handed out only as a download. */
export function attachmentRoutes(api: Api, parts: HttpParts): void {
  const { store, clock, live } = parts

  api.post('/api/attachments', async c => {
    const query = new Query(c.req.queries())
    const asked = query.text('unit')
    query.done()
    const unit = unitFor(c, asked)
    if (!live.world().units.has(unit)) throw refused(400, 'unknown-unit', '请写明附件属于哪个单位（unit=单位编号）。')
    const name = nameIn(c.req.header('x-file-name') ?? '')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const kind = kindOf(bytes, name)
    if (await store.attachments.sizeSince(unit, startOfDay(live.day)) + bytes.length > LARGEST_DAY) {
      throw refused(413, 'too-much', `本单位今天上传的附件合计超过 ${LARGEST_DAY / 1024 / 1024} MB，请明天再传，或联系管理员。`)
    }
    const by = c.var.caller.kind === 'person' ? c.var.caller.account.login : ''
    const audit = auditOf(c, parts, { act: 'attachment-kept', about: '', detail: { unit, name, type: kind.type, size: bytes.length } })
    return c.json<AttachmentAnswer>(answerOf(await store.attachments.keep({ unit, name, type: kind.type, by, bytes }, audit)))
  })

  api.get('/api/attachments/:id', async c => {
    const query = new Query(c.req.queries())
    const asked = query.text('unit')
    query.done()
    const found = await foundFor(c, asked)
    await store.audit.append(auditOf(c, parts, { act: 'attachment-read', about: found.sha256, detail: { unit: found.unit, at: clock.now() } }))
    const bytes = await store.attachments.read(found)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': found.type, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `attachment; filename="attachment.${endingOf(found.name)}"; filename*=UTF-8''${encodedName(found.name)}`,
    })
  })

  /** Of a unit's people their own unit's; of others not even that it is there. */
  async function foundFor(c: Context<HttpEnv>, asked: string | undefined): Promise<Attachment> {
    const unit = boundUnit(c.var.caller)
    if (unit !== null && asked !== undefined && asked !== unit) throw otherUnit()
    const id = c.req.param('id') ?? ''
    if (!/^[0-9a-f]{64}$/.test(id)) throw refused(400, 'bad-id', '附件编号不对，请从申诉或申请的页面打开。')
    const all = await store.attachments.ofContent(id)
    const wanted = unit ?? asked
    const found = wanted === undefined ? all[0] : all.find(each => each.unit === wanted)
    if (found === undefined) throw unit === null ? notFound('这个附件') : refused(404, 'not-found', '没有找到这个附件，或它不属于本单位。')
    return found
  }
}

function unitFor(c: Context<HttpEnv>, asked: string | undefined): string {
  const own = boundUnit(c.var.caller)
  if (own !== null && asked !== undefined && asked !== own) throw otherUnit()
  return own ?? asked ?? ''
}

function answerOf({ sha256, name, type, size }: Attachment): AttachmentAnswer {
  return { id: sha256, name, type, size }
}

function nameIn(header: string): string {
  const name = readFileName(decoded(header))
  if (name === undefined) throw refused(400, 'bad-name', '附件的文件名不能用：须有扩展名，不超过 120 个字，不含路径和 \\ / : * ? " < > | 等符号，请改名后重传。')
  return name
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}

const taken = fileKinds.map(kind => kind.endings.join('/')).join('、')

/** What the content is, which must be what the name says. */
function kindOf(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) throw refused(400, 'empty', '附件是空的，请重新选择文件。')
  const kind = fileKindOf(bytes)
  if (kind === undefined) throw refused(415, 'unknown-kind', `附件“${name}”的内容不是可接收的类型，或文件不完整、夹带了别的内容。可接收：${taken}。`)
  if (!kind.endings.includes(endingOf(name))) {
    throw refused(415, 'disguised', `附件“${name}”的内容实际是${kind.name}，与扩展名不符，请用原来的文件名（.${kind.endings[0] ?? ''}）重传。`)
  }
  return kind
}
