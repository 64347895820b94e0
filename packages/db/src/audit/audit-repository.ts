import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { asActor } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What an audit entry tells: which procedure, on which cases and persons, naming fields but never their contents. */
export type AuditEntry = {
  action: string
  episodeIds?: readonly string[]
  personIds?: readonly string[]
  fields?: readonly string[]
  requestId?: string
}

/** Writes what was read or done, in the same transaction: if the trail cannot be written, the deed does not happen. */
export async function recordAudit({ tx, actor }: Deed, entry: AuditEntry): Promise<void> {
  await tx.auditEntry.createMany({
    data: [
      {
        id: newId(),
        accountId: actor.accountId,
        serviceId: actor.serviceId,
        role: actor.role,
        action: entry.action,
        episodeIds: [...new Set(entry.episodeIds ?? [])],
        personIds: [...new Set(entry.personIds ?? [])],
        fields: [...(entry.fields ?? [])],
        ...(entry.requestId ? { requestId: entry.requestId } : {}),
      },
    ],
  })
}

/**
 * A refused attempt, in a transaction of its own because the refused one was rolled back. It holds only the id that was
 * asked for, so that it reads the same for somebody else's case and for an id that never existed.
 */
export function recordDenied(actor: Actor | SystemActor, action: string, askedId: string | null): Promise<void> {
  return asActor(actor, async ({ tx }) => {
    await tx.auditEntry.createMany({
      data: [
        {
          id: newId(),
          accountId: actor.accountId,
          serviceId: actor.serviceId,
          role: actor.role,
          action,
          outcome: 'denied',
          ...(askedId ? { askedId } : {}),
        },
      ],
    })
  })
}
