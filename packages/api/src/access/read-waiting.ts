import { findWaiting } from '@throughcare/db/access/second-factor-repository'
import { sidHashOf } from './session-id.ts'
import { whileAway } from './while-away.ts'

/**
 * What the session of this cookie still waits for before it opens anything; null when it is open, or there is none.
 *
 * @throws AppError `unavailable`
 */
export function readWaiting(sid: string | null | undefined): Promise<'code' | 'enrolment' | null> {
  return whileAway(async () => {
    const sidHash = sidHashOf(sid)
    return (sidHash && (await findWaiting(sidHash))?.awaits) || null
  })
}
