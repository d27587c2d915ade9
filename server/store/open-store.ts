import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { StartRefusal } from '../start-refusal.ts'
import { accountStore, type AccountStore } from './account.ts'
import { attachmentStore, type AttachmentStore } from './attachment.ts'
import { auditStore, type AuditStore } from './audit.ts'
import { damaged, DATABASE_FILE, folderRefusal, hasDatabase, holdFolder, watchLogs } from './data-folder.ts'
import { editionStore, type EditionStore } from './edition.ts'
import { firstAdminStore, type FirstAdminStore } from './first-admin.ts'
import { journalStore, type JournalStore } from './journal.ts'
import { kioskStore, type KioskStore } from './kiosk.ts'
import { lookStore, type LookStore } from './look.ts'
import { metaStore, type MetaStore } from './meta.ts'
import { findStepsTaken, migrate, migrations } from './migrations.ts'
import { sessionStore, type SessionStore } from './session.ts'
import { damageIn, isDurable, makeDurable, openSqlite, type Connection } from './sqlite.ts'
import { throttleStore, type ThrottleStore } from './throttle.ts'
import { tokenStore, type TokenStore } from './token.ts'

/** Everything that outlives the process. Values in the domain's shape; rows never leave the store. */
export interface Store {
  readonly journal: JournalStore
  readonly accounts: AccountStore
  readonly firstAdmin: FirstAdminStore
  readonly sessions: SessionStore
  readonly tokens: TokenStore
  readonly kiosks: KioskStore
  readonly throttle: ThrottleStore
  readonly audit: AuditStore
  readonly meta: MetaStore
  readonly attachments: AttachmentStore
  readonly looks: LookStore
  readonly editions: EditionStore
  close(): void
}

export interface StoreOptions {
  readonly folder: string
  readonly sample: boolean
  readonly clock: Clock
}

/** Opens the data folder, alone, or throws a StartRefusal; a folder that is refused is left as it was. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { folder, clock } = options
  const hold = holdFolder(folder)
  const logs = watchLogs(folder)
  let connection: Connection | undefined
  try {
    const old = hasDatabase(folder)
    connection = openSqlite(join(folder, DATABASE_FILE), 'write')
    if (old) await mustBeUsable(connection, options)
    makeDurable(connection.raw)
    await migrate(connection)
    await stamp(connection, options)
    const open = connection
    return {
      journal: journalStore(open, clock),
      accounts: accountStore(open, clock),
      firstAdmin: firstAdminStore(open, clock),
      sessions: sessionStore(open, clock),
      tokens: tokenStore(open, clock),
      kiosks: kioskStore(open, clock),
      throttle: throttleStore(open, clock),
      audit: auditStore(open, clock),
      meta: metaStore(open),
      attachments: attachmentStore(open, clock, folder),
      looks: lookStore(open, clock),
      editions: editionStore(open),
      close() {
        open.close()
        hold.release()
      },
    }
  } catch (error) {
    connection?.close()
    logs.forget()
    hold.giveBack()
    throw folderRefusal(folder, error)
  }
}

/** Only reads: whole, not newer than this program, ours, of the mode asked for, its journal without a gap. */
async function mustBeUsable(connection: Connection, { folder, sample }: StoreOptions): Promise<void> {
  const finding = damageIn(connection.raw)
  if (finding !== undefined) throw damaged(folder, finding)
  const file = join(folder, DATABASE_FILE)
  const steps = await findStepsTaken(connection)
  if (steps === undefined) throw new StartRefusal(`「${file}」是别的程序的数据库，不是本系统的数据；请用 DATA_DIR 指定别的文件夹。`)
  const newer = steps.filter(step => !(step in migrations))
  if (newer.length > 0) {
    throw new StartRefusal(`数据文件「${file}」由更新版本的程序写成（${newer.join('、')}），本版本不能打开；请升级程序，或用 DATA_DIR 指定别的文件夹。`)
  }
  if (steps.length === 0) return
  const mode = await metaStore(connection).find('mode')
  if (mode !== undefined && mode !== modeOf(sample)) {
    throw new StartRefusal(mode === 'sample'
      ? `数据文件夹「${folder}」存的是演示数据，不能按正式数据打开；请去掉 SAMPLE=off，或用 DATA_DIR 指定别的文件夹。`
      : `数据文件夹「${folder}」存的是正式数据，不能按演示数据打开；请设 SAMPLE=off，或用 DATA_DIR 指定别的文件夹。`)
  }
  const { count, last } = await connection.db.selectFrom('journal')
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('seq').as('last')]).executeTakeFirstOrThrow()
  if (count !== (last ?? 0)) throw damaged(folder, `流水应有 ${last} 条，实有 ${count} 条`)
}

/** Writes at every open: the mode once, the day of opening always; then the disk is known to take writes durably. */
async function stamp(connection: Connection, { sample, clock }: StoreOptions): Promise<void> {
  const meta = metaStore(connection)
  if (await meta.find('mode') === undefined) await meta.set('mode', modeOf(sample))
  await meta.set('opened-at', clock.now())
  if (!isDurable(connection.raw)) throw new Error('invariant broken: synchronous=FULL with WAL after a write')
}

function modeOf(sample: boolean): 'sample' | 'real' {
  return sample ? 'sample' : 'real'
}
