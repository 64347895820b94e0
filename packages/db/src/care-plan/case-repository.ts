import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import { type Actor, SYSTEM_ACCOUNT_ID } from '../actor.ts'
import { type Deed, readAsActor } from '../as-actor.ts'
import type { StoredCase } from './stored-case.ts'
import { toldByTables } from './told-sql.ts'

/** How the actor's service stands to a case, and which categories that opens to the actor's role: to read, and of those to write. */
export type CasePart = {
  episodeId: string
  personId: string
  relation: Relation
  categories: Category[]
  writes: Category[]
  /** Whether work on the case has stopped: the person died or was taken out of the country. */
  isStopped: boolean
}

/**
 * The part that the actor's service has in this case; null when it has none, when the part is over, or when only the envelope
 * of an old handoff is left. Somebody else's case and one that does not exist look the same.
 */
export async function findCasePart({ tx, actor, now }: Deed, episodeId: string): Promise<CasePart | null> {
  const [part] = await tx.$queryRaw<CasePart[]>`
    select p.episode_id as "episodeId", p.person_id as "personId", p.relation,
      app.open_categories(p.categories) as categories, app.open_categories(p.writes) as writes,
      app.is_stopped(p.episode_id) as "isStopped"
    from case_part p
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'release' = any (p.categories)`
  return part ?? null
}

/**
 * Everything that the case page shows, in one statement: every part of it names the service's own part in the case and the
 * category that opens it, so a housing service gets housing rows and the rest is as if it were not there.
 *
 * Goes through the door for hot reads, which writes the audit entry itself.
 */
export async function findCase(
  actor: Actor,
  episodeId: string,
  action: string,
): Promise<{ found: StoredCase | null; now: Date }> {
  const { rows, now } = await readAsActor<{ found: StoredCase }>(
    actor,
    { name: 'case-by-episode', text: CASE_BY_EPISODE, values: [actor.serviceId, episodeId, SYSTEM_ACCOUNT_ID] },
    { action, columns: 'found' },
  )
  return { found: rows[0]?.found ?? null, now }
}

/** The same within a deed, for what hangs on all of a case; whoever asks writes the trail. */
export async function findCaseIn({ tx, actor }: Deed<Actor>, episodeId: string): Promise<StoredCase | null> {
  const [row] = await tx.$queryRawUnsafe<{ found: StoredCase }[]>(
    CASE_BY_EPISODE,
    actor.serviceId,
    episodeId,
    SYSTEM_ACCOUNT_ID,
  )
  return row?.found ?? null
}

// What is shown of the last case of the person is a read of that case.
const CASE_BY_EPISODE = `
  select one.found, array[one.episode_id, (one.found #>> '{lastOutside,episodeId}')::uuid] as episode_ids, array[one.person_id] as person_ids
  from (
  with part as materialized (
    select p.episode_id, p.person_id, p.relation, app.open_categories(p.categories) as categories,
      app.open_categories(p.writes) as writes
    from case_part p
    where p.service_id = $1::uuid and p.episode_id = $2::uuid and p.until > (select app.now())
      and p.categories @> array['identity', 'release']
  ),
  -- The plan that is open; of a case whose plan people closed, the one closed last, to be read. What a death stops is not shown.
  plan as materialized (
    select c.* from part join care_plan c on c.episode_id = part.episode_id
    where c.closed_at is null or exists (select 1 from care_plan_closing x where x.care_plan_id = c.id and x.episode_id = c.episode_id)
    order by c.closed_at is not null, c.made_at desc, c.id desc limit 1
  )
  select json_build_object(
    'part', json_build_object('relation', part.relation, 'categories', part.categories, 'writes', part.writes),
    'person', json_build_object('id', n.id, 'version', n.version, 'familyName', n.family_name, 'givenNames', n.given_names,
      'otherNames', n.other_names, 'dateOfBirth', n.date_of_birth, 'sex', n.sex, 'languages', n.languages,
      'interpreterNeeded', n.interpreter_needed, 'demo', n.demo, 'number', (
        select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1)),
    'episode', json_build_object('id', e.id, 'version', e.version, 'legalStatus', e.legal_status, 'admittedOn', e.admitted_on,
      'endedOn', e.ended_on, 'endedBecause', e.ended_because, 'releaseCountry', e.release_country, 'releaseArea', e.release_area,
      'releaseDate', e.release_date, 'releaseCertainty', e.release_certainty, 'releasedAt', app.utc(e.released_at),
      'releaseKind', e.release_kind),
    'prison', json_build_object('id', prison.id, 'name', prison.name, 'timeZone', prison.time_zone, 'country', prison.country,
      'region', (select ar.holiday_region from area ar where ar.id = prison.area_id)),
    'plan', (select json_build_object('id', c.id, 'version', c.version, 'ruleSet', c.rule_set, 'madeAt', app.utc(c.made_at),
        'releaseDateSeen', c.release_date_seen, 'changeNote', c.change_note, 'closedAt', app.utc(c.closed_at)) from plan c),
    'closing', (select json_build_object('askedAt', app.utc(h.asked_at), 'askedBy', a.display_name, 'askedById', h.asked_by,
        'criticalOpen', h.critical_open, 'reason', h.reason, 'closedAt', app.utc(x.closed_at), 'closedBy', b.display_name)
      from plan c join care_plan_closing_wish h on h.care_plan_id = c.id and h.episode_id = e.id
        left join account a on a.id = h.asked_by
        left join care_plan_closing x on x.wish_id = h.id left join account b on b.id = x.closed_by
      where (x.wish_id is null) = (c.closed_at is null)
      order by x.closed_at desc nulls last, h.asked_at desc, h.id desc limit 1),
    'renewedAt', (select app.utc(max(r.renewed_at)) from plan c join care_plan_renewal r on r.care_plan_id = c.id
      and r.episode_id = e.id),
    'items', coalesce((select json_agg(json_build_object('id', i.id, 'area', i.area, 'code', i.code, 'ownerSide', i.owner_side,
        'accountableServiceId', i.accountable_service_id, 'accountableServiceName', s.name,
        'dueAt', app.utc(coalesce(i.due_override_at, i.due_at)), 'dueByHand', i.due_override_at is not null,
        'dueBefore', app.utc(i.due_before), 'dueMovedAt', app.utc(i.due_moved_at), 'dueOffsetMinutes', i.due_offset_minutes, 'critical', i.critical, 'blockedBy', i.blocked_by, 'status', i.status,
        'reason', i.reason, 'statusAt', app.utc(i.status_at), 'statusBy', a.display_name,
        'setByRules', coalesce(i.status_by = $3::uuid, false), 'version', i.version) order by coalesce(i.due_override_at, i.due_at), i.code)
      from checklist_item i join plan c on c.id = i.care_plan_id
        join service s on s.id = i.accountable_service_id left join account a on a.id = i.status_by
      where i.episode_id = e.id and i.area = any (part.categories)), '[]'),
    'facts', coalesce((select json_agg(json_build_object('code', f.code, 'state', f.state, 'value', f.value #>> '{}',
        'recordedAt', app.utc(f.recorded_at), 'recordedBy', a.display_name, 'version', f.version))
      from case_fact f left join account a on a.id = f.recorded_by
      where f.episode_id = e.id and f.category = any (part.categories)), '[]'),
    'ownWords', (select json_build_object('version', w.version, 'sayings', json_agg(json_build_object('kind', w.kind,
          'words', w.words, 'language', w.language, 'task', w.task) order by w.place), 'readBack', bool_and(w.read_back),
        'recordedAt', app.utc(min(w.recorded_at)), 'recordedBy', min(a.display_name))
      from own_words w left join account a on a.id = w.recorded_by
      where w.episode_id = e.id and 'own-words' = any (part.categories)
        and (app.do_own_words_travel(e.id) or part.relation in ('own', 'break-glass') or exists (
          select 1 from custody_stay held where held.episode_id = e.id and held.prison_service_id = $1::uuid))
      group by w.version order by w.version desc limit 1),
    'partnerWish', (select json_build_object('wish', w.wish, 'version', w.version, 'recordedAt', app.utc(w.recorded_at),
        'recordedBy', a.display_name)
      from partner_wish w left join account a on a.id = w.recorded_by
      where w.episode_id = e.id and 'partner' = any (part.categories)),
    'kits', coalesce((select json_agg(json_build_object('id', k.id, 'state', k.state, 'holder', k.holder,
        'handedAt', app.utc(k.handed_at), 'leftAt', app.utc(k.left_at), 'goneAt', app.utc(k.gone_at), 'dosesUsed', k.doses_used,
        'usedOutcome', k.used_outcome, 'replacesId', k.replaces_id, 'expiresOn', k.expires_on, 'trained', k.trained,
        'trainedOn', k.trained_on, 'product', k.product, 'lot', k.lot, 'recordedAt', app.utc(k.recorded_at),
        'recordedBy', a.display_name, 'version', k.version, 'isCarried', k.carried_from_id is not null,
        'isCarriedOn', k.carried_on_at is not null) order by k.recorded_at desc, k.id desc)
      from naloxone_kit k left join account a on a.id = k.recorded_by
      where k.episode_id = e.id and 'naloxone' = any (part.categories)), '[]'),
    'overdoseContactDueAt', (select app.utc(min(o.contact_due_at)) from overdose_report o
      where o.episode_id = e.id and o.contacted_at is null and 'naloxone' = any (part.categories)),
    'belongingsUntil', (select min(b.keep_until) from belongings b
      where b.episode_id = e.id and 'belongings' = any (part.categories) and b.state = 'in-store'
        and not exists (select 1 from belongings l where l.episode_id = b.episode_id and l.id = b.id and l.version > b.version)),
    'treatment', (select json_build_object('id', t.id, 'medicine', t.medicine) from medication_treatment t
      where t.episode_id = e.id and 'omt' = any (part.categories)
        and (t.ended_on is null or t.ended_on >= (app.now() at time zone prison.time_zone)::date)
      order by t.started_on desc nulls last, t.id desc limit 1),
    ${toldByTables('part.categories')},
    'firstAppointment', (select json_build_object('place', coalesce(o.place, v.name), 'at', app.utc(o.at), 'timeZone', v.time_zone)
      from appointment o join service v on v.id = o.service_id
      where o.episode_id = e.id and o.area = 'omt' and 'omt' = any (part.categories) and o.status in ('booked', 'kept')
      order by o.at limit 1),
    'seenOutsideAt', (select app.utc(min(o.at)) from outcome o where o.episode_id = e.id and o.kind = 'arrived'
      and o.category = any (part.categories)),
    'isBackInside', exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'back-in-custody'
      and o.category = any (part.categories)),
    'changes', coalesce((select json_agg(json_build_object('area', g.area, 'code', g.code, 'from', g.from_status,
        'to', g.to_status, 'reason', g.reason, 'at', app.utc(g.at), 'by', g.display_name, 'byRules', g.by_account = $3::uuid)
        order by g.at desc, g.id desc)
      from (select h.*, i.code, a.display_name from checklist_item_change h
        join checklist_item i on i.id = h.item_id join plan c on c.id = i.care_plan_id
        left join account a on a.id = h.by_account
        where h.episode_id = e.id and h.area = any (part.categories) and (h.from_status is not null or h.at > c.made_at)
        order by h.at desc, h.id desc limit 30) g), '[]'),
    'handoffs', coalesce((select json_agg(json_build_object('id', h.id, 'area', h.area, 'kind', h.kind, 'status', h.status,
        'receivingServiceId', h.receiving_service_id, 'receivingServiceName', r.name, 'sendingServiceId', h.sending_service_id,
        'sendingServiceName', s.name, 'accountableServiceId', h.accountable_service_id, 'dueAt', app.utc(h.due_at), 'sentAt', app.utc(h.sent_at),
        'acknowledgedAt', app.utc(h.acknowledged_at), 'acceptedAt', app.utc(h.accepted_at), 'worker', w.display_name, 'attempt', h.attempt)
        order by h.area, h.sent_at desc nulls first, h.id desc)
      from handoff h join service r on r.id = h.receiving_service_id join service s on s.id = h.sending_service_id
        left join account w on w.id = h.worker_id
      where h.episode_id = e.id and h.area = any (part.categories)), '[]'),
    'releaseDateChanges', coalesce((select json_agg(json_build_object('releaseDate', d.release_date,
        'releaseCertainty', d.release_certainty, 'changedAt', app.utc(d.changed_at), 'changedBy', a.display_name, 'source', d.source,
        'reason', d.reason) order by d.changed_at desc, d.id desc)
      from release_date_change d left join account a on a.id = d.changed_by where d.episode_id = e.id), '[]'),
    'lastOutside', (select json_build_object('episodeId', d.episode_id, 'medicine', d.medicine, 'kind', d.kind, 'givenAt', app.utc(d.given_at),
        'forDay', d.for_day, 'toDay', d.to_day, 'serviceName', d.service_name, 'recordedBy', d.recorded_by)
      from app.last_dose_outside(e.id) d where app.role() = 'prison-health' and 'omt' = any (part.categories)),
    'events', coalesce((select json_agg(json_build_object('id', v.id, 'kind', v.kind, 'at', app.utc(v.at), 'recordedAt', app.utc(v.recorded_at),
        'recordedBy', a.display_name, 'accountId', v.recorded_by, 'serviceId', v.service_id, 'serviceName', s.name,
        'answers', coalesce((select json_agg(json_build_object('answer', w.answer, 'reason', w.reason, 'words', w.words,
            'at', app.utc(w.at), 'by', b.display_name, 'serviceName', x.name) order by w.at, w.id)
          from custody_event_answer w left join account b on b.id = w.answered_by join service x on x.id = w.service_id
          where w.event_id = v.id), '[]')) order by v.recorded_at desc, v.id desc)
      from custody_event v left join account a on a.id = v.recorded_by join service s on s.id = v.service_id
      where v.episode_id = e.id), '[]')
  ) as found, e.id as episode_id, n.id as person_id
  from part
  join custody_episode e on e.id = part.episode_id
  join person n on n.id = part.person_id
  join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
  join service prison on prison.id = stay.prison_service_id
  ) one`
