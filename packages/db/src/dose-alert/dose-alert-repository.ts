import type { AlertEndReason, AlertToRaise } from '@throughcare/domain/dose-alert/decide-dose-alert'
import { type Deed, soon } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** An alert as it is stored. Instants are ISO 8601 in UTC. */
export type StoredDoseAlert = AlertToRaise & {
  id: string
  raisedAt: string
  endedAt: string | null
  endedBecause: AlertEndReason | null
}

/** The alerts of a case that is open to the actor's service with its treatment, the newest first. */
export async function findDoseAlerts({ tx, actor, now }: Deed, episodeId: string): Promise<StoredDoseAlert[]> {
  const rows = await tx.$queryRaw<{ found: StoredDoseAlert }[]>`
    select json_build_object('id', a.id, 'rule', a.raised_by_rule, 'state', a.state, 'depotStatus', a.depot_status,
      'days', a.days, 'ruleId', a.rule_id, 'rules', json_build_object('id', a.rule_set_id, 'version', a.rule_set_version,
        'standing', a.standing), 'raisedAt', app.utc(a.raised_at), 'endedAt', app.utc(a.ended_at),
      'endedBecause', a.ended_because) as found
    from dose_alert a
    join case_part p on p.episode_id = a.episode_id
    where a.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.categories)
    order by a.raised_at desc, a.id desc`
  return rows.map(({ found }) => found)
}

/** Has the person of this case died, were they taken out of the country, or are they back inside? As far as the actor's service can know. */
export async function findEndOfCase(
  { tx }: Deed,
  episodeId: string,
): Promise<'died' | 'deported' | 'back-in-custody' | null> {
  const [row] = await tx.$queryRaw<{ over: 'died' | 'deported' | 'back-in-custody' | null }[]>`
    select case
      when e.ended_because = 'died' or exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'died') then 'died'
      when e.ended_because = 'transferred-abroad' then 'deported'
      when exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'back-in-custody') then 'back-in-custody'
      end as over
    from custody_episode e where e.id = ${episodeId}::uuid`
  return row?.over ?? null
}

/** Raises an alert, unless one goes on already: two deeds at the same moment raise one. */
export async function recordDoseAlert({ tx, actor, now }: Deed, episodeId: string, alert: AlertToRaise): Promise<void> {
  await tx.$executeRaw`
    insert into dose_alert (id, episode_id, raised_by_rule, state, depot_status, days, rule_set_id, rule_set_version, standing,
      rule_id, raised_at, raised_by)
    values (${newId()}::uuid, ${episodeId}::uuid, ${alert.rule}, ${alert.state}, ${alert.depotStatus}, ${alert.days}::int,
      ${alert.rules.id}, ${alert.rules.version}, ${alert.rules.standing}, ${alert.ruleId}, ${now}, ${actor.accountId}::uuid)
    on conflict do nothing`
}

/** Ends the alert that goes on. Two deeds at the same moment end it once. */
export async function recordAlertEnded(
  { tx, actor, now }: Deed,
  of: { episodeId: string; alertId: string },
  because: AlertEndReason,
): Promise<void> {
  await tx.$executeRaw`
    update dose_alert a set ended_at = ${now}, ended_by = ${actor.accountId}::uuid, ended_because = ${because}
    from case_part p
    where a.id = ${of.alertId}::uuid and a.episode_id = ${of.episodeId}::uuid and a.ended_at is null
      and p.episode_id = a.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes)`
}

/** A case to look at, with a service that may. */
export type CaseToLookAt = { serviceId: string; episodeId: string; personId: string; isGapStale: boolean }

/** Cases whose alert may say something else now, the longest due first, each with a service that may. For the system actor; nobody else gets a row. */
export function findAlertsToLookAt({ tx }: Deed, atMost: number): Promise<CaseToLookAt[]> {
  return tx.$queryRaw`
    select service_id as "serviceId", episode_id as "episodeId", person_id as "personId", is_gap_stale as "isGapStale"
    from app.alerts_to_look_at(${atMost}::int)`
}

/** Notes when the alert of a case is looked at again. Nobody waits for it. */
export function recordAlertLook(deed: Deed, episodeId: string, lookAt: Date): void {
  soon(
    deed,
    deed.tx
      .$executeRaw`update cover_gap set alert_look_at = ${lookAt}::timestamptz where episode_id = ${episodeId}::uuid`,
  )
}
