/**
 * One spelling for one page: scheme, default port, fragment, trailing slash and the case of the host do not tell pages
 * apart. Query strings do.
 */
export function urlKey(url: string): string {
  const match = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url.trim())
  if (!match) return url.trim()
  const host = match[1]!.toLowerCase().replace(/:(80|443)$/, '')
  return host + match[2]!.replace(/\/+$/, '') + (match[3] ?? '')
}

/** 文号 without the spellings that do not tell documents apart: brackets 〔〕[]（）, spaces, 第, zero padding. */
export function docNumberKey(docNumber: string): string {
  return docNumber.replace(/\s+/g, '').replace(/[[(（【﹝]/g, '〔').replace(/[\])）】﹞]/g, '〕').replace(/第?0*(\d+号)/, '$1')
}
