import type { Channel, ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** One try to reach the person, as somebody tells it. */
export type ContactToRecord = {
  episodeId: string
  channel: Channel
  outcome: ContactOutcome
  note: string | null
  at: Date
}

/** Adds the attempt under the actor's service. The table is insert-only: a slip is followed by another entry. */
export async function recordContactAttempt({ tx, actor, now }: Deed, attempt: ContactToRecord): Promise<string> {
  const id = newId()
  await tx.contactAttempt.createMany({
    data: [{ ...attempt, id, serviceId: actor.serviceId, recordedAt: now, recordedBy: actor.accountId }],
  })
  return id
}
