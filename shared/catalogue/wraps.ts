/** The text without the spaces and breaks that wrapping in a narrow cell left behind, brackets in one width. */
export function compact(text: string): string {
  return text.replace(/\s+/gu, '').replace(/\(/g, '（').replace(/\)/g, '）')
}

/** A printed cell on one line: wrap spaces removed, a footnote mark (注：①) kept apart from the name it hangs on. */
export function unwrapped(text: string): string {
  return text.replace(/\s+/gu, '').replace(/(?<=.)(?=注[：:])/u, ' ')
}
