import { recordSignOut } from '@throughcare/db/access/sign-in-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'
import { sidHashOf } from './session-id.ts'

/**
 * Ends the session of one browser. A stolen copy of its cookie is worth nothing afterwards.
 *
 * @throws AppError `unavailable` while the database is away: the session then lives on, and the browser is told so
 */
export async function signOut(sid: string | null): Promise<void> {
  const sidHash = sidHashOf(sid)
  if (!sidHash) return
  try {
    await recordSignOut(sidHash)
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
