import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import {
  findLateArrivalRequests,
  type LateArrivalRequest,
  recordLateTold,
} from '@throughcare/db/arrival-request/arrival-request-repository'
import { asActor } from '@throughcare/db/as-actor'
import { tellLate } from './tell-arrival.ts'

/** So many in one run: what is left is first in the next one. */
const AT_MOST = 200

/**
 * Tells the managers of both sides of every ask that nobody answered in time, each once. The ask stays as it is: somebody still
 * stands at the desk.
 *
 * @returns how many were told of.
 */
export async function sweepArrivalRequests(): Promise<number> {
  const late = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findLateArrivalRequests(deed, AT_MOST))
  let told = 0
  for (const one of late) if (await tell(one)) told += 1
  return told
}

function tell({ requestId, askingServiceId, prisonServiceId }: LateArrivalRequest): Promise<boolean> {
  return asActor(systemActor(prisonServiceId), async (deed) => {
    if (!(await recordLateTold(deed, requestId))) return false
    await tellLate(deed, prisonServiceId, requestId)
    await tellLate(deed, askingServiceId, requestId)
    return true
  })
}
