import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordRetentionCount } from '@throughcare/db/retention/retention-repository'

/** The dry run of each night: writes down how much is due. What is due goes only when two administrators say so. */
export function countDueRecords(): Promise<void> {
  return asActor(SYSTEM_OF_NO_SERVICE, recordRetentionCount)
}
