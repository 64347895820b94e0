import type { NoticeAudience, NoticeKind, NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import type { Deed } from '../as-actor.ts'
import type { Jobs } from '../job/job-repository.ts'
import { newId } from '../uuid.ts'

/** What happened, and to whom it is told: ids and codes, never a name, a medicine or free text. */
export type Notice = {
  kind: NoticeKind
  /** Whose people are told. */
  serviceId: string
  audience: NoticeAudience | { accountId: string }
  /** Null where it is about no case that both sides may know of. */
  episodeId: string | null
  handoffId: string | null
  urgency: NoticeUrgency
  /** The same happening told twice to the same audience, as this kind, is one notice. */
  dedupeKey: string
}

/**
 * Tells people of a service that something happened, in the transaction in which it happens: both are kept, or neither. Who
 * they are, and how each of them hears of it, the worker works out from their settings.
 *
 * @returns whether it was written: false, it was told before.
 * @throws SQLSTATE 42501 when the actor or the service that is told never had a part in the case or an end of the handoff.
 */
export async function recordNotice(deed: Deed, notice: Notice): Promise<boolean> {
  const { kind, serviceId, audience, episodeId, handoffId, urgency, dedupeKey } = notice
  const id = newId()
  const [to, accountId] = typeof audience === 'string' ? [audience, null] : ['account', audience.accountId]
  const job: Jobs['tell-notice'] = { noticeId: id, serviceId }
  const [told] = await deed.tx.$queryRaw<{ written: boolean }[]>`
    with told as materialized (
      select app.record_notice(${id}::uuid, ${kind}, ${serviceId}::uuid, ${to}, ${accountId}::uuid, ${episodeId}::uuid,
        ${handoffId}::uuid, ${urgency}, ${dedupeKey}) as written
    )
    select written, case when written then app.enqueue('tell-notice', ${JSON.stringify(job)}::jsonb)::text end as enqueued from told`
  return told?.written ?? false
}

/**
 * Takes back what was told of a happening that was undone: whoever has not heard of it by mail does not, and in the
 * application it is marked. Every audience of the key at this service is meant.
 */
export async function withdrawNotice(
  { tx }: Deed,
  { serviceId, kind, dedupeKey }: Pick<Notice, 'serviceId' | 'kind' | 'dedupeKey'>,
): Promise<void> {
  await tx.$executeRaw`select app.withdraw_notice(${serviceId}::uuid, ${kind}, ${dedupeKey})`
}
