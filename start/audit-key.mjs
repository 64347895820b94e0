import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from './refused.mjs'

const HOW = 'make it with "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0"'
/** A random key has more different bytes among its 32 than this, but once in millions. */
const FEWEST_DIFFERENT_BYTES = 20

/**
 * The key with which the worker signs the audit trail: required in real use, made by the demo otherwise.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} demo
 * @returns {string | null} null where demo makes its own
 */
export function readAuditKey(env, demo) {
  const given = env.AUDIT_SIGNING_KEY
  if (!given) {
    if (demo) return null
    throw new Refused(
      `AUDIT_SIGNING_KEY is missing: in real use the audit trail is signed with a key of your own; ${HOW}.`,
    )
  }
  const seed = seedOf(given)
  if (seed === null) throw new Refused(`AUDIT_SIGNING_KEY is not an Ed25519 key (PKCS8, DER, in base64): ${HOW}.`)
  if (new Set(seed).size < FEWEST_DIFFERENT_BYTES) throw new Refused(`AUDIT_SIGNING_KEY is too weak: ${HOW}.`)
  return given
}

/** @param {string} given @returns {Buffer | null} */
function seedOf(given) {
  try {
    const key = createPrivateKey({ key: Buffer.from(given, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'der', type: 'pkcs8' }).subarray(-32) : null
  } catch {
    return null
  }
}

/**
 * The demo's own key, made once and kept in the data folder, readable by its owner only.
 *
 * @param {string} dataFolder
 * @returns {string}
 */
export function getDemoAuditKey(dataFolder) {
  const file = join(dataFolder, 'audit-key')
  if (!existsSync(file)) {
    const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  }
  const kept = readFileSync(file, 'utf8').trim()
  if (seedOf(kept) === null)
    throw new Refused(`${file} is damaged: restore it from a backup, or remove it with the audit trail that it signed.`)
  return kept
}
