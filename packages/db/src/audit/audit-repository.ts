import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { asActor, soon, writeAsActor } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What an audit entry tells: which procedure, on which cases and persons, naming fields but never their contents. */
export type AuditEntry = {
  action: string
  episodeIds?: readonly string[]
  personIds?: readonly string[]
  fields?: readonly string[]
  requestId?: string
}

/**
 * Writes what was read or done, in the same transaction: if the trail cannot be written, the deed does not happen. Nobody waits for the
 * line until then.
 */
export async function recordAudit(deed: Deed, entry: AuditEntry): Promise<void> {
  const { tx, actor } = deed
  const written = tx.$executeRaw`
    insert into audit_entry (id, account_id, service_id, role, action, episode_ids, person_ids, fields, request_id)
    values (${newId()}::uuid, ${actor.accountId}::uuid, ${actor.serviceId}::uuid, ${actor.role}, ${entry.action},
      ${[...new Set(entry.episodeIds ?? [])]}::uuid[], ${[...new Set(entry.personIds ?? [])]}::uuid[],
      ${[...(entry.fields ?? [])]}::text[], ${entry.requestId ?? null}::uuid)`
  soon(deed, written)
}

/**
 * A denied attempt, in a transaction of its own because the refused one was rolled back. It holds only the id that was
 * asked for, so that it reads the same for somebody else's case and for an id that never existed.
 */
export function recordDenied(actor: Actor | SystemActor, action: string, askedId: string | null): Promise<void> {
  const { accountId, serviceId, role } = actor
  return writeAsActor(actor, {
    name: 'audit-denied',
    text: `insert into audit_entry (id, account_id, service_id, role, action, outcome, asked_id)
           values ($1, $2, $3, $4, $5, 'denied', $6)`,
    values: [newId(), accountId, serviceId, role, action, askedId],
  })
}

/** What a refusal showed: the ids that stand in the press and in the answer, and the names of what was told. */
export type ShownByRefusal = {
  askedId: string | null
  /** Every id of the press and the answer, of whatever it is. */
  ids: readonly string[]
  /** Persons whom the answer itself names. */
  personIds: readonly string[]
  fields: readonly string[]
  requestId: string | null
}

/**
 * A press that a rule or a stale page refused, and that was told how the case stands. In a transaction of its own, because
 * the refused one was rolled back. The cases are those of the ids, as far as the actor's service has a part in them.
 */
export function recordRefused(actor: Actor | SystemActor, action: string, shown: ShownByRefusal): Promise<void> {
  return asActor(actor, async (deed) => {
    const cases = await findCasesOf(deed, shown.ids)
    await deed.tx.auditEntry.createMany({
      data: [
        {
          id: newId(),
          accountId: actor.accountId,
          serviceId: actor.serviceId,
          role: actor.role,
          action,
          outcome: 'refused',
          episodeIds: [...new Set(cases.flatMap(({ episodeId }) => episodeId ?? []))],
          personIds: [...new Set([...cases.map(({ personId }) => personId), ...shown.personIds])],
          fields: [...shown.fields],
          ...(shown.askedId ? { askedId: shown.askedId } : {}),
          ...(shown.requestId ? { requestId: shown.requestId } : {}),
        },
      ],
    })
  })
}

/** The cases and persons that these ids are of: ids of cases, persons, handoffs and checklist items. */
function findCasesOf(
  { tx, actor }: Deed,
  ids: readonly string[],
): Promise<{ episodeId: string | null; personId: string }[]> {
  return tx.$queryRaw`
    with asked as (select unnest(${[...ids]}::uuid[]) as id)
    select p.episode_id as "episodeId", p.person_id as "personId" from asked join case_part p on p.episode_id = asked.id
      where p.service_id = ${actor.serviceId}::uuid
    union select null, p.person_id from asked join case_part p on p.person_id = asked.id
      where p.service_id = ${actor.serviceId}::uuid
    union select h.episode_id, h.person_id from asked join handoff h on h.id = asked.id
      where ${actor.serviceId}::uuid in (h.sending_service_id, h.receiving_service_id, h.accountable_service_id)
    union select i.episode_id, p.person_id from asked join checklist_item i on i.id = asked.id
      join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid`
}
