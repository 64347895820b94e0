import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

export type DutyMailbox = { email: string | null; version: number }

/** The address of the actor's own service that is read when it is urgent; version 0 before there was one. */
export async function findDutyMailbox({ tx, actor }: Deed): Promise<DutyMailbox> {
  const row = await tx.serviceDutyMailbox.findUnique({ where: { serviceId: actor.serviceId } })
  return row ? { email: row.email, version: row.version } : { email: null, version: 0 }
}

/** Puts an address over the one that was seen; false when another one stands there by now. */
export async function recordDutyMailbox(
  { tx, actor, now }: Deed<Actor>,
  seenVersion: number,
  email: string | null,
): Promise<boolean> {
  const written =
    seenVersion === 0
      ? await tx.$executeRaw`
          insert into service_duty_mailbox (service_id, email, locale, set_at, set_by, version)
          values (${actor.serviceId}::uuid, ${email}, ${actor.locale}, ${now}, ${actor.accountId}::uuid, 1) on conflict do nothing`
      : await tx.$executeRaw`
          update service_duty_mailbox set email = ${email}, locale = ${actor.locale}, set_at = ${now},
            set_by = ${actor.accountId}::uuid, version = version + 1
          where service_id = ${actor.serviceId}::uuid and version = ${seenVersion}::int`
  return written === 1
}
