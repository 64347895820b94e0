import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What the worker signs with. Only the worker has it; everybody may know the public half. */
export type TrailKey = { privateKey: KeyObject; publicKey: KeyObject }

/** Of the 32 bytes of a key fewer different ones than this are no dice. A random key has 24 at the least, but once in millions. */
const FEWEST_DIFFERENT_BYTES = 20

/**
 * The key that AUDIT_SIGNING_KEY holds: PKCS8, DER, in base64.
 *
 * @throws Error with one sentence when it is missing, not an Ed25519 key, or made of too few different bytes.
 */
export function readTrailKey(given: string | undefined): TrailKey {
  if (!given)
    throw new Error(
      'AUDIT_SIGNING_KEY is missing: the trail is sealed with it. Make it with "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0".',
    )
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey({ key: Buffer.from(given, 'base64'), format: 'der', type: 'pkcs8' })
  } catch {
    throw new Error('AUDIT_SIGNING_KEY cannot be read: it is an Ed25519 key, PKCS8, DER, in base64.')
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('AUDIT_SIGNING_KEY is not an Ed25519 key.')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  if (new Set(seed).size < FEWEST_DIFFERENT_BYTES)
    throw new Error('AUDIT_SIGNING_KEY is too weak: make it with openssl.')
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** SHA-256 in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An Ed25519 signature over the text, in hexadecimal. */
export function signText(key: TrailKey, text: string): string {
  return sign(null, Buffer.from(text), key.privateKey).toString('hex')
}

export function isSigned(publicKey: KeyObject, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'))
}

export function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ format: 'pem', type: 'spki' }).toString()
}
