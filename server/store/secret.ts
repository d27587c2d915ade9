import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL: a session, a feed's token, a kiosk link. Shown once and never stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: its SHA-256. A secret of 256 bits needs no salt. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** An id for a row people may see: 72 random bits. */
export function newId(): string {
  return randomBytes(9).toString('base64url')
}
