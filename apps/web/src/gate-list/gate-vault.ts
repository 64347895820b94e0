/** A record that only the PIN opens. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer }

/** What is kept beside sealed records to try a PIN by. The PIN and the key are kept nowhere. */
export type Lock = { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number; readonly check: Sealed }

/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023): about half a second on a telephone. */
export const ROUNDS = 600_000

const CHECK = 'lock'

/** A new lock with this PIN, and the key to it. The salt is this device's own. @param rounds fewer in tests */
export async function makeLock(pin: string, rounds: number = ROUNDS): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await keyOf(pin, salt, rounds)
  return { lock: { salt, rounds, check: await seal(key, CHECK, CHECK) }, key }
}

/** The key, or null for a wrong PIN. */
export async function openLock({ salt, rounds, check }: Lock, pin: string): Promise<CryptoKey | null> {
  const key = await keyOf(pin, salt, rounds)
  return (await unseal(key, CHECK, check).catch(() => null)) === CHECK ? key : null
}

/**
 * Seals plain JSON with AES-256-GCM under a number used once.
 *
 * @param place what the record is: one that was put in another's place does not open
 */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytes(place) },
    key,
    bytes(JSON.stringify(value)),
  )
  return { iv, body }
}

/** @throws when the key is another one, or the record was changed or moved */
export async function unseal(key: CryptoKey, place: string, { iv, body }: Sealed): Promise<unknown> {
  const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytes(place) }, key, body)
  return JSON.parse(new TextDecoder().decode(open))
}

/** A name for something that tells nothing of it on another device: for "is this press there already?". */
export async function blindName(salt: Uint8Array<ArrayBuffer>, name: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...bytes(name)]))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', bytes(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
