import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** An account that somebody came to through an identity provider; `isNew`: linked at this very sign-in. */
export type ProvidedAccount = { accountId: string; email: string; isNew: boolean }

/**
 * Whom of ours has a provider vouched for? Linked before by its own name for the person, or linked now by the address that it
 * verified. Null for nobody of ours, for a closed account, and for an address whose account is somebody else's at that provider.
 *
 * @param verifiedEmail lower case; null when the provider has not verified one
 */
export async function findByProvider(
  issuer: string,
  subject: string,
  verifiedEmail: string | null,
): Promise<ProvidedAccount | null> {
  const { rows } = await database().reads.query<{ account_id: string; email: string; is_new: boolean }>(
    'select * from app.find_by_provider($1, $2, $3, $4)',
    [newId(), issuer, subject, verifiedEmail],
  )
  const [row] = rows
  return row ? { accountId: row.account_id, email: row.email, isNew: row.is_new } : null
}
