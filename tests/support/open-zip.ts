import { inflateRawSync } from 'node:zlib'

/** Members of a .zip by name, read by its directory: an independent reader, so that a writer is not believed by itself. */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('no zip')
  const members = new Map<string, Uint8Array>()
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < file.readUInt16LE(end + 10); n += 1) {
    const [method, packed, name, extra, comment, local] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const content = file.subarray(start, start + packed)
    members.set(file.toString('utf8', at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content))
    at += 46 + name + extra + comment
  }
  return members
}

export function textOf(members: ReadonlyMap<string, Uint8Array>, name: string): string {
  const found = members.get(name)
  if (!found) throw new Error(`${name} is not in ${[...members.keys()].join(', ')}`)
  return Buffer.from(found).toString('utf8')
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescaped(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, code: string | undefined, hex: string | undefined, name: string | undefined) =>
    (code ? String.fromCodePoint(+code) : hex ? String.fromCodePoint(parseInt(hex, 16)) : entities[name ?? ''] ?? '?'))
}
