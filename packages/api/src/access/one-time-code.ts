import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, half a minute, and one step of tolerance to either side. */
const PERIOD_SECONDS = 30
const SHAPE = { issuer: 'Throughcare', algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const
const STEPS_OFF = 1

/** A new secret: 160 random bits, as RFC 4226 recommends. */
export function newSecret(): Buffer {
  return randomBytes(20)
}

/** The secret as people type it where nothing can be photographed, and as an app reads it from a picture. */
export function writtenSecret(secret: Uint8Array, email: string): { key: string; address: string } {
  const code = new TOTP({ ...SHAPE, label: email, secret: secretOf(secret) })
  return { key: code.secret.base32, address: code.toString() }
}

/** The half minute for which this is the code, counted from 1970; null when it is no code within one step of `now`. */
export function stepOf(code: string, secret: Uint8Array, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const totp = new TOTP({ ...SHAPE, secret: secretOf(secret) })
  const off = totp.validate({ token: code, timestamp: now.getTime(), window: STEPS_OFF })
  return off === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + off
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}

const CODES = 10
const LETTERS = 'abcdefghjkmnpqrstuvwxyz023456789'

/** Ten codes for the day on which the telephone is gone, 80 random bits each: shown once, and stored as {@link hashOfRecovery}. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length])
    return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-')
  })
}

/** However it was typed: capitals and gaps do not count. Null when it cannot be a recovery code. */
export function hashOfRecovery(typed: string): Buffer | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z0-9]{16}$/.test(code) ? createHash('sha256').update(`recovery ${code}`).digest() : null
}
