import { findSession, type SignedIn } from '@throughcare/db/access/session-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { lookAtSession } from '@throughcare/db/live/live-repository'
import { AppError } from '../app-error.ts'
import { sidHashOf } from './session-id.ts'

/**
 * Who holds this session? The one way in for the API, the pages and live updates, so that a revocation or a changed role acts
 * everywhere at once.
 *
 * @param sid the cookie's random id, as it came: anything may stand in it
 * @param touch whether asking counts as a sign of life: not where a page asks by itself
 * @throws AppError `unavailable` while the database is away: nobody is let in unread
 */
export async function readSession(sid: string | null | undefined, touch = true): Promise<SignedIn | null> {
  const sidHash = sidHashOf(sid)
  if (!sidHash) return null
  try {
    return await (touch ? findSession(sidHash) : lookAtSession(sidHash))
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
