import { takeTurn } from '@throughcare/db/access/turn-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'

/** So often in so many seconds. */
type Limit = { most: number; seconds: number }

/**
 * What a script could do a thousand times where a person does it twice: going through people by name, taking records out,
 * filling the disk, trying answers of an identity provider. Our own numbers, wide enough for a busy desk; by account, or by
 * network address before anybody is signed in (docs/adr/0160). Signing in, proving again and asking by name at a desk have
 * counts of their own.
 */
export const LIMITS: Readonly<Record<string, Limit>> = {
  'person.search': { most: 120, seconds: 60 },
  'person.find-likely': { most: 60, seconds: 60 },
  'document.attach': { most: 60, seconds: 600 },
  'break-glass.open': { most: 60, seconds: 3600 },
  'data-request.export': { most: 60, seconds: 3600 },
  'audit.copy': { most: 60, seconds: 3600 },
  'identity-provider.answer': { most: 30, seconds: 300 },
  'identity-provider.ask': { most: 60, seconds: 300 },
}

/**
 * Counts one more of what is limited; what is not in {@link LIMITS} goes on uncounted.
 *
 * @param who account id, or network address
 * @throws AppError `too-many-attempts` with `seconds` to wait; `unavailable` when it cannot be counted: uncounted means refused
 */
export async function countTurn(what: string, who: string): Promise<void> {
  const limit = LIMITS[what]
  if (!limit) return
  try {
    const seconds = await takeTurn(what, who, limit.most, limit.seconds)
    if (seconds > 0) throw new AppError('too-many-attempts', { details: { seconds } })
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
