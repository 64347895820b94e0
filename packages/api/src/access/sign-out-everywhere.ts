import { recordSignOutEverywhere } from '@throughcare/db/access/hat-repository'
import type { SignedIn } from '@throughcare/db/access/session-repository'

/** Ends every session of this account, the one that asks included: for a lost phone, or a password that got about. */
export async function signOutEverywhere(signedIn: SignedIn): Promise<{ ended: number }> {
  return { ended: await recordSignOutEverywhere(signedIn.sidHash) }
}
