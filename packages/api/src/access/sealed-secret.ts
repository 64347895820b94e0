import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/**
 * Encrypts what the database keeps and must not be able to read: AES-256-GCM with a key made from the installation's secret, which
 * stands in its configuration (decision 15 of the architecture). Whose it is goes into the seal: put beside another account it
 * opens nothing.
 */
export function sealSecret(secret: Uint8Array, accountId: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(process.env.NEXTAUTH_SECRET), nonce).setAAD(Buffer.from(accountId))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/**
 * What {@link sealSecret} sealed; null when it was changed, belongs to somebody else, or was sealed with another installation's
 * secret. While a secret is being replaced, NEXTAUTH_SECRET_BEFORE holds the one before.
 */
export function openSecret(sealed: Uint8Array, accountId: string): Buffer | null {
  const bytes = Buffer.from(sealed)
  for (const secret of [process.env.NEXTAUTH_SECRET, process.env.NEXTAUTH_SECRET_BEFORE]) {
    if (!secret) continue
    try {
      const opener = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(accountId))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      return Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()])
    } catch {
      // Not with this one.
    }
  }
  return null
}

function keyOf(secret: string | undefined): Buffer {
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return Buffer.from(hkdfSync('sha256', secret, '', 'throughcare second factor', 32))
}
