/** Words a browser or a system would take for something to run. */
const running = /<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|style|link|meta|img|\?xml)|^\s*#!|^\s*<\?/i

/** UTF-8 without control signs and without markup or script: safe whatever somebody opens it with. */
export function isWholeText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const text = decoded(bytes)
  if (text === undefined || running.test(text)) return false
  return !hasControl(text)
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) return true
  }
  return false
}
