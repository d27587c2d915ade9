import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, StatutoryRule } from '../shared/catalogue/item.ts'
import { isRefused, readCatalogueFile, readStatutoryFile } from '../shared/catalogue/read-catalogue-file.ts'
import { readSchemeFile } from '../shared/catalogue/read-scheme-file.ts'
import type { Scheme } from '../shared/catalogue/scheme.ts'
import type { Refusal } from '../shared/refusal.ts'
import { readCalendarFile } from '../shared/time/read-calendar-file.ts'
import type { CalendarYear } from '../shared/time/working-calendar.ts'
import { jsonPlace } from './feeds/json-place.ts'
import { StartRefusal } from './start-refusal.ts'

/** What `data/` holds for a first start. */
export interface StartingFiles {
  readonly catalogues: readonly Catalogue[]
  readonly statutory: readonly StatutoryRule[]
  readonly calendar: readonly CalendarYear[]
  readonly scheme: Scheme
}

/** Reads and checks every file of `data/`; throws a StartRefusal that names the file and the place of the first fault. */
export function readStartingFiles(folder: string): StartingFiles {
  const data = join(folder, 'data')
  const catalogues = filesOf(join(data, 'catalogues')).map(file => mustRead<Catalogue>(file, readCatalogueFile))
  return {
    // The district's own comes first: a bureau's rows fold into it.
    catalogues: catalogues.sort((a, b) => Number(a.owner !== null) - Number(b.owner !== null)),
    statutory: mustRead<readonly StatutoryRule[]>(join(data, 'statutory.json'), readStatutoryFile),
    calendar: filesOf(join(data, 'calendar')).map(file => mustRead<CalendarYear>(file, readCalendarFile)),
    scheme: mustRead<Scheme>(join(data, 'schemes', 'default.json'), readSchemeFile),
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.json')).sort().map(name => join(folder, name))
  } catch (error) {
    throw new StartRefusal(`随程序发布的文件夹「${folder}」读不到，请重新安装程序。`, { cause: error })
  }
}

function mustRead<T extends object>(file: string, read: (json: unknown) => T | readonly Refusal[]): T {
  const found = read(jsonIn(file))
  if (!isRefused(found)) return found as T
  const [first] = found
  const more = found.length > 1 ? `（共 ${found.length} 处问题）` : ''
  const place = first?.field ? ` ${first.field} 处` : ''
  throw new StartRefusal(`文件「${file}」${place}有问题：${first?.message ?? ''}${more}程序没有启动，也没有改动任何数据。`)
}

function jsonIn(file: string): unknown {
  const text = textIn(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    const { line, column } = jsonPlace(text)
    throw new StartRefusal(`文件「${file}」不是合格的 JSON（第 ${line} 行第 ${column} 个字符处），请恢复原来的文件后再启动；程序没有改动任何数据。`, { cause: error })
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartRefusal(`随程序发布的文件「${file}」读不到，请重新安装程序。`, { cause: error })
  }
}
