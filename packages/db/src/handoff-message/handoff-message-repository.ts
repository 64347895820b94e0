import type { MessageKind } from '@throughcare/domain/handoff-message/handoff-message-inputs'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import type { Handoff } from '../handoff/handoff-repository.ts'
import { newId } from '../uuid.ts'

/** A message as both ends read it. Instants are ISO texts. */
export type StoredMessage = {
  id: string
  kind: MessageKind
  answersId: string | null
  text: string
  fromServiceId: string
  service: string
  byId: string
  by: string
  at: string
  isAnswered: boolean
  /** Who of the other service had it on their screen, the first first. */
  seenBy: { name: string; at: string }[]
}

/** The handoff `h`, while the part `p` of the actor's service is alive and opens its area: an envelope holds no message. */
const STILL_TALKS = Prisma.sql`p.until > app.now() and p.relation in ('own', 'closing', 'offered', 'accepted')
  and h.area = any (p.categories) and h.area <> all ((select app.closed_areas())::text[])
  and (p.service_id = h.sending_service_id or p.service_id = h.receiving_service_id
    and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress', 'done'))`

/** The messages of a handoff of which the actor's service is an end that still has to do with it, the oldest first. */
export async function findMessages({ tx, actor }: Deed, handoffId: string): Promise<StoredMessage[]> {
  return tx.$queryRaw`
    select m.id, m.kind, m.answers_id as "answersId", m.text, m.from_service_id as "fromServiceId", s.name as service,
      m.by_account as "byId", a.display_name as by, app.utc(m.at) as at,
      exists (select 1 from handoff_message n where n.answers_id = m.id) as "isAnswered",
      coalesce((select jsonb_agg(jsonb_build_object('name', w.display_name, 'at', app.utc(e.seen_at)) order by e.seen_at, w.display_name)
        from handoff_message_seen e join account w on w.id = e.account_id where e.message_id = m.id), '[]') as "seenBy"
    from handoff h
    join case_part p on p.episode_id = h.episode_id and p.service_id = ${actor.serviceId}::uuid
    join handoff_message m on m.handoff_id = h.id
    join service s on s.id = m.from_service_id
    join account a on a.id = m.by_account
    where h.id = ${handoffId}::uuid and ${STILL_TALKS}
    order by m.at, m.id`
}

/** Notes that the actor has the other service's messages on their screen; what was noted before stays. */
export async function recordSeen({ tx, actor, now }: Deed, handoffId: string): Promise<void> {
  await tx.$executeRaw`
    insert into handoff_message_seen (message_id, account_id, handoff_id, episode_id, area, service_id, seen_at)
    select m.id, ${actor.accountId}::uuid, m.handoff_id, m.episode_id, m.area, ${actor.serviceId}::uuid, ${now}
    from handoff h
    join case_part p on p.episode_id = h.episode_id and p.service_id = ${actor.serviceId}::uuid
    join handoff_message m on m.handoff_id = h.id
    where h.id = ${handoffId}::uuid and ${STILL_TALKS} and m.from_service_id <> ${actor.serviceId}::uuid
      and not exists (select 1 from handoff_message_seen e where e.message_id = m.id and e.account_id = ${actor.accountId}::uuid)
    on conflict do nothing`
}

/** Writes what one end says. */
export async function recordMessage(
  { tx, actor, now }: Deed,
  handoff: Pick<Handoff, 'id' | 'episodeId' | 'area'>,
  said: { kind: MessageKind; answersId: string | null; text: string },
): Promise<string> {
  const id = newId()
  await tx.handoffMessage.createMany({
    data: [
      {
        id,
        handoffId: handoff.id,
        episodeId: handoff.episodeId,
        area: handoff.area,
        ...said,
        fromServiceId: actor.serviceId,
        byAccount: actor.accountId,
        at: now,
      },
    ],
  })
  return id
}
