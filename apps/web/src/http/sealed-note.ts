import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key of one use, made from the secret of the installation: what was sealed for something else does not open here. */
function keyFor(use: string): Uint8Array {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing')
  return new Uint8Array(hkdfSync('sha256', secret, '', `throughcare ${use}`, 32))
}

/** Seals a note that a browser keeps for us for a while: it can neither read nor change it. */
export function sealNote(use: string, note: object): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(use), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(note), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What {@link sealNote} sealed for this use; null for anything else. */
export function openNote(use: string, text: string | null | undefined): unknown {
  try {
    const bytes = Buffer.from(text ?? '', 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyFor(use), bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
    return JSON.parse(Buffer.concat(opened).toString('utf8'))
  } catch {
    return null
  }
}
