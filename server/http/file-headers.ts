/** RFC 5987: what is neither letter nor digit, percent-encoded. */
export function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
