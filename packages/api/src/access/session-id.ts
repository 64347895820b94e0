import { randomBytes } from 'node:crypto'
import { hashOf } from '@throughcare/db/access/sign-in-repository'

const FORM = /^[A-Za-z0-9_-]{43}$/

/** A random id for a new session: 32 bytes. Only the browser's cookie holds it. */
export function newSid(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of a session id; null when the text cannot be one. */
export function sidHashOf(sid: string | null | undefined): Buffer | null {
  return sid && FORM.test(sid) ? hashOf(sid) : null
}
