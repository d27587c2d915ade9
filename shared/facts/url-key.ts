/**
 * One spelling for one page: scheme, default port, fragment, trailing slash and the case of the host do not tell pages
 * apart. Query strings do.
 */
export function urlKey(url: string): string {
  return plainKey(url) ?? foldedKey(url)
}

/** The key of a URL spelled as nearly all are, undefined for any other: every judgement of a document asks for some. */
function plainKey(url: string): string | undefined {
  const host = url.startsWith('https://') ? 8 : url.startsWith('http://') ? 7 : 0
  const path = url.indexOf('/', host)
  const last = url.charCodeAt(url.length - 1)
  if (host === 0 || path < 0 || last === 47 || last <= 32 || url.includes('#') || url.includes('?')) return undefined
  const key = url.slice(host)
  const name = url.slice(host, path)
  return name.includes(':') || name !== name.toLowerCase() ? undefined : key
}

function foldedKey(url: string): string {
  const match = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url.trim())
  if (!match) return url.trim()
  const host = match[1]!.toLowerCase().replace(/:(80|443)$/, '')
  return host + match[2]!.replace(/\/+$/, '') + (match[3] ?? '')
}

/** 文号 without the spellings that do not tell documents apart: brackets 〔〕[]（）, spaces, 第, zero padding. */
export function docNumberKey(docNumber: string): string {
  return docNumber.replace(/\s+/g, '').replace(/[[(（【﹝]/g, '〔').replace(/[\])）】﹞]/g, '〕').replace(/第?0*(\d+号)/, '$1')
}
