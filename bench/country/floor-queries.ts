/**
 * One query for each job, the leanest that builds the same JSON from the same rows. `$1` is the service, `$2` the account. Cast to
 * text, so that nobody parses it on the way. A read writes its line of the trail, with the cases that it shows; a write its history.
 */
const TRAIL = (action: string, ids: string) => `trail as (
    insert into audit_entry (id, account_id, service_id, role, action, episode_ids)
    select gen_random_uuid(), $2::uuid, $1::uuid, 'caseworker', '${action}', ${ids})`

/** $3 statuses of the tab, $4 area or null, $5 whether only who is out. */
const INBOX = `
  with every as materialized (
    select status, worker_id, sending_service_id, due_at, area, out_since from open_handoff where receiving_service_id = $1::uuid
  ), o as (
    select * from every where ($4::text is null or area = $4) and (not $5::boolean or out_since <= now())
  ), page as materialized (
    select h.id, h.version, h.episode_id, h.person_id, h.area, h.kind, h.status, h.attempt, h.sending_service_id, h.due_at, h.sent_at,
      h.accept_due_at, h.worker_id, e.release_date, e.release_certainty, e.released_at, k.out_since
    from (
      select * from open_handoff where receiving_service_id = $1::uuid and status = any ($3::text[])
        and ($4::text is null or area = $4) and (not $5::boolean or out_since <= now())
      order by out_since asc nulls last, release_date asc nulls last, due_at, handoff_id limit 25) k
    join handoff h on h.id = k.handoff_id join custody_episode e on e.id = k.episode_id
  ), ${TRAIL('floor.inbox', `array(select episode_id from page)`)}
  select json_build_object(
    'counts', (select json_build_object('new', count(*) filter (where status = 'sent'),
      'acknowledged', count(*) filter (where status <> 'sent'), 'mine', count(*) filter (where worker_id = $2::uuid),
      'unassigned', count(*) filter (where status = 'acknowledged' and worker_id is null),
      'overdue', count(*) filter (where status = 'sent' and due_at <= now())) from o),
    'senders', (select json_agg(json_build_object('id', v.id, 'name', v.name)) from service v
      where v.id in (select sending_service_id from every)),
    'team', (select json_agg(json_build_object('id', a.id, 'name', a.display_name, 'open', coalesce(y.n, 0)))
      from membership m join account a on a.id = m.account_id
        left join (select worker_id, count(*) as n from every group by 1) y on y.worker_id = a.id
      where m.service_id = $1::uuid),
    'rows', (select json_agg(json_build_object('id', p.id, 'version', p.version, 'episodeId', p.episode_id, 'personId', p.person_id,
        'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
        'number', (select i.value from person_identifier i where i.person_id = n.id order by i.id desc limit 1),
        'area', p.area, 'kind', p.kind, 'status', p.status, 'attempt', p.attempt, 'sendingName', s.name, 'dueAt', p.due_at,
        'acceptDueAt', p.accept_due_at, 'sentAt', p.sent_at, 'workerId', p.worker_id, 'worker', w.display_name,
        'releaseDate', p.release_date, 'releaseCertainty', p.release_certainty, 'releasedAt', p.released_at,
        'arrival', (select u.kind from outcome u where u.episode_id = p.episode_id
          and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody') order by u.recorded_at desc limit 1),
        'lastContact', (select json_build_object('outcome', t.outcome, 'at', t.at) from contact_attempt t
          where t.episode_id = p.episode_id order by t.at desc limit 1))
        order by p.out_since asc nulls last, p.release_date asc nulls last, p.due_at, p.id)
      from page p join person n on n.id = p.person_id join service s on s.id = p.sending_service_id
      left join account w on w.id = p.worker_id)
  )::text as answer`

/** $3 the case. */
const CASE = `
  with ${TRAIL('floor.case', 'array[$3::uuid]')},
  plan as (select * from care_plan where episode_id = $3::uuid and closed_at is null)
  select json_build_object(
    'person', json_build_object('id', n.id, 'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
      'sex', n.sex, 'languages', n.languages, 'number', (select i.value from person_identifier i where i.person_id = n.id limit 1)),
    'episode', row_to_json(e),
    'prison', (select json_build_object('id', s.id, 'name', s.name, 'timeZone', s.time_zone) from custody_stay c
      join service s on s.id = c.prison_service_id where c.episode_id = e.id order by c.from_at desc limit 1),
    'plan', (select row_to_json(plan) from plan),
    'items', (select json_agg(json_build_object('id', i.id, 'area', i.area, 'code', i.code, 'ownerSide', i.owner_side,
        'accountableServiceName', s.name, 'dueAt', i.due_at, 'critical', i.critical, 'blockedBy', i.blocked_by, 'status', i.status,
        'reason', i.reason, 'statusAt', i.status_at, 'statusBy', a.display_name, 'version', i.version) order by i.due_at, i.code)
      from checklist_item i join service s on s.id = i.accountable_service_id left join account a on a.id = i.status_by
      where i.episode_id = e.id),
    'facts', (select json_agg(json_build_object('code', f.code, 'state', f.state, 'value', f.value, 'recordedAt', f.recorded_at,
        'recordedBy', a.display_name)) from case_fact f join account a on a.id = f.recorded_by where f.episode_id = e.id),
    'kits', (select json_agg(row_to_json(k)) from naloxone_kit k where k.episode_id = e.id),
    'treatment', (select json_build_object('id', t.id, 'medicine', t.medicine) from medication_treatment t
      where t.episode_id = e.id order by t.started_on desc limit 1),
    'firstAppointment', (select json_build_object('place', v.name, 'at', o.at) from appointment o join service v on v.id = o.service_id
      where o.episode_id = e.id order by o.at limit 1),
    'changes', (select json_agg(json_build_object('area', g.area, 'code', g.code, 'from', g.from_status, 'to', g.to_status, 'at', g.at,
        'by', g.display_name)) from (
      select h.area, i.code, h.from_status, h.to_status, h.at, a.display_name from plan p join checklist_item i on i.care_plan_id = p.id
        join checklist_item_change h on h.item_id = i.id join account a on a.id = h.by_account
      where h.from_status is not null order by h.at desc limit 30) g),
    'handoffs', (select json_agg(json_build_object('id', h.id, 'area', h.area, 'kind', h.kind, 'status', h.status,
        'receivingServiceName', r.name, 'sendingServiceName', s.name, 'dueAt', h.due_at, 'sentAt', h.sent_at,
        'acknowledgedAt', h.acknowledged_at, 'acceptedAt', h.accepted_at, 'worker', w.display_name))
      from handoff h join service r on r.id = h.receiving_service_id join service s on s.id = h.sending_service_id
        left join account w on w.id = h.worker_id where h.episode_id = e.id),
    'releaseDateChanges', (select json_agg(json_build_object('releaseDate', d.release_date, 'changedAt', d.changed_at,
        'changedBy', a.display_name)) from release_date_change d join account a on a.id = d.changed_by where d.episode_id = e.id),
    'outcomes', (select json_agg(json_build_object('kind', u.kind, 'at', u.at)) from outcome u where u.episode_id = e.id)
  )::text as answer
  from custody_episode e join person n on n.id = e.person_id where e.id = $3::uuid`

/** $3 the handoff. Repeated on a row that is acknowledged already, so that the floor never runs out. */
const ACKNOWLEDGE = `
  with moved as (
    update handoff set status = 'acknowledged', acknowledged_at = now(), acknowledged_by = $2::uuid, accountable_service_id = $1::uuid,
      accept_due_at = now() + interval '1 day', version = version + 1
    where id = $3::uuid and receiving_service_id = $1::uuid and status in ('sent', 'acknowledged')
    returning id, episode_id, area, version, status
  ), history as (
    insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, request_id)
    select gen_random_uuid(), id, episode_id, area, 'acknowledge', 'sent', 'acknowledged', $2::uuid, $1::uuid, now(), gen_random_uuid()
    from moved
  ), items as (
    update checklist_item i set accountable_service_id = $1::uuid, version = i.version + 1 from moved
    where i.episode_id = moved.episode_id and i.area = moved.area and i.status <> 'done' and i.owner_side <> 'prison'
  ), ${TRAIL('floor.acknowledge', 'array(select episode_id from moved)')}
  select json_build_object('handoffId', id, 'version', version, 'status', status)::text as answer from moved`

/** $3 the case: the treatment with every dose, by whom and where, and what is booked. */
const DOSES = `
  with ${TRAIL('floor.doses', 'array[$3::uuid]')}
  select json_build_object('treatment', row_to_json(t), 'dosing', (select row_to_json(s) from service s where s.id = t.dosing_service_id),
    'doses', (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.to_day,
        'givenAt', d.given_at, 'recordedAt', d.recorded_at, 'recordedBy', a.display_name, 'serviceName', s.name) order by d.for_day)
      from dose d join account a on a.id = d.recorded_by join service s on s.id = d.service_id where d.episode_id = t.episode_id),
    'appointments', (select json_agg(row_to_json(o)) from appointment o where o.episode_id = t.episode_id))::text as answer
  from medication_treatment t where t.episode_id = $3::uuid`

/** $3 the case: everything that happened, in order. */
const TIMELINE = `
  with ${TRAIL('floor.timeline', 'array[$3::uuid]')},
  entry as (
    select d.given_at as at, 'dose' as kind, d.outcome as what, s.name, a.display_name from dose d join service s on s.id = d.service_id
      join account a on a.id = d.recorded_by where d.episode_id = $3::uuid
    union all select c.at, 'item', i.code || ' ' || c.to_status, null, a.display_name from checklist_item i
      join checklist_item_change c on c.item_id = i.id join account a on a.id = c.by_account where i.episode_id = $3::uuid and c.from_status is not null
    union all select m.at, 'handoff', m.area || ' ' || m.move, s.name, a.display_name from handoff h join handoff_move m on m.handoff_id = h.id
      join service s on s.id = m.by_service_id join account a on a.id = m.by_account where h.episode_id = $3::uuid
    union all select o.at, 'outcome', o.kind, s.name, a.display_name from outcome o join service s on s.id = o.service_id
      join account a on a.id = o.recorded_by where o.episode_id = $3::uuid
    union all select c.at, 'contact', c.outcome, s.name, a.display_name from contact_attempt c join service s on s.id = c.service_id
      join account a on a.id = c.recorded_by where c.episode_id = $3::uuid)
  select json_build_object('entries', (select json_agg(row_to_json(entry) order by entry.at) from entry))::text as answer`

/** A page of who leaves within 28 days, with what the columns of the board are worked out from. */
const BOARD = `
  with inside as materialized (
    select e.* from custody_stay s join custody_episode e on e.id = s.episode_id
    where s.prison_service_id = $1::uuid and s.until_at is null and (e.ended_on is null or e.released_at > now() - interval '48 hours')
  ), page as materialized (
    select * from inside where released_at is null and release_date between current_date and current_date + 28
    order by release_date, id limit 25
  ), ${TRAIL('floor.board', 'array(select id from page)')}
  select json_build_object(
    'counts', (select json_build_object('next-28-days', count(*) filter (where released_at is null and release_date <= current_date + 28),
      'no-date', count(*) filter (where release_date is null), 'could-leave-today', count(*) filter (where release_certainty = 'could-be-any-day'),
      'out-last-48-hours', count(*) filter (where released_at is not null)) from inside),
    'persons', (select json_agg(json_build_object('episodeId', b.id, 'familyName', n.family_name, 'givenNames', n.given_names,
        'dateOfBirth', n.date_of_birth, 'number', (select i.value from person_identifier i where i.person_id = n.id limit 1),
        'legalStatus', b.legal_status, 'releaseDate', b.release_date, 'certainty', b.release_certainty,
        'items', (select json_agg(json_build_object('area', i.area, 'code', i.code, 'status', i.status, 'critical', i.critical, 'dueAt', i.due_at))
          from checklist_item i where i.episode_id = b.id),
        'handoffs', (select json_agg(json_build_object('area', h.area, 'status', h.status)) from handoff h where h.episode_id = b.id),
        'kits', (select json_agg(json_build_object('id', k.id, 'state', k.state)) from naloxone_kit k where k.episode_id = b.id),
        'facts', (select json_agg(json_build_object('code', f.code, 'value', f.value)) from case_fact f where f.episode_id = b.id),
        'treatments', (select json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm)) from medication_treatment t
          where t.episode_id = b.id),
        'doses', (select json_agg(json_build_object('kind', d.kind, 'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.to_day)) from dose d
          where d.episode_id = b.id and d.to_day >= current_date - 100),
        'appointments', (select json_agg(json_build_object('at', o.at, 'serviceId', o.service_id)) from appointment o where o.episode_id = b.id)))
      from page b join person n on n.id = b.person_id))::text as answer`

/** $3 a folded name, perhaps misspelt: those of the service's cases whose name is near it. */
const SEARCH = `
  with hit as materialized (
    select n.id, n.family_name, n.given_names, n.date_of_birth, p.episode_id, n.name_key
    from person n join case_part p on p.person_id = n.id and p.service_id = $1::uuid and p.until > now()
    where n.name_key %> $3 order by n.name_key <->> $3 limit 26
  ), ${TRAIL('floor.search', 'array(select episode_id from hit)')}
  select json_build_object('persons', coalesce((select json_agg(json_build_object('personId', h.id, 'familyName', h.family_name,
      'givenNames', h.given_names, 'dateOfBirth', h.date_of_birth, 'episodeId', h.episode_id,
      'numbers', (select json_agg(i.value) from person_identifier i where i.person_id = h.id), 'legalStatus', e.legal_status,
      'releaseDate', e.release_date, 'releasedAt', e.released_at, 'prisonName', (select s.name from custody_stay c
        join service s on s.id = c.prison_service_id where c.episode_id = e.id order by c.from_at desc limit 1)))
    from hit h join custody_episode e on e.id = h.episode_id), '[]'))::text as answer`

/** $3 the treatment, $4 the day. */
const RECORD_DOSE = `
  with treated as (
    update medication_treatment set version = version + 1 where id = $3::uuid returning id, episode_id, version
  ), given as (
    insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id)
    select gen_random_uuid(), id, episode_id, 'supervised', 'given', $4::date, $4::date, now(), now(), $2::uuid, $1::uuid from treated
    returning id
  ), gap as (
    update cover_gap g set stale_at = now() from treated where g.episode_id = treated.episode_id
  ), ${TRAIL('floor.dose', 'array(select episode_id from treated)')}
  select json_build_object('doseId', given.id, 'version', treated.version)::text as answer from treated, given`

/** $3 and $4 the months: what was counted of the whole scope and of each of its prisons, month by month. */
const FIGURES = `
  with ${TRAIL('floor.figures', `'{}'::uuid[]`)}
  select json_build_object('totals', (select json_agg(row_to_json(t)) from (
      select m.measure, c.breakdown, c.value, c.month, m.outcome, m.detail, m.category, sum(k.n)::int as count
      from counted_total c cross join lateral unnest(c.marks, c.counts) as k (mark, n) join counted_mark m on m.id = k.mark
      where c.scope_id = $1::uuid and c.family in ('rate', 'length') and c.breakdown in ('all', 'prison') and c.month between $3 and $4
      group by 1, 2, 3, 4, 5, 6, 7) t),
    'prisons', (select json_agg(json_build_object('id', s.id, 'name', s.name)) from service s where s.kind = 'prison-health'))::text as answer`

export const FLOORS = {
  inbox: INBOX,
  case: CASE,
  doses: DOSES,
  timeline: TIMELINE,
  board: BOARD,
  search: SEARCH,
  acknowledge: ACKNOWLEDGE,
  'record-dose': RECORD_DOSE,
  figures: FIGURES,
} as const
