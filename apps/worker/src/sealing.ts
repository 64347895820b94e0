import { sealTrail } from '@throughcare/api/audit/seal-trail'
import { signHead } from '@throughcare/api/audit/sign-head'
import { readAnchor } from '@throughcare/api/audit/trail-anchor'
import { readTrailKey, type TrailKey } from '@throughcare/api/audit/trail-key'
import { verifyTrail } from '@throughcare/api/audit/verify-trail'

let key: TrailKey | undefined

/** @throws Error with one sentence when AUDIT_SIGNING_KEY is missing, not a key, or weak. */
export function getTrailKey(): TrailKey {
  key ??= readTrailKey(process.env.AUDIT_SIGNING_KEY)
  return key
}

/** Where this machine remembers the ends of the chains; null: nowhere. */
const anchorFile = (): string | null => process.env.AUDIT_ANCHOR_FILE || null

/** Seals what was written, and signs where the chains end when the last head is an hour old. */
export async function followTrail(): Promise<void> {
  await sealTrail({ key: getTrailKey(), anchorFile: anchorFile() })
  await signHead(getTrailKey())
}

/** Looks whether the trail is what was sealed. What it finds is recorded, and stands on the page of jobs until it looks again. */
export async function checkTrail(): Promise<void> {
  const file = anchorFile()
  await verifyTrail({ publicKey: getTrailKey().publicKey, anchor: file ? readAnchor(file) : new Map() })
}
