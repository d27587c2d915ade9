/** The address when it is http or https, else undefined: nothing else may become a link. */
export function safeUrl(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) ? url : undefined
}
