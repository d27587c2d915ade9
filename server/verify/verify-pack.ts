import { unzipSync } from 'fflate'
import { MANIFEST, MANIFEST_PRINT, PACK_FORMAT, sha256Of, wholePrint, type PackManifest } from '../documents/pack-manifest.ts'
import { plainZipOf } from '../documents/write-zip.ts'
import { zipMembers } from '../documents/zip-members.ts'
import type { VerifiedKind } from './verdict.ts'

/** What became of a check: the pack's own account of itself, or each thing that is wrong as one Chinese sentence. */
export interface PackCheck {
  readonly manifest: PackManifest | null
  readonly faults: readonly string[]
}

/** 佐证包: any .zip, told by how it begins. */
export const packFile: VerifiedKind = {
  name: '佐证包（.zip）',
  fits: bytes => bytes[0] === 0x50 && bytes[1] === 0x4b,
  verify(bytes) {
    const { manifest, faults } = checkPack(bytes)
    if (manifest === null || faults.length > 0) return { isSame: false, said: [`不一致：${faults.length}处有问题。`, ...faults] }
    const { unitName, year, asOf, files, sha256 } = manifest
    return { isSame: true, said: [`一致：${unitName}${year}年度佐证包（截至${asOf}）共${files.length}个文件，逐个与清单相符，没有缺少、多出或改动。`, `总指纹（SHA-256）：${sha256}`, '清单随包携带，能证明的是包内没有出入；请再与出具时记入审计日志的总指纹核对。'] }
  },
}

/** Checks a pack (佐证包) against its own manifest: every file by its SHA-256, none missing, none added, and the manifest itself. */
export function checkPack(bytes: Uint8Array): PackCheck {
  const files = unpacked(bytes)
  if (files === undefined) return { manifest: null, faults: ['文件不是完整的 .zip，可能传输中损坏或被改动。'] }
  const text = files.get(MANIFEST)
  const print = files.get(MANIFEST_PRINT)
  if (text === undefined) return { manifest: null, faults: [`包内缺少清单 ${MANIFEST}，不是佐证包，或清单被删除。`] }
  if (print === undefined) return { manifest: null, faults: [`包内缺少清单的指纹 ${MANIFEST_PRINT}，无法证明清单没有改动。`] }
  if (new TextDecoder().decode(print).split(/\s/)[0] !== sha256Of(text)) return { manifest: null, faults: [`清单 ${MANIFEST} 的内容与其指纹不符，清单被改动过。`] }
  const manifest = readManifest(text)
  if (manifest === undefined) return { manifest: null, faults: [`清单 ${MANIFEST} 不是本系统佐证包的格式（${PACK_FORMAT}）。`] }
  const faults = [...faultsOf(manifest, files)]
  if (faults.length === 0 && !isAsWritten(bytes, { files, manifest })) faults.push('各文件与清单相符，但压缩包的外壳（文件头、日期或目录）被改动过，或不是系统原样生成的。')
  return { manifest, faults }
}

function* faultsOf(manifest: PackManifest, files: ReadonlyMap<string, Uint8Array>): Generator<string> {
  for (const { name, size, sha256 } of manifest.files) {
    const found = files.get(name)
    if (found === undefined) yield `清单所列的文件“${name}”在包内缺失。`
    else if (found.length !== size || sha256Of(found) !== sha256) yield `文件“${name}”的内容与清单所列指纹不符，被改动过。`
  }
  const listed = new Set([MANIFEST, MANIFEST_PRINT, ...manifest.files.map(({ name }) => name)])
  for (const name of files.keys()) if (!listed.has(name)) yield `文件“${name}”不在清单中，是后来加入的。`
  if (wholePrint(manifest.files) !== manifest.sha256) yield '清单的总指纹与所列各文件不符。'
}

/** A pack compresses nothing: written again from its files it has the same bytes. */
function isAsWritten(bytes: Uint8Array, { files, manifest }: { readonly files: ReadonlyMap<string, Uint8Array>; readonly manifest: PackManifest }): boolean {
  if (Number.isNaN(Date.parse(manifest.madeAt))) return false
  const again = plainZipOf([...files].map(([name, content]) => ({ name, bytes: content })), manifest.madeAt)
  return Buffer.compare(again, bytes) === 0
}

function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const names = zipMembers(bytes)
  if (names === undefined || new Set(names).size !== names.length) return undefined
  try {
    const files = new Map(Object.entries(unzipSync(bytes)))
    return files.size === names.length ? files : undefined
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function readManifest(text: Uint8Array): PackManifest | undefined {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { format, files, sha256, unitName } = value as Partial<Record<keyof PackManifest, unknown>>
  const isWhole = format === PACK_FORMAT && typeof sha256 === 'string' && typeof unitName === 'string' && Array.isArray(files)
    && files.every((each: unknown) => typeof each === 'object' && each !== null && 'name' in each && 'size' in each && 'sha256' in each)
  return isWhole ? value as PackManifest : undefined
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(text))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
