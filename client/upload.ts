import type { AttachmentAnswer } from '../shared/wire/matter-answers.ts'
import { NotGranted } from './ask.ts'
import { words } from './words.ts'

interface Sent {
  readonly file: File
  /** Whose file it is; a unit's people need not say. */
  readonly unit: string | null
  /** 0 to 1. */
  readonly progress: (share: number) => void
}

/** Hands a file in and tells how far it is, which `fetch` cannot. Throws `NotGranted` with the server's sentence. */
export function upload({ file, unit, progress }: Sent): Promise<AttachmentAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/attachments${unit === null ? '' : `?unit=${encodeURIComponent(unit)}`}`)
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new NotGranted(0, words.unreachable)))
    request.addEventListener('load', () => {
      const body = bodyOf(request.responseText)
      if (request.status === 200 && body !== null && 'id' in body) resolve(body)
      else reject(new NotGranted(request.status, body !== null && 'error' in body ? body.error.message : words.failed(request.status)))
    })
    request.send(file)
  })
}

function bodyOf(text: string): AttachmentAnswer | { readonly error: { readonly message: string } } | null {
  try {
    return JSON.parse(text) as AttachmentAnswer | { readonly error: { readonly message: string } }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
