const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff
const MOST_MEMBERS = 20_000
/** What a package may unfold to: no document of an office is larger, and a bomb is. */
const LARGEST_UNFOLDED = 300 * 1024 * 1024

/**
 * Names in a ZIP file's directory, without unpacking anything; undefined when it is no ZIP from its first byte to its
 * last (something before or behind it makes two files of one), or would unfold to more than any document.
 */
export function zipMembers(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(view)
  if (end === undefined || view.getUint32(0, true) !== LOCAL) return undefined
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (start + size !== end || count > MOST_MEMBERS) return undefined
  const names: string[] = []
  let unfolded = 0
  let at = start
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return undefined
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    unfolded += view.getUint32(at + 24, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + name)))
    at += ENTRY_SIZE + name + extra + comment
  }
  return at === end && unfolded <= LARGEST_UNFOLDED ? names : undefined
}

/** Where the directory ends: its record is the last thing in the file but for a comment of the length it states. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}
